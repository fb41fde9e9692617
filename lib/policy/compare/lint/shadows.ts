import { assumed, isConsistent } from '../logic/satisfiable';
import { AnchorIndex } from './anchors';
import type { LintedRule } from './context';

/** Rules that a rule is held against one by one, and together; more on the very same facts are no policy any more. */
const MOST_ALONE = 300;
const MOST_TOGETHER = 30;
/** Questions after which a list is taken as it is: a policy of thousands of rules is looked through in a second. */
const MOST_QUESTIONS = 300_000;

/** Those rules before a rule that take everything it could hold for; undefined where something is left for it. */
type Shadow<R> = readonly R[] | undefined;

/** The shadow of each rule of a list of which the first that holds decides. */
export function shadowsInOrder<R extends LintedRule>(rules: readonly R[]): readonly Shadow<R>[] {
  const index = new AnchorIndex<R>();
  const budget = { questions: 0 };
  return rules.map((rule) => {
    const shadow = shadowOf(rule, index.near(rule, MOST_ALONE), budget);
    index.add(rule);
    return shadow;
  });
}

/** The shadow of each rule of a list whose order is another. */
export function shadowsBy<R extends LintedRule>(
  rules: readonly R[],
  goesBefore: (one: R, other: R) => boolean,
): readonly Shadow<R>[] {
  const index = new AnchorIndex<R>();
  const budget = { questions: 0 };
  for (const rule of rules) index.add(rule);
  return rules.map((rule) => {
    const near = index.near(rule, MOST_ALONE, (other) => other !== rule && goesBefore(other, rule));
    return shadowOf(rule, near, budget);
  });
}

function shadowOf<R extends LintedRule>(rule: R, before: readonly R[], budget: { questions: number }): Shadow<R> {
  if (before.length === 0 || budget.questions > MOST_QUESTIONS) return undefined;
  const own = assumed(rule.holds);
  if (own === undefined || !isConsistent(own)) return undefined;
  budget.questions += before.length;
  const alone = before.find((other) => !isConsistent(own, other.doesNotHold));
  if (alone !== undefined) return [alone];
  const several = before.slice(0, MOST_TOGETHER);
  const isLeft = (others: readonly R[]): boolean => isConsistent(own, ...others.map((other) => other.doesNotHold));
  if (several.length < 2 || isLeft(several)) return undefined;
  return several.reduce<readonly R[]>((needed, one) => {
    const without = needed.filter((other) => other !== one);
    return isLeft(without) ? needed : without;
  }, several);
}
