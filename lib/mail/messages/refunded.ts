import { isKept } from '../../returns';
import { BY_HAND, ensureChapter, feeFacts, shopperLetter, type Compose } from './parts';

export const refunded: Compose = (occasion) => {
  const { dossier, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  const refund = ensureChapter(dossier.refund, 'refund', 'refunded');
  const amount = speaker.amount(refund.amount);
  return shopperLetter(occasion, {
    subject: speaker.say('refunded.subject', { amount, rma }),
    preheader: speaker.say('refunded.preheader', { order }),
    title: speaker.say(refund.status === 'succeeded' ? 'refunded.title' : 'refunded.title.pending', { amount }),
    lead: [speaker.say(refund.provider === BY_HAND ? 'refunded.lead.by_hand' : 'refunded.lead', { order })],
    facts: [
      ...feeFacts(occasion),
      { label: speaker.say('fact.refunded'), value: amount },
      { label: speaker.say('fact.refunded_on'), value: speaker.date(refund.at) },
    ],
    steps: [
      speaker.say('refunded.next.bank'),
      speaker.say(isKept(dossier.case) ? 'refunded.next.done.kept' : 'refunded.next.done'),
    ],
  });
};
