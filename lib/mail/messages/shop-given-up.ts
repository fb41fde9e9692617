import type { Compose } from './parts';
import { shopLetter } from './shop-letter';

/** A workflow failed as often as it may: nothing happens on the case any more until a person has the event replayed. */
export const shopGivenUp: Compose = (occasion) => {
  const { dossier, extra, speaker } = occasion;
  const { rma, failures } = dossier.case;
  const told = extra.failure ?? failures.find(({ code }) => code === 'dead_letter') ?? failures[0];
  const problem = told?.message ?? speaker.say('shop_alert.problem.unknown');
  return shopLetter(occasion, {
    subject: speaker.say('shop_given_up.subject', { rma }),
    preheader: speaker.say('shop_alert.preheader', { problem }),
    title: speaker.say('shop_given_up.title', { rma }),
    lead: [speaker.say('shop_given_up.lead')],
    facts: [
      [speaker.say('shop_alert.fact.problem'), problem],
      [speaker.say('shop_alert.fact.workflow'), told?.workflow],
    ],
    steps: [
      speaker.say('shop_given_up.next.repair'),
      speaker.say('shop_given_up.next.replay'),
      speaker.say('shop_alert.next.once'),
    ],
  });
};
