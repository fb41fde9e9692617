import type { Result } from '../measuring/result';
import { twelveRules } from './bench-policy';
import { generateCases, smallShop } from './cases';
import { race } from './race';

const CASES = 1000;
const LEAST_PER_SECOND = 1_000_000;

/** Decisions per second of a policy as a small shop has it. */
export async function measure(): Promise<Result> {
  const contest = { id: 'policy.12-rules', aim: 50 };
  const cases = generateCases(CASES, smallShop);
  return (await race(contest, twelveRules, cases, (ours) => ours >= LEAST_PER_SECOND)).result;
}
