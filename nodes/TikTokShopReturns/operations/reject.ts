import type { Rejection } from '../../../lib/shops/tiktok-shop';
import { tikTokShop } from '../../shared/shops';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { textParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { refusalFields, refusalPictures, refusalReason } from '../refusal-fields';
import { returnIdField, returnIdOf } from '../return-fields';
import { writeReturn } from '../write-return';

export const reject: Operation = {
  resource: 'return',
  option: {
    name: 'Reject',
    value: 'reject',
    action: 'Reject return',
    description: 'Say no to what TikTok Shop asks, with a reason of its list and with photos',
  },
  fields: [
    returnIdField,
    caseIdField,
    {
      displayName: 'Decision',
      name: 'decision',
      type: 'options',
      options: [
        { name: 'Reject Received Package', value: 'REJECT_RECEIVED_PACKAGE' },
        { name: 'Reject Refund', value: 'REJECT_REFUND' },
        { name: 'Reject Replacement', value: 'REJECT_REPLACEMENT' },
        { name: 'Reject Return', value: 'REJECT_RETURN' },
        { name: 'What TikTok Shop Waits For', value: 'fitting' },
      ],
      default: 'fitting',
    },
    ...refusalFields,
  ],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const client = await connectShopOf(context, itemIndex);
    const chosen = textParameter(context, 'decision', itemIndex);
    const named = tikTokShop().rejections.find((rejection) => rejection === chosen);
    const known = await tikTokShop().getReturn(client, returnId);
    const decision: Rejection = named ?? tikTokShop().fittingRejection(known.tiktokReturn);
    const comment = textParameter(context, 'comment', itemIndex);
    // Refused by a person in Seller Center: TikTok Shop offers no reasons any more, and needs none.
    const isGiven = tikTokShop().isDecided(decision, known.tiktokReturn);
    return writeReturn(context, itemIndex, client, `tiktok:${decision.toLowerCase()}`, async (attempt) =>
      tikTokShop().rejectReturn(client, {
        returnId,
        decision,
        known,
        attempt,
        reason: isGiven ? '' : await refusalReason(context, itemIndex, client, returnId),
        images: isGiven ? [] : await refusalPictures(context, itemIndex, client),
        ...(comment !== '' && { comment }),
      }),
    );
  },
};
