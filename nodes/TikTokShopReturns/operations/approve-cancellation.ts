import { tikTokShop } from '../../shared/shops';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { requiredText } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { cancelIdField } from '../return-fields';
import { writeCancellation } from '../write-return';

export const approveCancellation: Operation = {
  resource: 'cancellation',
  option: {
    name: 'Approve',
    value: 'approve',
    action: 'Approve cancellation',
    description: 'Let the shopper cancel; TikTok Shop pays the money back',
  },
  fields: [cancelIdField, caseIdField],
  async execute(context, itemIndex) {
    const cancelId = requiredText(context, 'cancelId', 'Cancellation ID', itemIndex);
    const client = await connectShopOf(context, itemIndex);
    return writeCancellation(context, itemIndex, client, 'tiktok:approve_cancellation', (attempt) =>
      tikTokShop().approveCancellation(client, { cancelId, attempt }),
    );
  },
};
