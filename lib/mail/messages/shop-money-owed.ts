import { ensureChapter, type Compose } from './parts';
import { shopLetter, shopperOf } from './shop-letter';

/** An exchange was sent, and what it cost less was not paid back with it. */
export const shopMoneyOwed: Compose = (occasion) => {
  const { dossier, extra, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  const amount = speaker.amount(ensureChapter(extra.owed, 'owed', 'shop_money_owed'));
  return shopLetter(occasion, {
    subject: speaker.say('shop_money_owed.subject', { amount, rma }),
    preheader: speaker.say('shop_money_owed.preheader', { order }),
    title: speaker.say('shop_money_owed.title', { amount }),
    lead: [speaker.say('shop_money_owed.lead', { amount, order })],
    facts: [
      [speaker.say('shop_money_owed.fact.amount'), amount],
      [speaker.say('shop_refund_failed.fact.shopper'), shopperOf(dossier)],
    ],
    steps: [speaker.say('shop_money_owed.next.look', { order }), speaker.say('shop_money_owed.next.pay', { amount })],
  });
};
