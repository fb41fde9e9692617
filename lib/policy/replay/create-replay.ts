import type { Decision } from '../../returns';
import { policyHash, type Policy } from '../document';
import { ruleInWords } from '../compare/diff/rule-in-words';
import { aspectsOf } from './compare-decisions';
import { exampleOf } from './example-of';
import { judgePast } from './judge-past';
import type { ReplayCase } from './replay-case';
import {
  changedAspects,
  unjudgedReasons,
  type ReplayExample,
  type ReplayGroup,
  type ReplayPolicy,
  type ReplayReport,
  type ReplaySide,
  type UnjudgedReason,
} from './report';
import { Counts, MoneyTally, type Sums } from './tallies';

export interface ReplayOptions {
  /** With what the draft is compared; without it, with the decision that each case carries. */
  readonly current?: Policy | undefined;
  readonly draft: Policy;
  /** When the report is made; written on it. */
  readonly now: Date;
  /** Examples of each group of changes. Default 3. */
  readonly examples?: number | undefined;
}

/** A replay that takes one case after the other. What it keeps does not grow with the number of cases. */
export interface Replay {
  /** Judges one past case, in well under a millisecond. */
  add(past: ReplayCase): void;
  /** What came out so far. */
  report(): ReplayReport;
}

/** Rules of two policies can be paired in more ways than a report has room for. */
const MOST_GROUPS = 500;
/** Examples in a whole report. */
const MOST_EXAMPLES = 200;
const MOST_DETAILS = 50;
interface Group {
  readonly before: ReplaySide;
  readonly after: ReplaySide;
  readonly money: MoneyTally;
  readonly examples: ReplayExample[];
  cases: number;
}

/**
 * Runs a draft over past cases, one by one: `add` each, then ask for the `report`. Each case is judged by what was known
 * when it was decided: a scan or an inspection that came later is left out, and so is every guess.
 */
export function createReplay({ current, draft, now, examples: mostExamples = 3 }: ReplayOptions): Replay {
  let [cases, same, sameByAnotherRule, changed, ungrouped, shown] = [0, 0, 0, 0, 0, 0];
  let [from, to] = [Infinity, -Infinity];
  const outcomes = new Map<string, { before: Decision['outcome']; after: Decision['outcome']; cases: number }>();
  const aspectCounts = new Map<string, number>();
  const money = new MoneyTally();
  const groups = new Map<string, Group>();
  const unjudged = new Map<UnjudgedReason, { cases: number; readonly details: Counts }>();

  function add(past: ReplayCase): void {
    cases += 1;
    const judged = judgePast(past, { current, draft, now });
    if ('reason' in judged) {
      countUnjudged(judged.reason, judged.details);
      return;
    }
    const { before, after, input } = judged;
    const at = Date.parse(input.request.requestedAt);
    [from, to] = [Math.min(from, at), Math.max(to, at)];
    const turn = `${before.outcome} ${after.outcome}`;
    const turned = outcomes.get(turn) ?? { before: before.outcome, after: after.outcome, cases: 0 };
    turned.cases += 1;
    outcomes.set(turn, turned);
    money.add(sumsOf(before), sumsOf(after));
    const aspects = aspectsOf(before, after);
    if (aspects.length === 0) {
      same += 1;
      if (before.rule !== after.rule && before.rule !== undefined) sameByAnotherRule += 1;
      return;
    }
    changed += 1;
    for (const aspect of aspects) aspectCounts.set(aspect, (aspectCounts.get(aspect) ?? 0) + 1);
    const group = groupOf(before, after);
    if (group === undefined) {
      ungrouped += 1;
      return;
    }
    group.cases += 1;
    group.money.add(sumsOf(before), sumsOf(after));
    if (group.examples.length >= mostExamples || shown >= MOST_EXAMPLES) return;
    shown += 1;
    group.examples.push({ ...exampleOf(past.id ?? `case ${cases}`, judged), aspects });
  }

  function countUnjudged(reason: UnjudgedReason, details: readonly string[]): void {
    const counted = unjudged.get(reason) ?? { cases: 0, details: new Counts(MOST_DETAILS) };
    counted.cases += 1;
    for (const detail of details) counted.details.add(detail);
    unjudged.set(reason, counted);
  }

  function groupOf(before: Decision, after: Decision): Group | undefined {
    const key = JSON.stringify([before.outcome, before.rule, after.outcome, after.rule]);
    const known = groups.get(key);
    if (known !== undefined || groups.size >= MOST_GROUPS) return known;
    const group: Group = {
      before: sideOf(before, current),
      after: sideOf(after, draft),
      money: new MoneyTally(),
      examples: [],
      cases: 0,
    };
    groups.set(key, group);
    return group;
  }

  const report = (): ReplayReport => ({
    against: current === undefined ? 'recorded' : 'policy',
    ...(current !== undefined && { current: nameOf(current) }),
    draft: nameOf(draft),
    replayedAt: now.toISOString(),
    ...(from <= to && { requested: { from: new Date(from).toISOString(), to: new Date(to).toISOString() } }),
    cases,
    same,
    sameByAnotherRule,
    changed,
    outcomes: [...outcomes.values()].map((turned) => ({ ...turned })).sort((a, b) => b.cases - a.cases),
    aspects: changedAspects.flatMap((aspect) => {
      const count = aspectCounts.get(aspect);
      return count === undefined ? [] : [{ aspect, cases: count }];
    }),
    money: money.sorted(),
    groups: [...groups.values()].map(groupReport).sort((a, b) => b.cases - a.cases),
    ungrouped,
    unjudged: unjudgedReasons.flatMap((reason) => {
      const counted = unjudged.get(reason);
      return counted === undefined ? [] : [{ reason, cases: counted.cases, details: counted.details.sorted() }];
    }),
  });

  return { add, report };
}

const groupReport = ({ before, after, cases, money, examples }: Group): ReplayGroup => ({
  before,
  after,
  cases,
  money: money.sorted(),
  examples: [...examples],
});

const nameOf = (policy: Policy): ReplayPolicy => ({
  name: policy.name,
  version: policy.version,
  hash: policyHash(policy),
});

function sideOf({ outcome, rule }: Decision, policy: Policy | undefined): ReplaySide {
  if (rule === undefined) return { outcome, rule: 'unknown' };
  const words = policy && ruleInWords(policy, rule);
  return { outcome, rule, ...(words !== undefined && { words }) };
}

const sumsOf = ({ outcome, refundable, fee }: Decision): Sums => ({
  refundable,
  fee,
  isApproved: outcome === 'approve',
});
