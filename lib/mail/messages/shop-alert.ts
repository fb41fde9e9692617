import { buttonTo, type Compose } from './parts';
import { shopLetter } from './shop-letter';

/** A workflow failed. */
export const shopAlert: Compose = (occasion) => {
  const { dossier, extra, speaker } = occasion;
  const { rma, failures } = dossier.case;
  const { failure } = extra;
  const problem = failure?.message ?? failures[0]?.message ?? speaker.say('shop_alert.problem.unknown');
  return shopLetter(occasion, {
    subject: speaker.say('shop_alert.subject', { rma }),
    preheader: speaker.say('shop_alert.preheader', { problem }),
    title: speaker.say('shop_alert.title', { rma }),
    lead: [speaker.say('shop_alert.lead')],
    ...buttonTo(failure?.executionUrl, speaker.say('shop_alert.button')),
    facts: [
      [speaker.say('shop_alert.fact.problem'), problem],
      [speaker.say('shop_alert.fact.advice'), failure?.description],
      [speaker.say('shop_alert.fact.workflow'), failure?.workflow ?? failures[0]?.workflow],
      [speaker.say('shop_alert.fact.node'), failure?.node],
    ],
    steps: [speaker.say('shop_alert.next.repair'), speaker.say('shop_alert.next.once')],
  });
};
