import { isKept } from '../../returns';
import { buttonTo, ensureChapter, shopperLetter, type Compose } from './parts';

export const paymentDue: Compose = (occasion) => {
  const { dossier, extra, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  const exchange = ensureChapter(dossier.exchange, 'exchange', 'payment_due');
  const amount = speaker.amount(ensureChapter(extra.owed, 'owed', 'payment_due'));
  return shopperLetter(occasion, {
    subject: speaker.say('payment_due.subject', { amount, rma }),
    preheader: speaker.say('payment_due.preheader', { order }),
    title: speaker.say('payment_due.title', { amount }),
    lead: [speaker.say(isKept(dossier.case) ? 'payment_due.lead.kept' : 'payment_due.lead')],
    ...buttonTo(extra.paymentUrl, speaker.say('payment_due.button', { amount })),
    facts: [{ label: speaker.say('fact.owed'), value: amount }],
    items: {
      heading: speaker.say('payment_due.heading.items'),
      rows: exchange.lines.map(({ title, quantity }) => ({
        title,
        detail: speaker.say('item.quantity', { count: quantity }),
        amount: '',
      })),
    },
    steps: [
      speaker.say(extra.paymentUrl === undefined ? 'payment_due.next.reply' : 'payment_due.next.pay'),
      speaker.say('payment_due.next.ship'),
      speaker.say('payment_due.next.otherwise'),
    ],
  });
};
