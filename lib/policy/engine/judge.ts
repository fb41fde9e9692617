import { ReturnsError, type Outcome } from '../../returns';
import type { Policy } from '../document/policy-schema';
import type { PolicyInput } from '../facts';
import { askedLines } from './asked-lines';
import { compiledPolicy, type CompiledPolicy } from './compile-policy';
import { feeOf, type Fee } from './fee';
import { findLine } from './find-line';
import type { RequestFindings } from './findings';
import { judgeLine, type LineJudgement } from './judge-line';
import { LawView } from './law-view';
import { orderTimes } from './order-times';
import { Reading } from './reading';
import { findTogether } from './together';

/** The answer in figures. Words, offers, deadlines and the trace are worked out of it when somebody asks for them. */
export interface Judgement {
  readonly compiled: CompiledPolicy;
  readonly findings: RequestFindings;
  readonly law: LawView;
  readonly lines: readonly LineJudgement[];
  readonly outcome: Outcome;
  /** The rule that decides the whole. */
  readonly rule: string;
  /** The line whose rule it is; undefined for a rule on the whole request. */
  readonly deciding: LineJudgement | undefined;
  readonly fee: Fee;
  /** What is paid back for the goods after the fee, in minor units; nothing when refused. */
  readonly refundable: number;
}

/**
 * Decides a return request: outcome, deciding rule, fee and amount, for each line and for the whole. Reads nothing but
 * its arguments: the same ones give the same answer.
 * @throws ReturnsError `invalid_input` for an order or request that cannot be
 */
export function judge(policy: Policy, input: PolicyInput): Judgement {
  const compiled = compiledPolicy(policy);
  const { order, request } = input;
  const times = orderTimes(input, compiled.calendar);
  const asked = askedLines(request, order);
  let worth = 0;
  for (const entry of asked) worth += entry.worth;
  const [first] = asked;
  if (first === undefined || !Number.isSafeInteger(worth)) throw tooMuch();

  const reading = new Reading(
    input,
    compiled.slots,
    compiled.calendar,
    times.requestedAt,
    worth,
    first.asked,
    first.line,
    first.worth,
  );
  const lines = [findLine(compiled, reading, times, first)];
  for (let index = 1; index < asked.length; index += 1) {
    const entry = asked[index];
    if (entry === undefined) continue;
    reading.turnTo(entry.asked, entry.line, entry.worth);
    lines.push(findLine(compiled, reading, times, entry));
  }
  if (compiled.hasTogether) findTogether(policy, order.lines, lines);

  const findings: RequestFindings = { compiled, reading, times, lines, worth };
  const law = new LawView(findings);
  const judged: LineJudgement[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line !== undefined) judged.push(judgeLine(findings, law, index, line));
  }
  return judgeWhole(findings, law, judged);
}

function judgeWhole(findings: RequestFindings, law: LawView, lines: readonly LineJudgement[]): Judgement {
  const { compiled, worth } = findings;
  const fee = feeOf(findings, law, lines);
  const { outcome, rule, deciding } = verdictOf(compiled, lines, fee);
  const kept = lines.length > 1 && compiled.policy.together.mixedLines === 'approve_part' ? refusedWorth(lines) : 0;
  const refundable = outcome === 'reject' ? 0 : worth - kept - fee.amount;
  return { compiled, findings, law, lines, outcome, rule, deciding, fee, refundable };
}

const refusedWorth = (lines: readonly LineJudgement[]): number =>
  lines.reduce((sum, line) => sum + (line.outcome === 'reject' ? line.findings.entry.worth : 0), 0);

type Verdict = Pick<Judgement, 'outcome' | 'rule' | 'deciding'>;

const by = (deciding: LineJudgement): Verdict => ({ outcome: deciding.outcome, rule: deciding.rule, deciding });

/**
 * The outcome of the whole: refused only when every line is. What is not known comes before what a person has to look
 * at, because with it a person may not be needed.
 */
function verdictOf(compiled: CompiledPolicy, lines: readonly LineJudgement[], fee: Fee): Verdict {
  const [first] = lines;
  if (first !== undefined && lines.length === 1 && (fee.foreign.length === 0 || first.outcome !== 'approve'))
    return by(first);
  const firstWith = (outcome: Outcome): LineJudgement | undefined => lines.find((line) => line.outcome === outcome);
  const refused = firstWith('reject');
  if (refused !== undefined && lines.every(({ outcome }) => outcome === 'reject')) return by(refused);
  const asking = firstWith('needs_info');
  if (asking !== undefined) return by(asking);
  if (refused !== undefined && compiled.policy.together.mixedLines === 'review') {
    return { outcome: 'review', rule: 'mixed_lines', deciding: undefined };
  }
  const doubtful = firstWith('review');
  if (doubtful !== undefined) return by(doubtful);
  const [foreign] = fee.foreign;
  if (foreign !== undefined) return { outcome: 'review', rule: foreign, deciding: undefined };
  const approved = firstWith('approve');
  return approved === undefined ? { outcome: 'review', rule: 'mixed_lines', deciding: undefined } : by(approved);
}

const tooMuch = (): ReturnsError =>
  new ReturnsError('invalid_input', 'The amounts of the order are too large', {
    description: 'Check the prices: they are integers in the smallest unit of the currency.',
  });
