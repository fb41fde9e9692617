import { wordsIn } from '../../returns';
import { buttonTo, ensureChapter, shopperLetter, type Compose } from './parts';

/** Asks what the policy has to know before it can decide. What only the shop can tell is not the shopper's to answer. */
export const informationNeeded: Compose = (occasion) => {
  const { dossier, extra, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  const { questions = [] } = ensureChapter(dossier.decision, 'decision', 'information_needed');
  const asked = questions
    .filter(({ asks }) => asks === 'shopper')
    .flatMap(({ text }) => wordsIn(text, speaker.locale) ?? []);
  const form = buttonTo(extra.answerUrl, speaker.say('information_needed.button'));
  return shopperLetter(occasion, {
    ...form,
    subject: speaker.say('information_needed.subject', { rma }),
    preheader: speaker.say('information_needed.preheader', { order }),
    title: speaker.say('information_needed.title'),
    lead: [
      speaker.say('information_needed.lead', { order }),
      ...[...new Set(asked)].map((question) => `– ${question}`),
    ],
    facts: [{ label: speaker.say('fact.requested'), value: speaker.date(dossier.request.requestedAt) }],
    steps: [
      form.button ? speaker.say('information_needed.next.form', { rma }) : speaker.say('information_needed.next.reply'),
      speaker.say('information_needed.next.decide'),
      speaker.say('in_review.next.keep'),
    ],
  });
};
