import { percentOfMinor, type Decision, type FeeTerms, type Money } from '../../returns';
import { policyHash } from '../document/hash';
import type { ResolutionRule } from '../document/offers';
import { isProtected, type LineRights } from '../law';
import { amountIn } from './amounts';
import { feeOf } from './fee';
import { findFee } from './find-line';
import { LineFindings } from './findings';
import type { Judgement } from './judge';
import type { LineJudgement } from './judge-line';
import { keepItemOf, type KeepItem } from './keep-item';
import { lawReference } from './law-reference';
import { factNamesOfLaw } from './legal-facts';
import { forAllLines, isBonusForeign, methodsOfLine, resolutionsOfLine } from './offers';
import { evidenceOf, questionsOf } from './questions';
import { Reading } from './reading';
import { lineReason, overrulingsOf, reasonOf } from './reason';
import { moneyIn, refundDeadlineOf, refundPartsOf, wholeOrderDelivery } from './refund-parts';
import { sendByOf } from './send-by';
import { traceOf, type TraceDepth } from './trace';
import { firstWindowEnd, windowEndOf } from './window-end';

/** The whole answer as the chapter `decision`: amounts, offers, deadlines, reasons and trace. */
export function decisionOf(judgement: Judgement, evaluatedAt: string, trace: TraceDepth): Decision {
  const { compiled, outcome, rule, fee, refundable, findings, lines } = judgement;
  const { policy } = compiled;
  const { currency } = findings.reading.input.order;
  const money = moneyIn(currency);
  const isRefused = outcome === 'reject';
  const keepItem = isRefused ? undefined : keepItemOf(judgement);
  const questions = outcome === 'needs_info' ? [...questionsOf(judgement)] : [];
  const missing = outcome === 'needs_info' ? [...new Set(lines.flatMap((line) => line.missing))] : [];
  const evidence = isRefused ? [] : [...evidenceOf(judgement)];
  const parts = refundPartsOf(judgement);
  const end = firstWindowEnd(judgement);
  const overruled = overrulingsOf(judgement);
  const lane = lines.find((line) => line.findings.lane !== undefined)?.findings.lane;
  const isKept = keepItem?.keep === true;
  const deadline = refundDeadlineOf(judgement, parts.total, isKept);
  const sendBy = sendByOf(judgement, isKept);
  return {
    outcome,
    policy: { name: policy.name, version: policy.version, hash: policyHash(policy) },
    evaluatedAt,
    rule,
    fee: money(isRefused ? 0 : fee.amount),
    refundable: money(refundable),
    parts: {
      goods: money(parts.goods),
      tax: money(parts.tax),
      outboundDelivery: money(parts.outboundDelivery),
      fee: money(parts.fee),
      total: money(parts.total),
    },
    ...(!isRefused && {
      ...(fee.cap !== undefined && { feeCap: money(fee.cap) }),
      delivery: { rule: policy.refund.outboundDelivery, wholeOrder: money(wholeOrderDelivery(judgement)) },
    }),
    ...(end && { windowEndsAt: end.iso }),
    ...(sendBy && { sendBy: sendBy.iso }),
    timeZone: policy.timeZone,
    reason: reasonOf(judgement, questions, keepItem, deadline, evaluatedAt),
    ...(isRefused && { declineCode: declineCodeOf(judgement) }),
    lines: lines.map((line, index) => lineDecision(judgement, line, index, keepItem)),
    ...(!isRefused && { resolutions: resolutionsOf(judgement, parts.total, isKept) }),
    ...(!isRefused && { methods: isKept ? [] : methodsOf(judgement) }),
    ...(evidence.length > 0 && { evidence }),
    ...(questions.length > 0 && { questions }),
    ...(missing.length > 0 && { missing }),
    ...(deadline && { refundDeadline: deadline }),
    ...(keepItem && {
      keepItem: { keep: keepItem.keep, rule: keepItem.rule, cost: money(keepItem.cost), worth: money(keepItem.worth) },
    }),
    ...(lane !== undefined && { lane }),
    ...(overruled.length > 0 && {
      overruled: overruled.map(({ name, by, orderLineId }) => ({
        rule: name,
        ...(orderLineId !== undefined && { orderLineId }),
        by: lawReference(by),
      })),
    }),
    trace: traceOf(judgement, trace),
  };
}

function lineDecision(
  judgement: Judgement,
  line: LineJudgement,
  index: number,
  keepItem: KeepItem | undefined,
): Decision['lines'][number] {
  const { outcome, fee, findings, law } = judgement;
  const { entry } = line.findings;
  const money = moneyIn(findings.reading.input.order.currency);
  const end = windowEndOf(judgement, index);
  const leftOut = line.outcome === 'reject' && judgement.compiled.policy.together.mixedLines === 'approve_part';
  const isNothing = outcome === 'reject' || leftOut;
  const rights = law.ofLine(index);
  const terms = isNothing ? undefined : fee.terms[index];
  return {
    orderLineId: entry.line.id,
    quantity: entry.asked.quantity,
    outcome: line.outcome,
    rule: line.rule,
    ...(end && { windowEndsAt: end.iso }),
    refundable: money(isNothing ? 0 : entry.worth),
    fee: money(isNothing ? 0 : (fee.ofLines[index] ?? 0)),
    ...(terms && { feeBasis: feeBasis(terms, money) }),
    tax: money(isNothing ? 0 : entry.tax),
    reason: lineReason(judgement, line),
    resolutions: [...new Set(resolutionsOfLine(judgement, index).map(({ resolution }) => resolution))],
    ...(keepItem && { keepItem: keepItem.ofLines[index] ?? false }),
    ...(line.missing.length > 0 && { missing: [...line.missing] }),
    ...(rights && {
      rights: {
        withdrawal: rights.withdrawal.status,
        ...(rights.withdrawal.endsAt && { withdrawalEndsAt: rights.withdrawal.endsAt.iso }),
        guarantee: rights.guarantee.status,
        ...(rights.guarantee.endsAt && { guaranteeEndsAt: rights.guarantee.endsAt.iso }),
        ...(isProtected(rights.withdrawal) && deductionIn(rights)),
      },
    }),
  };
}

const feeBasis = (
  { rule, per, percent, amount, minimum, cap }: FeeTerms,
  money: (amount: number) => Money,
): NonNullable<Decision['lines'][number]['feeBasis']> => ({
  rule,
  per,
  ...(percent !== undefined && { percent }),
  ...(amount !== undefined && { amount: money(amount) }),
  ...(minimum !== undefined && { minimum: money(minimum) }),
  ...(cap !== undefined && { cap: money(cap) }),
});

function deductionIn({ deduction: { allowed, needs, statements } }: LineRights): Pick<Rights, 'deduction'> {
  const [statement] = statements;
  if (statement === undefined) return {};
  const missing = [...factNamesOfLaw(needs)];
  return { deduction: { allowed, ...(missing.length > 0 && { missing }), law: lawReference(statement) } };
}

type Rights = NonNullable<Decision['lines'][number]['rights']>;
type Offer = NonNullable<Decision['resolutions']>[number];

/** Goods that are kept are never scanned, delivered or inspected: what is paid for them is paid at once. */
function resolutionsOf(judgement: Judgement, total: number, isKept: boolean): Offer[] {
  const { currency } = judgement.findings.reading.input.order;
  const money = moneyIn(currency);
  const offered = forAllLines(judgement, resolutionsOfLine, (one, other) => one.resolution === other.resolution);
  const seen = new Set<string>();
  return offered.flatMap((rule) => {
    const which = `${rule.resolution} ${rule.exchange ?? ''}`;
    if (seen.has(which)) return [];
    seen.add(which);
    const bonus = bonusOf(rule, judgement.refundable, currency);
    const amount = amountOf(rule, total, bonus ?? 0);
    return [
      {
        resolution: rule.resolution,
        paidAt: isKept ? 'approval' : rule.paidAt,
        ...(rule.exchange && { exchange: rule.exchange }),
        ...(bonus !== undefined && { bonus: money(bonus) }),
        ...(isBonusForeign(rule, currency) && { noBonusIn: currency }),
        ...(amount !== undefined && { amount: money(amount) }),
      },
    ];
  });
}

function bonusOf({ bonus }: ResolutionRule, refundable: number, currency: string): number | undefined {
  if (bonus === undefined) return undefined;
  if (bonus.percent !== undefined) return percentOfMinor(refundable, bonus.percent);
  return bonus.amount && amountIn(bonus.amount, currency);
}

/** What each resolution pays: money and credit the whole, a kept item its share; goods and repairs pay nothing. */
function amountOf({ resolution, share = 100 }: ResolutionRule, total: number, bonus: number): number | undefined {
  switch (resolution) {
    case 'refund':
      return total;
    case 'store_credit':
      return total + bonus;
    case 'keep_item':
      return percentOfMinor(total, share);
    default:
      return undefined;
  }
}

function methodsOf(judgement: Judgement): NonNullable<Decision['methods']> {
  const money = moneyIn(judgement.findings.reading.input.order.currency);
  return forAllLines(judgement, methodsOfLine, (one, other) => one.id === other.id).map(
    ({ method, carrier, service }) => ({
      method,
      ...(carrier !== undefined && { carrier }),
      ...(service !== undefined && { service }),
      fee: money(feeBy(judgement, method)),
    }),
  );
}

/** What the shopper would pay with another way of sending: the fee rules are asked again as if it had been chosen. */
function feeBy(judgement: Judgement, method: NonNullable<Decision['methods']>[number]['method']): number {
  const { compiled, findings, law, lines, fee } = judgement;
  if (findings.reading.input.request.method === method || compiled.fees.rules.length === 0) return fee.amount;
  const { reading } = findings;
  const { input } = reading;
  const other = new Reading(
    { ...input, request: { ...input.request, method } },
    reading.slots,
    reading.calendar,
    reading.requestedAt,
    reading.totalWorth,
    reading.asked,
    reading.line,
  );
  const asIf = lines.map((line) => {
    const again = new LineFindings(line.findings.entry);
    again.apart = line.findings.apart;
    other.turnTo(again.entry.asked, again.entry.line, again.entry.worth);
    findFee(compiled, other, again);
    return { ...line, findings: again };
  });
  return feeOf(findings, law, asIf).amount;
}

function declineCodeOf({ deciding }: Judgement): NonNullable<Decision['declineCode']> {
  const refusal = deciding?.refusal;
  if (refusal?.cause === 'window') return 'return_period_ended';
  const isSale = refusal?.cause === 'exclusion' && ['commercial', 'clearance'].includes(refusal.exclusion.ground);
  return isSale ? 'final_sale' : 'other';
}
