import { gid } from '../gid';
import type { ReturnReasonDefinition } from '../model';
import type { View } from '../view';

export function reasonDefinitionView(definition: ReturnReasonDefinition): View {
  return {
    __typename: 'ReturnReasonDefinition',
    id: gid('ReturnReasonDefinition', definition.id),
    handle: definition.handle,
    name: definition.name,
    deleted: false,
  };
}
