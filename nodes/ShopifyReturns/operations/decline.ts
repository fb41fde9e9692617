import { shopify } from '../../shared/shops';
import { decisionSchema } from '../../../lib/returns';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { optionalChapterParameter, textParameter } from '../../shared/parameters';
import { notifyField, returnIdField, returnIdOf } from '../return-fields';
import { writeReturn } from '../write-return';

export const decline: Operation = {
  resource: 'return',
  option: {
    name: 'Decline',
    value: 'decline',
    action: 'Decline return',
    description: 'Refuse a requested return, with the reason',
  },
  fields: [
    returnIdField,
    caseIdField,
    {
      displayName: 'Decision',
      name: 'decision',
      type: 'json',
      default: '={{ $json.decision }}',
      description: 'What the policy said: its ground is told to Shopify',
    },
    {
      displayName: 'Note to the Shopper',
      name: 'note',
      type: 'string',
      typeOptions: { rows: 2 },
      default: '={{ $json.decision?.reason?.shopper?.[$json.request?.locale ?? "en"] }}',
    },
    notifyField,
  ],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const notifyCustomer = context.getNodeParameter('notifyCustomer', itemIndex, false) === true;
    const decision = optionalChapterParameter(context, 'decision', 'Decision', decisionSchema, itemIndex);
    const note = textParameter(context, 'note', itemIndex);
    const { output } = await writeReturn(context, itemIndex, 'shopify:decline', (client) =>
      shopify().declineReturn(client, {
        returnId,
        notifyCustomer,
        reason: decision?.declineCode ?? 'other',
        ...(note !== '' && { note }),
      }),
    );
    return output;
  },
};
