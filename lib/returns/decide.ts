import { isDeepStrictEqual } from 'node:util';
import { withAnswers } from './answers';
import type { Case, CaseLine, Dossier, Failure } from './case';
import type { Inspection, Refund, Tracking } from './chapters';
import type { Command, CommandOf } from './commands';
import { ReturnsError } from './errors';
import type { Change, EventDraft } from './events';
import { compareMoney, equalMoney, zero } from './money';
import {
  canMoveParcel,
  canMoveSettlement,
  decisionMoves,
  legalCommands,
  parcelMoves,
  settlementMoves,
  type DecisionCommand,
  type ParcelNews,
  type SettlementNews,
} from './state-machine';

/**
 * What a command means for a case: the events to append, none when the case is there already (events are handed
 * to workflows at least once, so a command may well be said twice). Pure: reads no clock and no store.
 * @param now ISO instant, used only where the command itself brings no time
 * @throws ReturnsError `illegal_command` naming the state and the commands that are legal; `invalid_input` for
 *   quantities beyond the line's
 */
export function decide(dossier: Dossier, command: Command, now: string): EventDraft[] {
  if (isFulfilled(dossier, command)) return [];
  switch (command.type) {
    case 'approve':
    case 'reject':
    case 'put_in_review':
    case 'ask_for_information':
    case 'cancel':
    case 'expire':
    case 'reopen':
      ensureLegal(dossier, command);
      return [decisionEvent(dossier, command)];
    case 'answer':
      ensureLegal(dossier, command);
      return [answeredEvent(dossier, command)];
    case 'keep_item':
      ensureLegal(dossier, command);
      return [draft('parcel.not_required', { parcel: 'not_required' }, command.note)];
    case 'receive':
      ensureLegal(dossier, command);
      return [draft('parcel.received', { parcel: 'received' }, command.note)];
    case 'inspect':
      ensureLegal(dossier, command);
      return inspectionEvents(dossier, command);
    case 'plan_settlement':
      ensureLegal(dossier, command);
      return [plannedEvent(dossier, command)];
    case 'record_label':
      return [labelEvent(dossier, command)];
    case 'record_parcel':
      return parcelEvents(dossier, command);
    case 'settle':
      return [settlementEvent(dossier, command)];
    case 'record_slip':
      return [draft('slip.created', { chapters: { slip: command.slip } }, command.note)];
    case 'record_email':
      return [draft('email.sent', { chapters: { email: command.email } }, command.note)];
    case 'link':
      return [draft('case.linked', { references: command.references }, command.note)];
    case 'fail': {
      const { type: _type, ...failure } = command;
      return isToldAlready(dossier, failure, now) ? [] : [draft('case.failed', { failure: { ...failure, at: now } })];
    }
    case 'note':
      return [draft('case.noted', {}, command.note)];
  }
}

/** The case stands where the command wants it. */
function isFulfilled(dossier: Dossier, command: Command): boolean {
  const { case: current, inspection } = dossier;
  switch (command.type) {
    case 'keep_item':
      return current.parcel === 'not_required';
    case 'receive':
      return current.parcel === 'received';
    case 'inspect':
      return isSameInspection(inspection, command.inspection, isInspected(current));
    case 'plan_settlement':
      // Also once the money is on its way or paid: whoever plans the same again after that is only told so late.
      return (
        !['none', 'failed'].includes(current.settlement) &&
        current.planned !== undefined &&
        equalMoney(current.planned, command.amount)
      );
    case 'record_label':
      return dossier.label?.trackingNumber === command.label.trackingNumber && isLinked(current, command.references);
    case 'record_slip':
      return isDeepStrictEqual(dossier.slip, command.slip);
    case 'record_email':
      return dossier.email?.messageId === command.email.messageId;
    case 'settle':
      return isSettledBy(dossier, command) && isLinked(current, command.references);
    case 'link':
      return isLinked(current, command.references);
    default:
      return command.type in decisionMoves && decisionMoves[command.type as DecisionCommand].to === current.decision;
  }
}

const isLinked = ({ references: known }: Case, references: Readonly<Record<string, string>> = {}): boolean =>
  Object.entries(references).every(([name, value]) => known[name] === value);

/** Told before, by the provider's own ids: its webhooks come at least once, and speak of what the node has told too. */
function isSettledBy(known: Dossier, { refund, exchange, credit }: CommandOf<'settle'>): boolean {
  if (!refund && !exchange && !credit) return false;
  return (
    (!refund || (known.refund?.id === refund.id && known.refund.status === refund.status)) &&
    (!exchange || known.exchange?.id === exchange.id) &&
    (!credit || known.credit?.id === credit.id)
  );
}

const SAME_FAILURE_MS = 60 * 60 * 1000;

/** An event is tried again and again: what failed the same way within the hour is the same failure. */
const isToldAlready = ({ case: { failures } }: Dossier, failure: Omit<Failure, 'at'>, now: string): boolean =>
  failures.some(
    ({ at, ...known }) => isDeepStrictEqual(known, failure) && Date.parse(now) - Date.parse(at) < SAME_FAILURE_MS,
  );

/** Delivery and fee are always written, so that those of an earlier plan do not outlive it. */
function plannedEvent(
  { decision }: Dossier,
  { amount, delivery, fee, note }: CommandOf<'plan_settlement'>,
): EventDraft {
  const nothing = zero(amount.currency);
  const plannedDelivery = delivery ?? nothing;
  const plannedFee = fee ?? decision?.fee ?? nothing;
  return draft('settlement.planned', { settlement: 'planned', planned: amount, plannedDelivery, plannedFee }, note);
}

/** Two units that arrive one after the other may well be graded alike: while some are awaited, only the time tells. */
function isSameInspection(known: Inspection | undefined, told: Inspection, isComplete: boolean): boolean {
  if (known === undefined || !isDeepStrictEqual(known.lines, told.lines)) return false;
  return isComplete || known.inspectedAt === told.inspectedAt;
}

const isInspected = ({ lines }: Case): boolean => lines.every(({ approved, received }) => received >= approved);

function ensureLegal(dossier: Dossier, command: Command): void {
  const legal = legalCommands(dossier.case);
  if (legal.includes(command.type)) return;
  const { rma, decision, parcel, settlement } = dossier.case;
  throw new ReturnsError(
    'illegal_command',
    `Case ${rma} cannot "${command.type}" while it is ${decision} (parcel ${parcel}, settlement ${settlement})`,
    {
      description: `Legal now: ${legal.join(', ')}. Check that the workflow reacts to the right event.`,
      context: { caseId: dossier.case.id, decision, parcel, settlement, legal },
    },
  );
}

function decisionEvent(dossier: Dossier, command: CommandOf<Exclude<DecisionCommand, 'answer'>>): EventDraft {
  const move = decisionMoves[command.type];
  const decision = 'decision' in command ? command.decision : undefined;
  const change: Change = {
    decision: move.to,
    ...(decision && { chapters: { decision } }),
    ...(command.type === 'approve' && { lines: approvedLines(dossier, command) }),
  };
  return draft(move.event, change, command.type === 'ask_for_information' ? command.question : command.note);
}

/** The request is decided anew, so the case stands where it stood when it was opened. */
function answeredEvent(dossier: Dossier, { answers, note }: CommandOf<'answer'>): EventDraft {
  const { request, order } = withAnswers(dossier, answers);
  const change: Change = {
    decision: decisionMoves.answer.to,
    ...(request !== dossier.request && { request }),
    ...(order !== dossier.order && { order }),
    ...(request.resolution !== dossier.case.resolution && { resolution: request.resolution }),
  };
  return draft(decisionMoves.answer.event, change, note);
}

function approvedLines(dossier: Dossier, { lines }: CommandOf<'approve'>): CaseLine[] {
  const asked = new Map(lines?.map((line) => [line.orderLineId, line.quantity]));
  for (const orderLineId of asked.keys()) ensureLineOf(dossier, orderLineId);
  return dossier.case.lines.map((line) => {
    const approved = lines ? (asked.get(line.orderLineId) ?? 0) : line.requested;
    ensureAtMost(approved, line.requested, line, 'approved', 'requested');
    return { ...line, approved };
  });
}

function inspectionEvents(dossier: Dossier, { inspection, note }: CommandOf<'inspect'>): EventDraft[] {
  for (const { orderLineId } of inspection.lines) ensureLineOf(dossier, orderLineId);
  const lines = dossier.case.lines.map((line) => inspectedLine(line, inspection));
  const change: Change = { lines, chapters: { inspection } };
  const recorded = draft('inspection.recorded', change, note);
  return canMoveParcel(dossier.case.parcel, 'received')
    ? [draft('parcel.received', { parcel: 'received' }), recorded]
    : [recorded];
}

function inspectedLine(line: CaseLine, inspection: Inspection): CaseLine {
  const seen = inspection.lines.filter(({ orderLineId }) => orderLineId === line.orderLineId);
  const count = (which: (entry: Inspection['lines'][number]) => boolean): number =>
    seen.filter(which).reduce((sum, { quantity }) => sum + quantity, 0);
  const isThere = ({ grade }: Inspection['lines'][number]): boolean => grade !== 'missing';
  const received = line.received + count(isThere);
  ensureAtMost(line.received + count(() => true), line.approved, line, 'inspected', 'approved');
  return {
    ...line,
    received,
    restocked: line.restocked + count((entry) => isThere(entry) && entry.disposition === 'restock'),
    writtenOff: line.writtenOff + count((entry) => isThere(entry) && entry.disposition === 'write_off'),
  };
}

function labelEvent(dossier: Dossier, { label, references, note }: CommandOf<'record_label'>): EventDraft {
  const moved = canMoveParcel(dossier.case.parcel, 'label_ready');
  return draft(
    'label.created',
    {
      ...(moved && { parcel: 'label_ready' }),
      chapters: { label },
      references: { trackingNumber: label.trackingNumber, ...references },
    },
    note,
  );
}

/** Which parcel state a scan speaks for; the others are worth a note, not a move. */
const newsOfTracking: Partial<Record<Tracking['status'], ParcelNews>> = {
  in_transit: 'in_transit',
  available_for_pickup: 'in_transit',
  attempt_failed: 'in_transit',
  out_for_delivery: 'out_for_delivery',
  delivered: 'delivered',
  returned_to_sender: 'returned_to_sender',
};

function parcelEvents(dossier: Dossier, { tracking, note }: CommandOf<'record_parcel'>): EventDraft[] {
  const known = dossier.tracking;
  // As instants, not as text: carriers write them with offsets and with fractions of a second.
  const age = known === undefined ? -Infinity : Date.parse(known.at) - Date.parse(tracking.at);
  if (known?.status === tracking.status && age === 0) return [];
  const newest = age <= 0;
  const chapters = newest ? { tracking } : undefined;
  const news = newsOfTracking[tracking.status];
  const move = news && newest && canMoveParcel(dossier.case.parcel, news) ? parcelMoves[news] : undefined;
  return [
    draft(move?.event ?? 'parcel.noted', { ...(move && { parcel: move.to }), ...(chapters && { chapters }) }, note),
  ];
}

function settlementEvent(dossier: Dossier, command: CommandOf<'settle'>): EventDraft {
  const { refund, exchange, credit, references, note } = command;
  const { case: current } = dossier;
  const news = settlementNews(dossier, command);
  const isLate = refund !== undefined && isOutdated(dossier, refund);
  const move = !isLate && canMoveSettlement(current.settlement, news) ? settlementMoves[news] : undefined;
  const chapters = { ...(refund && { refund }), ...(exchange && { exchange }), ...(credit && { credit }) };
  return draft(
    move?.event ?? 'settlement.noted',
    { ...(move && { settlement: move.to, chapters }), ...(references && { references }) },
    note,
  );
}

/**
 * Webhooks overtake each other. A refund that failed or was cancelled stays so at every provider: what is said of it
 * besides was true before. An earlier attempt has nothing to say about a later one, nor another one about what is settled.
 */
function isOutdated({ case: current, refund: known }: Dossier, refund: Refund): boolean {
  if (known === undefined) return false;
  if (known.id === refund.id) return ['failed', 'canceled'].includes(known.status) && refund.status !== known.status;
  return current.settlement === 'refunded' || Date.parse(refund.at) < Date.parse(known.at);
}

function settlementNews(dossier: Dossier, { refund, exchange, credit }: CommandOf<'settle'>): SettlementNews {
  // A refund beside an exchange is what the new goods cost less.
  if (exchange) return 'exchanged';
  if (refund) {
    if (refund.status === 'pending') return 'pending';
    if (refund.status !== 'succeeded') return 'failed';
    const planned = dossier.case.planned ?? dossier.decision?.refundable;
    return planned && compareMoney(refund.amount, planned) < 0 ? 'partially_refunded' : 'refunded';
  }
  if (credit) return 'credited';
  throw new ReturnsError('invalid_input', 'A settlement needs a refund, an exchange or a credit', {
    description: 'Pass the chapter that the payment or shop node added.',
  });
}

function ensureLineOf(dossier: Dossier, orderLineId: string): void {
  if (dossier.case.lines.some((line) => line.orderLineId === orderLineId)) return;
  throw new ReturnsError('invalid_input', `Case ${dossier.case.rma} has no line ${orderLineId}`, {
    description: `Its lines are ${dossier.case.lines.map((line) => line.orderLineId).join(', ')}.`,
  });
}

function ensureAtMost(asked: number, limit: number, line: CaseLine, done: string, of: string): void {
  if (asked <= limit) return;
  throw new ReturnsError('invalid_input', `${asked} of "${line.title}" cannot be ${done}: only ${limit} were ${of}`, {
    description: `Give at most ${limit} for this line.`,
  });
}

function draft(type: EventDraft['type'], change: Change, note?: string): EventDraft {
  return { type, change, ...(note !== undefined && { note }) };
}
