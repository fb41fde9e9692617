import type { Fact } from '../letter';
import {
  buttonTo,
  carrierOf,
  expectedAmount,
  expectedFacts,
  shopperLetter,
  type Compose,
  type Occasion,
} from './parts';

export const approvedWithLabel: Compose = (occasion) => {
  const { dossier, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  const { label } = dossier;
  return shopperLetter(occasion, {
    subject: speaker.say('approved_with_label.subject', { rma }),
    preheader: speaker.say('approved_with_label.preheader', { order }),
    title: speaker.say('approved_with_label.title'),
    lead: [speaker.say(label ? 'approved_with_label.lead' : 'approved_with_label.lead.unlabelled')],
    ...buttonTo(label?.url, speaker.say('approved_with_label.button')),
    facts: [...shippingFacts(occasion), ...expectedFacts(occasion)],
    steps: [...sendingSteps(occasion), ...settlementSteps(occasion)],
  });
};

function shippingFacts({ dossier: { label }, speaker }: Occasion): Fact[] {
  if (!label) return [];
  return [
    { label: speaker.say('fact.carrier'), value: carrierOf(label) },
    { label: speaker.say('fact.tracking'), value: label.trackingNumber },
  ];
}

function sendingSteps({ dossier, shop, speaker }: Occasion): string[] {
  const { label } = dossier;
  const pack = speaker.say('approved_with_label.next.pack', { rma: dossier.case.rma });
  if (label) {
    const drop = speaker.say('approved_with_label.next.drop', { carrier: carrierOf(label) });
    return [speaker.say('approved_with_label.next.print'), pack, drop];
  }
  if (!shop.returnAddress) return [speaker.say('approved_with_label.next.await')];
  const { name, line1, line2, postalCode, city, country } = shop.returnAddress;
  const address = [name, line1, line2, `${postalCode} ${city}`, country]
    .filter((part) => part !== undefined)
    .join(', ');
  return [pack, speaker.say('approved_with_label.next.address', { address })];
}

function settlementSteps({ dossier, speaker }: Occasion): string[] {
  const { resolution } = dossier.case;
  if (resolution === 'exchange') return [speaker.say('approved_with_label.next.exchange')];
  const amount = expectedAmount(dossier);
  return amount ? [speaker.say(`approved_with_label.next.${resolution}`, { amount: speaker.amount(amount) })] : [];
}
