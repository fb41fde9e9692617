import type { Operation } from '../../shared/operation';
import { newReturnFields, writeNewReturn } from '../new-return';

export const request: Operation = {
  resource: 'return',
  option: {
    name: 'Request',
    value: 'request',
    action: 'Request return',
    description: 'Ask for a return in the name of the shopper, to be approved or declined later',
  },
  fields: newReturnFields,
  execute: (context, itemIndex) => writeNewReturn(context, itemIndex, 'shopify:request', 'requestReturn'),
};
