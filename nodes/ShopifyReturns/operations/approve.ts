import { shopify } from '../../shared/shops';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { notifyField, returnIdField, returnIdOf } from '../return-fields';
import { writeReturn } from '../write-return';

export const approve: Operation = {
  resource: 'return',
  option: {
    name: 'Approve',
    value: 'approve',
    action: 'Approve return',
    description: 'Accept a requested return; one that is open already stays as it is',
  },
  fields: [returnIdField, caseIdField, notifyField],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const notifyCustomer = context.getNodeParameter('notifyCustomer', itemIndex, false) === true;
    const { output } = await writeReturn(context, itemIndex, 'shopify:approve', (client) =>
      shopify().approveReturn(client, { returnId, notifyCustomer }),
    );
    return output;
  },
};
