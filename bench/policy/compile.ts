import { loadBuilt } from '../measuring/built';
import { median } from '../measuring/median';
import { judgeLimit, rounded, type Result } from '../measuring/result';
import { documentOf, manyRules } from './bench-policy';
import { loadPolicy } from './race';

type Compiler = Pick<typeof import('../../lib/policy/engine/compile-policy'), 'compilePolicy'>;

const RULES = 5000;
const LIMIT_MS = 200;
const ROUNDS = 11;

/**
 * Milliseconds to compile a policy of 5,000 rules. Reading and checking the document before comes on top, and is told
 * beside it. Neither has been done in this process before the first round that counts, but once.
 */
export function measure(): Promise<Result> {
  const { parsePolicy } = loadPolicy();
  const { compilePolicy } = loadBuilt<Compiler>('lib/policy/engine/compile-policy.js', ['compilePolicy']);
  const text = JSON.stringify(documentOf(manyRules(RULES)));
  const compiles: number[] = [];
  const parses: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const startedAt = performance.now();
    const policy = parsePolicy(JSON.parse(text));
    const parsedAt = performance.now();
    compilePolicy(policy);
    compiles.push(performance.now() - parsedAt);
    parses.push(parsedAt - startedAt);
  }
  const [first = 0, ...counted] = compiles;
  const contest = { id: 'policy.compile', unit: 'ms', peer: `the limit of ${LIMIT_MS} ms` };
  return Promise.resolve(
    judgeLimit(contest, counted, LIMIT_MS, {
      rules: RULES,
      firstTime: rounded(first),
      parse: rounded(median(parses.slice(1))),
    }),
  );
}
