import { expectedAmount, shopperLetter, type Compose, type Occasion } from './parts';

export const received: Compose = (occasion) => {
  const { dossier, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  return shopperLetter(occasion, {
    subject: speaker.say('received.subject', { rma }),
    preheader: speaker.say('received.preheader', { order }),
    title: speaker.say('received.title'),
    lead: [speaker.say('received.lead', { order })],
    steps: [speaker.say('received.next.check'), ...settlementSteps(occasion)],
  });
};

function settlementSteps({ dossier, speaker }: Occasion): string[] {
  const { resolution } = dossier.case;
  if (resolution === 'exchange') return [speaker.say('received.next.exchange')];
  const amount = expectedAmount(dossier);
  return amount ? [speaker.say(`received.next.${resolution}`, { amount: speaker.amount(amount) })] : [];
}
