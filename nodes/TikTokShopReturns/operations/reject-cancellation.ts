import { tikTokShop } from '../../shared/shops';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { requiredText, textParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { refusalFields, refusalPictures, refusalReason } from '../refusal-fields';
import { cancelIdField } from '../return-fields';
import { writeCancellation } from '../write-return';

export const rejectCancellation: Operation = {
  resource: 'cancellation',
  option: {
    name: 'Reject',
    value: 'reject',
    action: 'Reject cancellation',
    description: 'Refuse a cancellation, with a reason of the list of TikTok Shop',
  },
  fields: [cancelIdField, caseIdField, ...refusalFields],
  async execute(context, itemIndex) {
    const cancelId = requiredText(context, 'cancelId', 'Cancellation ID', itemIndex);
    const client = await connectShopOf(context, itemIndex);
    const comment = textParameter(context, 'comment', itemIndex);
    return writeCancellation(context, itemIndex, client, 'tiktok:reject_cancellation', async (attempt) =>
      tikTokShop().rejectCancellation(client, {
        cancelId,
        attempt,
        reason: await refusalReason(context, itemIndex, client, cancelId),
        images: await refusalPictures(context, itemIndex, client),
        ...(comment !== '' && { comment }),
      }),
    );
  },
};
