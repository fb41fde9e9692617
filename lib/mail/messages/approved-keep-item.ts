import { expectedAmount, expectedFacts, shopperLetter, type Compose, type Occasion } from './parts';

/** The way back is not worth it: the goods stay with the shopper, and what is paid for them is paid at once. */
export const approvedKeepItem: Compose = (occasion) => {
  const { dossier, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  return shopperLetter(occasion, {
    subject: speaker.say('approved_keep_item.subject', { rma }),
    preheader: speaker.say('approved_keep_item.preheader', { order }),
    title: speaker.say('approved_keep_item.title'),
    lead: [speaker.say('approved_keep_item.lead')],
    facts: expectedFacts(occasion),
    steps: [speaker.say('approved_keep_item.next.send'), ...settlementSteps(occasion)],
  });
};

function settlementSteps({ dossier, speaker }: Occasion): string[] {
  const { resolution } = dossier.case;
  if (resolution === 'exchange') return [speaker.say('approved_keep_item.next.exchange')];
  const amount = expectedAmount(dossier);
  return amount ? [speaker.say(`approved_keep_item.next.${resolution}`, { amount: speaker.amount(amount) })] : [];
}
