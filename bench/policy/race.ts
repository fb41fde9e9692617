import type { Judgement, PolicyInput } from '../../lib/policy';
import { loadBuilt } from '../measuring/built';
import { median } from '../measuring/median';
import { judge as judgeContest, rounded, type Contest, type Result } from '../measuring/result';
import { perSecond, takeTurnsOfAll, type Side } from '../measuring/rounds';
import { agree, answerOf, type Answer } from './answer';
import { documentOf, type BenchPolicy } from './bench-policy';
import { jsonLogic } from './json-logic';
import { everyRule, firstHit } from './json-rules-engine';
import { peerFacts, type Answerer, type PeerFacts } from './peer-facts';
import { zenEngine } from './zen-engine';

type PolicyModule = Pick<typeof import('../../lib/policy'), 'decisionOf' | 'evaluatePolicy' | 'judge' | 'parsePolicy'>;

export const loadPolicy = (): PolicyModule =>
  loadBuilt<PolicyModule>('lib/policy/index.js', ['decisionOf', 'evaluatePolicy', 'judge', 'parsePolicy']);

const ROUNDS = 7;
const ROUND_MS = 400;
/** So few requests at a time, because the slowest peer answers a hundred in a second. */
const CHUNK = 20;
const now = new Date('2026-11-22T09:00:00Z');

export interface Race {
  readonly result: Result;
  /** Our decisions per second, the median of the rounds. */
  readonly ours: number;
}

/**
 * Decisions per second of one policy on the same requests, ours beside every peer's. Ours is `judge`, which every
 * answer of the node begins with: outcome, deciding rule, fee and amount, with the law above them, and everything kept
 * that the trace and the words are made of when somebody asks.
 * @param alsoTrue what must hold of our decisions per second besides the ratio
 * @throws Error when a peer answers any request otherwise than we do
 */
export async function race(
  contest: Pick<Contest, 'id' | 'aim'>,
  rules: BenchPolicy,
  cases: readonly PolicyInput[],
  alsoTrue: (ours: number) => boolean,
): Promise<Race> {
  const { decisionOf, evaluatePolicy, judge, parsePolicy } = loadPolicy();
  const policy = parsePolicy(documentOf(rules));
  const prepared = cases.map(peerFacts);
  const peers: readonly { readonly name: string; readonly ask: Answerer }[] = [
    { name: 'json-rules-engine', ask: everyRule(rules) },
    { name: 'json-rules-engine, first hit', ask: firstHit(rules) },
    { name: 'json-logic-js', ask: jsonLogic(rules) },
    { name: '@gorules/zen-engine', ask: zenEngine(rules) },
  ];

  const outcomes = { approve: 0, review: 0, needs_info: 0, reject: 0 };
  for (const [index, input] of cases.entries()) {
    const judgement = judge(policy, input);
    ensureSameDecision(judgement, evaluatePolicy(policy, input, now));
    const ours = answerOf(judgement);
    outcomes[ours.outcome] += 1;
    const facts = prepared[index] ?? peerFacts(input);
    for (const { name, ask } of peers) ensureAgreement(name, ours, await ask(facts), facts);
  }

  const traced = new Date(now).toISOString();
  const sides: readonly Side[] = [
    side(cases, cases.length, (input) => {
      judge(policy, input);
    }),
    ...peers.map(({ ask }) => side(prepared, CHUNK, ask)),
    side(cases, CHUNK, (input) => {
      decisionOf(judge(policy, input), traced, 'full');
    }),
  ];
  const [ours = [], all = [], ...rest] = await takeTurnsOfAll(ROUNDS, sides);
  const others = peers.slice(1).map(({ name }, at) => {
    const theirs = median(rest[at] ?? []);
    return { peer: name, theirs: rounded(theirs), ratio: rounded(median(ours) / theirs) };
  });
  const full = { unit: 'decisions/s', better: 'more', peer: 'json-rules-engine', ...contest } as const;
  const result = judgeContest(full, { ours, theirs: all }, alsoTrue(median(ours)), {
    others,
    wholeAnswers: rounded(median(rest.at(-1) ?? [])),
    compared: cases.length,
    outcomes,
  });
  return { result, ours: median(ours) };
}

/** Works through the inputs, a chunk at a time and each as often as the others. */
function side<T>(inputs: readonly T[], chunk: number, work: (input: T) => unknown): Side {
  let next = 0;
  const batch = async (): Promise<void> => {
    for (let left = chunk; left > 0; left -= 1) {
      const input = inputs[next];
      next = next + 1 < inputs.length ? next + 1 : 0;
      const waits = input === undefined ? undefined : work(input);
      if (waits instanceof Promise) await waits;
    }
  };
  return () => perSecond(batch, chunk, ROUND_MS);
}

function ensureSameDecision(
  { outcome, rule, refundable }: Judgement,
  whole: { outcome: string; rule?: string | undefined; refundable: { amount: number } },
): void {
  if (whole.outcome === outcome && whole.rule === rule && whole.refundable.amount === refundable) return;
  throw new Error(`What is measured is not what the node answers: ${outcome} ${rule}, ${whole.outcome} ${whole.rule}`);
}

function ensureAgreement(name: string, ours: Answer, theirs: Answer, facts: PeerFacts): void {
  if (agree(ours, theirs)) return;
  throw new Error(`${name} disagrees, so that speeds cannot be compared: ${JSON.stringify({ ours, theirs, facts })}`);
}
