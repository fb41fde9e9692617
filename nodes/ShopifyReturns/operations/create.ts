import type { Operation } from '../../shared/operation';
import { newReturnFields, writeNewReturn } from '../new-return';

export const create: Operation = {
  resource: 'return',
  option: {
    name: 'Create',
    value: 'create',
    action: 'Create return',
    description: 'Open a return in Shopify for a request that came from elsewhere, with its exchange items',
  },
  fields: newReturnFields,
  execute: (context, itemIndex) => writeNewReturn(context, itemIndex, 'shopify:create', 'createReturn'),
};
