import { shopperLetter, type Compose } from './parts';

export const requestReceived: Compose = (occasion) => {
  const { dossier, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  return shopperLetter(occasion, {
    subject: speaker.say('request_received.subject', { rma }),
    preheader: speaker.say('request_received.preheader', { order }),
    title: speaker.say('request_received.title'),
    lead: [speaker.say('request_received.lead', { order })],
    facts: [{ label: speaker.say('fact.requested'), value: speaker.date(dossier.request.requestedAt) }],
    steps: [speaker.say('request_received.next.check'), speaker.say('request_received.next.keep')],
  });
};
