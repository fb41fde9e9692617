import { wordsIn } from '../../returns';
import { shopperLetter, type Compose } from './parts';

export const inReview: Compose = (occasion) => {
  const { dossier, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  const { decision } = dossier;
  const reason = decision?.outcome === 'review' ? wordsIn(decision.reason.shopper, speaker.locale) : undefined;
  return shopperLetter(occasion, {
    subject: speaker.say('in_review.subject', { rma }),
    preheader: speaker.say('in_review.preheader', { order }),
    title: speaker.say('in_review.title'),
    lead: [speaker.say('in_review.lead', { order }), reason ?? speaker.say('in_review.reason')],
    facts: [{ label: speaker.say('fact.requested'), value: speaker.date(dossier.request.requestedAt) }],
    steps: [
      speaker.say('in_review.next.person'),
      speaker.say('in_review.next.answer'),
      speaker.say('in_review.next.keep'),
    ],
  });
};
