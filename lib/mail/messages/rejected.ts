import { wordsIn } from '../../returns';
import { shopperLetter, type Compose } from './parts';

export const rejected: Compose = (occasion) => {
  const { dossier, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  const { decision } = dossier;
  // A person may refuse what the policy had put in review: its reason would then be the wrong one, and only they know
  // their own. A sentence of theirs comes as the note of the message.
  const reason = decision?.outcome === 'reject' ? wordsIn(decision.reason.shopper, speaker.locale) : undefined;
  return shopperLetter(occasion, {
    subject: speaker.say('rejected.subject', { rma }),
    preheader: speaker.say('rejected.preheader', { order }),
    title: speaker.say('rejected.title'),
    lead: [speaker.say('rejected.lead', { order }), reason ?? speaker.say('rejected.person')],
    facts: [{ label: speaker.say('fact.requested'), value: speaker.date(dossier.request.requestedAt) }],
    steps: [speaker.say('rejected.next.reply'), speaker.say('rejected.next.rights')],
  });
};
