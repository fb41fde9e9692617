import { rounded, type Result } from '../measuring/result';
import { documentOf, manyRules } from './bench-policy';
import { generateCases, largeShop } from './cases';
import { loadPolicy, race } from './race';
import { perSecond } from '../measuring/rounds';

const CASES = 1000;
const [FEW, MANY] = [12, 200];

/**
 * Decisions per second of a policy of 200 rules. It counts only if the cost grows slower than the number of rules: the
 * same requests are also decided by a policy of 12 rules of the same kinds.
 */
export async function measure(): Promise<Result> {
  const cases = generateCases(CASES, largeShop(MANY));
  const { judge, parsePolicy } = loadPolicy();
  const small = parsePolicy(documentOf(manyRules(FEW)));
  const withFew = await perSecond(
    () => {
      for (const input of cases) judge(small, input);
    },
    CASES,
    2000,
  );
  const growsSlowerThanRules = (ours: number): boolean => withFew / ours < MANY / FEW;
  const { result, ours } = await race(
    { id: 'policy.200-rules', aim: 50 },
    manyRules(MANY),
    cases,
    growsSlowerThanRules,
  );
  return { ...result, withTwelveRules: rounded(withFew), costGrows: rounded(withFew / ours) };
}
