import type { Refund } from '../../returns';
import type { Speaker } from '../speaker';
import { BY_HAND, ensureChapter, type Compose, type Occasion } from './parts';
import { shopLetter, shopperOf } from './shop-letter';

/** A refund failed, perhaps days after it was made: the shopper may wait for money that does not come. */
export const shopRefundFailed: Compose = (occasion) => {
  const { dossier, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  const refund = ensureChapter(dossier.refund, 'refund', 'shop_refund_failed');
  const amount = speaker.amount(refund.amount);
  const dueAt = dossier.decision?.refundDeadline?.endsAt;
  return shopLetter(occasion, {
    subject: speaker.say('shop_refund_failed.subject', { amount, rma }),
    preheader: speaker.say('shop_refund_failed.preheader', { order }),
    title: speaker.say('shop_refund_failed.title', { amount }),
    lead: [speaker.say('shop_refund_failed.lead', { amount, order }), toldOf(occasion)],
    facts: [
      [speaker.say('shop_refund_failed.fact.amount'), amount],
      [speaker.say('shop_refund_failed.fact.reason'), reasonOf(refund, speaker)],
      [speaker.say('shop_refund_failed.fact.refund'), `${refund.provider} ${refund.id}`],
      [speaker.say('shop_refund_failed.fact.shopper'), shopperOf(dossier)],
      [speaker.say('shop_refund_failed.fact.due'), dueAt && speaker.date(dueAt)],
    ],
    steps: [
      speaker.say('shop_refund_failed.next.write'),
      speaker.say('shop_refund_failed.next.pay', { amount }),
      speaker.say('shop_refund_failed.next.settle', { rma, refund: paidByHand(refund) }),
    ],
  });
};

/** Whether the shopper waits for the money: certain only while the mail that said so is the last one of the case. */
const toldOf = ({ dossier: { email }, speaker }: Occasion): string =>
  email?.message === 'refunded' || email?.message === 'exchanged'
    ? speaker.say('shop_refund_failed.told', { date: speaker.date(email.sentAt) })
    : speaker.say('shop_refund_failed.told.perhaps');

/** What providers and banks say, where there are words for it. The code stays beside them: it is what can be looked up. */
const reasons = {
  lost_or_stolen_card: 'shop_refund_failed.reason.lost_or_stolen_card',
  expired_or_canceled_card: 'shop_refund_failed.reason.expired_or_canceled_card',
  charge_for_pending_refund_disputed: 'shop_refund_failed.reason.charge_for_pending_refund_disputed',
  insufficient_funds: 'shop_refund_failed.reason.insufficient_funds',
  declined: 'shop_refund_failed.reason.declined',
  merchant_request: 'shop_refund_failed.reason.merchant_request',
  canceled: 'shop_refund_failed.reason.canceled',
  unknown: 'shop_refund_failed.reason.unknown',
} as const;

const isKnown = (code: string): code is keyof typeof reasons => Object.hasOwn(reasons, code);

function reasonOf({ failureReason, providerStatus, status }: Refund, speaker: Speaker): string {
  const code = failureReason ?? (status === 'canceled' ? status : providerStatus);
  if (isKnown(code)) return `${speaker.say(reasons[code])} (${code})`;
  return failureReason === undefined ? `${speaker.say(reasons.unknown)} (${code})` : code;
}

/** The refund that the command Settle takes, once it was paid in another way. The id is the shop's own to choose. */
const paidByHand = ({ id, amount, at }: Refund): string =>
  JSON.stringify({
    provider: BY_HAND,
    id: `${BY_HAND}_${id}`,
    amount,
    status: 'succeeded',
    providerStatus: 'paid',
    at,
  } satisfies Refund);
