import { isKept, subtractMoney } from '../../returns';
import type { Fact } from '../letter';
import { ensureChapter, shopperLetter, type Compose, type Occasion } from './parts';

export const credited: Compose = (occasion) => {
  const { dossier, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  const credit = ensureChapter(dossier.credit, 'credit', 'credited');
  const amount = speaker.amount(credit.amount);
  return shopperLetter(occasion, {
    subject: speaker.say('credited.subject', { amount, rma }),
    preheader: speaker.say('credited.preheader', { order }),
    title: speaker.say('credited.title', { amount }),
    lead: [speaker.say(isKept(dossier.case) ? 'credited.lead.kept' : 'credited.lead', { order })],
    facts: [
      { label: speaker.say('fact.credit'), value: amount },
      ...bonusFacts(occasion),
      { label: speaker.say('fact.credited_on'), value: speaker.date(credit.at) },
    ],
    steps: [speaker.say('credited.next.spend'), speaker.say('credited.next.done')],
  });
};

/** What was added to the worth of the goods, where something was. */
function bonusFacts({ dossier, speaker }: Occasion): Fact[] {
  const { credit, case: current } = dossier;
  if (!credit || current.planned?.currency !== credit.amount.currency) return [];
  const bonus = subtractMoney(credit.amount, current.planned);
  return bonus.amount > 0 ? [{ label: speaker.say('fact.bonus'), value: speaker.amount(bonus) }] : [];
}
