import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod/v4';
import type { Effect } from '../../sandbox/core/journal';
import { expectedOf, type Expected } from './expected';
import { hasEvent, type SeenCase } from './ledger-view';
import type { PlannedReturn } from './plan';
import { letterOf, mailsIn, type Mail } from './post-office';

/**
 * How close to a mail's arrival n8n must have been killed, to say that it died before it could note the mail: after it,
 * or just before, with the mail on the wire. n8n takes longer than this to start again.
 */
const DIED_WITHIN_MS = 3_000;

/** The counts of the last line; all of them zero but `mailsUncertain` when nothing was lost, doubled or wrong. */
export interface Counts {
  /** Returns without a case, or whose case has lost part of its history. */
  lost: number;
  doubleRefunds: number;
  doubleLabels: number;
  /** Mails that came twice although their sender knew, or could know, that they had gone out. */
  doubleMails: number;
  doubleExchanges: number;
  /** Messages that came twice in the chat of TikTok Shop, which can be looked into before writing again. */
  doubleMessages: number;
  /** Returns that paid back another amount, or put another number of units back in stock, than they were to. */
  wrongAmounts: number;
  /** Returns that did not come to their end, with everything that belongs to it. */
  stuck: number;
  deadLetters: number;
  /** Mails that came twice because the answer was lost, or n8n was killed before it could note that they had gone out. */
  mailsUncertain: number;
}

export interface Evidence {
  readonly returns: readonly PlannedReturn[];
  /** What the providers did. */
  readonly journal: readonly Effect[];
  /** Labels bought for a return. */
  readonly labelsOf: (planned: PlannedReturn) => number;
  /** The payment of a return's order, where it was paid with Stripe. */
  readonly paymentOf: (planned: PlannedReturn) => string | undefined;
  /** What TikTok Shop has of a return that was asked for there. */
  readonly onTikTok: (planned: PlannedReturn) => {
    readonly messages: readonly string[];
    /** Units back on sale. */
    readonly restocked: number;
  };
  readonly cases: readonly SeenCase[];
  readonly deadLetters: number;
  /** When n8n was killed, in milliseconds since 1970. */
  readonly kills: readonly number[];
}

export interface Verdict {
  readonly counts: Counts;
  /** One sentence for everything that counts. */
  readonly findings: readonly string[];
}

const stripeRefund = z.object({ paymentIntent: z.string(), amount: z.number() });
const shopifyRefund = z.object({ orderName: z.string(), minor: z.number() });
const tiktokRefund = z.object({ orderId: z.string(), amount: z.number() });
const exchange = z.object({ orderName: z.string() });
const stockChange = z.object({ sku: z.string().nullable(), delta: z.number(), reason: z.string() });

/** Compares what the providers did, and how the cases stand, with what was to come of each return. */
export function judge(evidence: Evidence): Verdict {
  const counts: Counts = {
    lost: 0,
    doubleRefunds: 0,
    doubleLabels: 0,
    doubleMails: 0,
    doubleExchanges: 0,
    doubleMessages: 0,
    wrongAmounts: 0,
    stuck: 0,
    deadLetters: evidence.deadLetters,
    mailsUncertain: 0,
  };
  const findings = evidence.deadLetters > 0 ? [`${evidence.deadLetters} events were given up`] : [];
  const mails = mailsIn(evidence.journal);
  for (const planned of evidence.returns) {
    const seen = evidence.cases.filter(({ dossier }) => dossier.order.name === planned.orderName);
    for (const [count, finding] of faultsOf(planned, seen, mails, evidence)) {
      counts[count] += 1;
      if (count !== 'mailsUncertain') findings.push(`${planned.orderName} (${planned.kind}): ${finding}`);
    }
  }
  return { counts, findings };
}

type Fault = readonly [keyof Counts, string];

function faultsOf(
  planned: PlannedReturn,
  cases: readonly SeenCase[],
  mails: readonly Mail[],
  evidence: Evidence,
): Fault[] {
  const expected = expectedOf(planned);
  const [seen, ...others] = cases;
  if (seen === undefined) return [['lost', 'there is no case']];
  const theirs = mails.filter(
    ({ to, messageId }) => to === planned.shopper.email || messageId.includes(seen.dossier.case.id),
  );
  return [
    ...others.map(({ dossier }): Fault => ['lost', `there is a second case, ${dossier.case.rma}`]),
    ...(seen.damage === undefined ? [] : [['lost', seen.damage] as const]),
    ...moneyFaults(planned, expected, evidence),
    ...goodsFaults(planned, expected, evidence),
    ...mailFaults(theirs, evidence.kills),
    ...messageFaults(planned, expected, evidence),
    ...endFaults(expected, seen, theirs),
  ];
}

function moneyFaults(planned: PlannedReturn, expected: Expected, { journal, paymentOf }: Evidence): Fault[] {
  const payment = paymentOf(planned);
  const amounts = journal.flatMap(({ provider, effect, detail }) => {
    if (effect !== 'refund.made') return [];
    if (provider === 'stripe') {
      const { paymentIntent, amount } = stripeRefund.parse(detail);
      return paymentIntent === payment ? [amount] : [];
    }
    if (provider === 'tiktok-shop') {
      const { orderId, amount } = tiktokRefund.parse(detail);
      return orderId === planned.orderName ? [amount] : [];
    }
    const { orderName, minor } = shopifyRefund.parse(detail);
    return orderName === planned.orderName ? [minor] : [];
  });
  const faults: Fault[] = [];
  if (amounts.length > expected.refunds)
    faults.push(['doubleRefunds', `${amounts.length} refunds: ${amounts.join(', ')}`]);
  if (amounts.length < expected.refunds) faults.push(['stuck', 'nothing was paid back']);
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (amounts.length > 0 && sum !== expected.refunded) {
    faults.push(['wrongAmounts', `${sum} were paid back instead of ${expected.refunded}`]);
  }
  return faults;
}

function goodsFaults(planned: PlannedReturn, expected: Expected, evidence: Evidence): Fault[] {
  const { journal, labelsOf, onTikTok } = evidence;
  const labels = labelsOf(planned);
  const exchanges = journal.filter(
    ({ effect, detail }) => effect === 'exchange.processed' && exchange.parse(detail).orderName === planned.orderName,
  ).length;
  const inShopify = journal
    .filter(({ effect }) => effect === 'stock.adjusted')
    .map(({ detail }) => stockChange.parse(detail))
    .filter(({ sku, reason }) => sku === planned.sku && reason === 'restock')
    .reduce((sum, { delta }) => sum + delta, 0);
  const restocked = planned.kind === 'tiktok_refund' ? onTikTok(planned).restocked : inShopify;
  const faults: Fault[] = [];
  if (labels > expected.labels) faults.push(['doubleLabels', `${labels} labels`]);
  if (labels < expected.labels) faults.push(['stuck', 'no label was bought']);
  if (exchanges > expected.exchanges) faults.push(['doubleExchanges', `${exchanges} exchanges`]);
  if (exchanges < expected.exchanges) faults.push(['stuck', 'no exchange was sent']);
  if (restocked > expected.restocked) faults.push(['wrongAmounts', `${restocked} units went back into stock`]);
  if (restocked < expected.restocked) faults.push(['stuck', 'nothing went back into stock']);
  return faults;
}

/** Every copy but the first of a message, and every second message of one kind. */
function mailFaults(mails: readonly Mail[], kills: readonly number[]): Fault[] {
  const faults: Fault[] = [];
  for (const copies of groupedBy(mails, ({ messageId }) => messageId).values()) {
    copies.slice(1).forEach((_, index) => {
      const before = copies[index];
      const { messageId, subject } = copies[0] ?? { messageId: '', subject: '' };
      if (before !== undefined && mayBeUnknown(before, kills)) faults.push(['mailsUncertain', subject]);
      else faults.push(['doubleMails', `"${subject}" came twice (${messageId})`]);
    });
  }
  const shopperMails = mails.filter((mail) => letterOf(mail)?.startsWith('shop_') === false);
  for (const [subject, same] of groupedBy(shopperMails, (mail) => mail.subject)) {
    const messages = new Set(same.map(({ messageId }) => messageId)).size;
    if (messages > 1) faults.push(['doubleMails', `"${subject}" was written ${messages} times`]);
  }
  return faults;
}

/** Every letter in the chat comes once. */
function messageFaults(planned: PlannedReturn, { messages: wanted }: Expected, { onTikTok }: Evidence): Fault[] {
  if (planned.kind !== 'tiktok_refund') return [];
  const { messages } = onTikTok(planned);
  const doubled = messages.length - new Set(messages).size;
  const faults: Fault[] = [];
  if (doubled > 0) faults.push(['doubleMessages', `${doubled} messages came twice`]);
  if (messages.length - doubled !== wanted) {
    faults.push(['stuck', `${messages.length - doubled} messages in the chat instead of ${wanted}`]);
  }
  return faults;
}

/** Whether the sender cannot know that this mail was taken. */
function mayBeUnknown({ isAnswerLost, at }: Mail, kills: readonly number[]): boolean {
  const taken = Date.parse(at);
  return isAnswerLost || kills.some((kill) => Math.abs(kill - taken) <= DIED_WITHIN_MS);
}

function endFaults(expected: Expected, seen: SeenCase, mails: readonly Mail[]): Fault[] {
  const { dossier, steps } = seen;
  const { decision, parcel, settlement } = dossier.case;
  const stands = { decision, parcel, settlement };
  const wanted = { decision: expected.decision, parcel: expected.parcel, settlement: expected.settlement };
  const wasOnItsWay = hasEvent(seen, 'parcel.in_transit');
  // To whom the shop writes no mail, it writes none of the parcel either.
  const isWrittenTo = expected.letters.length > 0;
  const letters = [...expected.letters, ...(wasOnItsWay && isWrittenTo ? ['in_transit'] : [])].sort();
  const came = [...new Set(mails.map(letterOf))].filter((letter) => letter?.startsWith('shop_') === false).sort();
  const open = steps.filter(({ status }) => status !== 'done');
  const faults: Fault[] = [];
  if (!isDeepStrictEqual(stands, wanted)) faults.push(['stuck', `it stands at ${Object.values(stands).join(', ')}`]);
  if (!isDeepStrictEqual(came, letters))
    faults.push(['stuck', `mails: ${came.join(', ')} instead of ${letters.join(', ')}`]);
  if (open.length > 0)
    faults.push(['stuck', `steps left: ${open.map(({ step, status }) => `${step} ${status}`).join(', ')}`]);
  return faults;
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
