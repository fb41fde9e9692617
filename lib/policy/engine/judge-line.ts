import type { Outcome } from '../../returns';
import type { Right, Statement } from '../law';
import { gapsOf } from './condition';
import { isShopAtFault } from './find-line';
import type { Ask, Doubt, LineFindings, OpenRule, Refusal, RequestFindings } from './findings';
import { groundOf, protectionOf, remedyOf, type LawView } from './law-view';
import { factNamesOfLaw } from './legal-facts';

/** A rule of the merchant that the law kept from having its way. */
export interface Overruling {
  readonly name: string;
  readonly by: Statement;
}

/** What becomes of one line, and why. */
export interface LineJudgement {
  readonly findings: LineFindings;
  readonly outcome: Outcome;
  /** The rule that decides: one of the policy, or `law.` and the id of a rule of law. */
  readonly rule: string;
  readonly refusal: Refusal | undefined;
  readonly doubt: Doubt | undefined;
  /** What is still asked. */
  readonly asks: readonly Ask[];
  readonly missing: readonly string[];
  readonly overruled: readonly Overruling[];
}

/** What the law holds over a line: the right, what it rests on, and how far it goes. */
interface Shield {
  readonly right: Right;
  readonly says: Statement;
  /** `granted`: goods can be sent back. `undecided`: they can unless a fact says otherwise. `remedy`: a person looks. */
  readonly reach: 'granted' | 'undecided' | 'remedy';
  readonly isWithdrawal: boolean;
}

const none: readonly never[] = [];

/**
 * The outcome of one line, with the law as the floor: what it grants is not refused, what turns on something that
 * nobody knows is asked, and only what neither of them touches is the merchant's alone.
 */
export function judgeLine(request: RequestFindings, law: LawView, index: number, line: LineFindings): LineJudgement {
  const { refusals, doubts, asks, open, perhapsLate } = line;
  const [refusal] = refusals;
  if (refusal === undefined && asks.length === 0 && open.length === 0 && !perhapsLate) {
    const [doubt] = doubts;
    return doubt === undefined ? approved(line, none, undefined) : reviewed(line, doubt, none);
  }
  const shield = shieldOf(law, index, line);
  if (refusal !== undefined && shield === undefined && !open.some(({ part }) => part === 'case')) {
    return refused(line, refusal);
  }
  return weigh(request, line, shield);
}

function shieldOf(law: LawView, index: number, line: LineFindings): Shield | undefined {
  const rights = law.onDemand.ofLine(index);
  if (rights === undefined) return undefined;
  const protection = protectionOf(rights, line);
  const right = protection ?? remedyOf(rights, line);
  const says = right && groundOf(right);
  if (right === undefined || says === undefined) return undefined;
  const reach = protection === undefined ? 'remedy' : right.status === 'open' ? 'granted' : 'undecided';
  return { right, says, reach, isWithdrawal: reach === 'granted' && right === rights.withdrawal };
}

function weigh(request: RequestFindings, line: LineFindings, shield: Shield | undefined): LineJudgement {
  const isGranted = shield?.reach === 'granted';
  const gaps = gapsOfLine(request, line, isGranted);
  const overruled: Overruling[] = [];
  const doubts = [...line.doubts];
  const missing = [...gaps.missing];
  if (gaps.isForeign) doubts.push({ name: gaps.foreignRule, because: 'currency' });

  const [refusal] = line.refusals;
  if (refusal !== undefined && shield !== undefined) {
    for (const { name } of line.refusals) overruled.push({ name, by: shield.says });
    if (isGranted) doubts.push(...line.refusals.filter(({ cause }) => !isTerm(cause)).map(doubtOf));
    else if (shield.reach === 'remedy') doubts.unshift({ name: lawName(shield.says), because: 'guarantee' });
    else if (shield.right.needs.length === 0) doubts.push({ name: refusal.name, because: 'law' });
    else missing.push(...factNamesOfLaw(shield.right.needs));
  }
  if (line.perhapsLate && !isGranted) {
    // Goods that are said to be faulty are for a person, whenever they came.
    if (shield?.reach !== 'remedy') missing.push('line.deliveredAt');
    else if (refusal === undefined) doubts.unshift({ name: lawName(shield.says), because: 'guarantee' });
  }
  const asks = shield?.isWithdrawal === true ? asksLeft(request, line, shield.says, overruled, doubts) : line.asks;

  if (refusal !== undefined && shield === undefined && !gaps.isCaseOpen) return refused(line, refusal);
  if (missing.length > 0 || asks.length > 0) {
    const byLaw = refusal !== undefined && shield !== undefined ? lawName(shield.says) : undefined;
    return {
      findings: line,
      outcome: 'needs_info',
      rule: asks[0]?.name ?? gaps.firstRule ?? byLaw ?? windowName(line),
      refusal: undefined,
      doubt: undefined,
      asks,
      missing: [...new Set(missing)],
      overruled,
    };
  }
  const [doubt] = doubts;
  if (doubt !== undefined) return reviewed(line, doubt, overruled);
  return approved(line, overruled, refusal === undefined ? undefined : shield);
}

const approved = (line: LineFindings, overruled: readonly Overruling[], by: Shield | undefined): LineJudgement => ({
  findings: line,
  outcome: 'approve',
  rule: by === undefined ? (line.approval?.name ?? windowName(line)) : lawName(by.says),
  refusal: undefined,
  doubt: undefined,
  asks: none,
  missing: none,
  overruled,
});

const reviewed = (line: LineFindings, doubt: Doubt, overruled: readonly Overruling[]): LineJudgement => ({
  findings: line,
  outcome: 'review',
  rule: doubt.name,
  refusal: undefined,
  doubt,
  asks: none,
  missing: none,
  overruled,
});

const refused = (line: LineFindings, refusal: Refusal): LineJudgement => ({
  findings: line,
  outcome: 'reject',
  rule: refusal.name,
  refusal,
  doubt: undefined,
  asks: none,
  missing: none,
  overruled: none,
});

const windowName = ({ window }: LineFindings): string => window?.rule.name ?? 'window';

export const lawName = ({ ruleId }: Statement): string => `law.${ruleId}`;

/** Terms of sale fall away where the law grants the return; a suspicion or a dispute about the goods is for a person. */
const isTerm = (cause: Refusal['cause']): boolean => cause === 'exclusion' || cause === 'window';

function doubtOf(refusal: Refusal): Doubt {
  const { name } = refusal;
  switch (refusal.cause) {
    case 'condition':
      return { name, because: 'condition', rule: refusal.condition, state: refusal.state };
    case 'routing':
      return { name, because: 'review', rule: refusal.routing };
    default:
      return { name, because: 'together' };
  }
}

/**
 * What may still be asked of somebody who withdraws: no reason, no proof and no choice but the refund is needed. Who
 * says that goods are faulty claims more than a withdrawal gives, and may be asked to show it.
 * Source: directive 2011/83/EU art. 9(1), 13(1).
 */
function asksLeft(
  { reading }: RequestFindings,
  line: LineFindings,
  by: Statement,
  overruled: Overruling[],
  doubts: Doubt[],
): readonly Ask[] {
  if (line.asks.length === 0 || isShopAtFault(line.entry)) return line.asks;
  const wantsRefund = reading.input.request.resolution === 'refund';
  return line.asks.filter(({ kind, name }) => {
    if (kind === 'method' || (kind === 'resolution' && !wantsRefund)) return true;
    overruled.push({ name, by });
    if (kind === 'question' || kind === 'together') doubts.push({ name, because: 'law' });
    return false;
  });
}

interface LineGaps {
  readonly missing: readonly string[];
  readonly isForeign: boolean;
  readonly foreignRule: string;
  readonly firstRule: string | undefined;
  readonly isCaseOpen: boolean;
}

const noGaps: LineGaps = { missing: none, isForeign: false, foreignRule: '', firstRule: undefined, isCaseOpen: false };

/** What the open rules would need. Where the law grants the return, terms that it would overrule need nothing. */
function gapsOfLine({ reading }: RequestFindings, line: LineFindings, isGranted: boolean): LineGaps {
  if (line.open.length === 0) return noGaps;
  const relevant = line.open.filter((open) => !isGranted || mattersBesidesLaw(open));
  if (relevant.length === 0) return noGaps;
  reading.turnTo(line.entry.asked, line.entry.line, line.entry.worth);
  const missing: string[] = [];
  let firstRule: string | undefined;
  let foreignRule: string | undefined;
  for (const { rule } of relevant) {
    const gaps = gapsOf(rule.condition, reading);
    missing.push(...gaps.facts);
    if (gaps.facts.length > 0) firstRule ??= rule.name;
    if (gaps.isForeign) foreignRule ??= rule.name;
  }
  return {
    missing,
    isForeign: foreignRule !== undefined,
    foreignRule: foreignRule ?? '',
    firstRule,
    isCaseOpen: relevant.some(({ part }) => part === 'case'),
  };
}

const mattersBesidesLaw = ({ part }: OpenRule): boolean =>
  part !== 'window' && part !== 'condition' && part !== 'exclusion';
