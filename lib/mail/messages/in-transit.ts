import type { Fact } from '../letter';
import { buttonTo, carrierOf, shopperLetter, type Compose, type Occasion } from './parts';

export const inTransit: Compose = (occasion) => {
  const { dossier, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  return shopperLetter(occasion, {
    subject: speaker.say('in_transit.subject', { rma }),
    preheader: speaker.say('in_transit.preheader', { order }),
    title: speaker.say('in_transit.title'),
    lead: [speaker.say('in_transit.lead')],
    ...buttonTo(dossier.label?.trackingUrl, speaker.say('in_transit.button')),
    facts: trackingFacts(occasion),
    steps: [speaker.say('in_transit.next.arrive'), speaker.say('in_transit.next.keep')],
  });
};

function trackingFacts({ dossier, speaker }: Occasion): Fact[] {
  const source = dossier.label ?? dossier.tracking;
  if (!source) return [];
  return [
    { label: speaker.say('fact.carrier'), value: carrierOf(source) },
    { label: speaker.say('fact.tracking'), value: source.trackingNumber },
  ];
}
