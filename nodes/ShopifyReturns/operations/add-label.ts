import { shopify } from '../../shared/shops';
import { labelSchema } from '../../../lib/returns';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { chapterParameter } from '../../shared/parameters';
import { notifyField, returnIdField, returnIdOf } from '../return-fields';
import { writeReturn } from '../write-return';

export const addLabel: Operation = {
  resource: 'reverseDelivery',
  option: {
    name: 'Add Label and Tracking',
    value: 'addLabel',
    action: 'Add label and tracking to reverse delivery',
    description: 'Show the label and its tracking number on the return in Shopify',
  },
  fields: [
    returnIdField,
    caseIdField,
    { displayName: 'Label', name: 'label', type: 'json', required: true, default: '={{ $json.label }}' },
    notifyField,
  ],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const label = chapterParameter(context, 'label', 'Label', labelSchema, itemIndex);
    const notifyCustomer = context.getNodeParameter('notifyCustomer', itemIndex, false) === true;
    const { output } = await writeReturn(context, itemIndex, 'shopify:label', (client) =>
      shopify().attachLabel(client, { returnId, label, notifyCustomer }),
    );
    return output;
  },
};
