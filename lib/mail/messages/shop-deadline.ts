import type { MailExtra } from '../mail';
import { ensureChapter, type Compose, type Occasion } from './parts';
import { shopLetter, shopperOf } from './shop-letter';

type Deadline = NonNullable<MailExtra['deadline']>;

/** A marketplace is about to decide, or to pay, by itself. */
export const shopDeadline: Compose = (occasion) => {
  const { dossier, extra, speaker } = occasion;
  const { rma } = dossier.case;
  const deadline = ensureChapter(extra.deadline, 'deadline', 'shop_deadline');
  const { marketplace } = deadline;
  const when = speaker.moment(deadline.endsAt);
  const isInspection = deadline.awaits === 'inspection';
  const heading = { marketplace, rma, when };
  return shopLetter(occasion, {
    subject: speaker.say(isInspection ? 'shop_deadline.subject.pays' : 'shop_deadline.subject.decides', heading),
    preheader: speaker.say('shop_deadline.preheader', { when }),
    title: speaker.say(isInspection ? 'shop_deadline.title.inspect' : 'shop_deadline.title.answer', { rma, when }),
    lead: isInspection
      ? [speaker.say('shop_deadline.lead.pays', { marketplace, when })]
      : answerLead(occasion, deadline),
    facts: [
      [speaker.say('shop_deadline.fact.until'), when],
      [speaker.say('shop_refund_failed.fact.shopper'), shopperOf(dossier)],
    ],
    steps: isInspection
      ? [speaker.say('shop_deadline.next.inspect', { rma }), speaker.say('shop_deadline.next.refuse', { marketplace })]
      : answerSteps(occasion, deadline),
  });
};

const isDecided = ({ dossier }: Occasion): boolean => ['approved', 'rejected'].includes(dossier.case.decision);

function answerLead(occasion: Occasion, { endsAt, marketplace, byDefault }: Deadline): string[] {
  const { dossier, speaker } = occasion;
  const lead = speaker.say('shop_deadline.lead.decides', { marketplace, when: speaker.moment(endsAt) });
  if (isDecided(occasion)) {
    return [lead, speaker.say('shop_deadline.lead.unsaid', { marketplace, decision: dossier.case.decision })];
  }
  if (byDefault === undefined) return [lead, speaker.say('shop_deadline.default.none')];
  const { decision, hoursBefore: hours } = byDefault;
  return [lead, speaker.say(`shop_deadline.default.${decision}`, { hours })];
}

function answerSteps(occasion: Occasion, { marketplace }: Deadline): string[] {
  const { dossier, speaker } = occasion;
  if (isDecided(occasion)) {
    return [
      speaker.say('shop_deadline.next.say', { marketplace }),
      speaker.say('shop_deadline.next.seller', { marketplace }),
    ];
  }
  const { rma, decision } = dossier.case;
  const press = decision === 'in_review' ? [speaker.say('shop_deadline.next.press', { rma })] : [];
  return [...press, speaker.say('shop_deadline.next.decide', { marketplace })];
}
