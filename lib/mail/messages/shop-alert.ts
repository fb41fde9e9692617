import type { Fact } from '../letter';
import { buttonTo, type Compose } from './parts';

/** To the shop, not to the shopper. */
export const shopAlert: Compose = ({ dossier, extra, speaker }) => {
  const { rma, orderName, decision, parcel, settlement, failures } = dossier.case;
  const { failure } = extra;
  const problem = failure?.message ?? failures[0]?.message ?? speaker.say('shop_alert.problem.unknown');
  const facts: readonly [label: string, value: string | undefined][] = [
    [speaker.say('shop_alert.fact.problem'), problem],
    [speaker.say('shop_alert.fact.advice'), failure?.description],
    [speaker.say('shop_alert.fact.workflow'), failure?.workflow ?? failures[0]?.workflow],
    [speaker.say('shop_alert.fact.node'), failure?.node],
    [speaker.say('fact.rma'), rma],
    [speaker.say('fact.order'), orderName],
    [speaker.say('shop_alert.fact.state'), speaker.say('shop_alert.state', { decision, parcel, settlement })],
  ];
  return {
    subject: speaker.say('shop_alert.subject', { rma }),
    preheader: speaker.say('shop_alert.preheader', { problem }),
    title: speaker.say('shop_alert.title', { rma }),
    paragraphs: [speaker.say('shop_alert.lead'), ...(extra.note === undefined ? [] : [extra.note])],
    ...buttonTo(failure?.executionUrl, speaker.say('shop_alert.button')),
    facts: facts.flatMap(([label, value]): Fact[] => (value === undefined ? [] : [{ label, value: value }])),
    next: {
      heading: speaker.say('heading.next'),
      steps: [speaker.say('shop_alert.next.repair'), speaker.say('shop_alert.next.once')],
    },
    footer: [speaker.say('shop_alert.footer')],
  };
};
