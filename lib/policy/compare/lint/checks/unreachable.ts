import { outcomes } from '../../../../returns';
import type { Policy } from '../../../document/policy-schema';
import { named, type LintContext, type LintedRule } from '../context';
import type { LintFinding } from '../finding';
import { shadowsBy, shadowsInOrder } from '../shadows';

type Routing = LintedRule<Policy['routing'][number]>;

/** Rules that never decide, because others before them take everything that they could hold for. */
export function findUnreachable(context: LintContext): LintFinding[] {
  const { windows, fees, cases, keepItem, routing } = context;
  const inOrder: readonly (readonly LintedRule[])[] = [windows, fees, cases, keepItem];
  return [
    ...inOrder.flatMap((rules) => unreachable(rules, shadowsInOrder(rules))),
    ...unreachable(routing, shadowsBy(routing, goesBefore)),
  ];
}

/** As requests are routed: by priority, then by caution; of equals the first gives its name. */
function goesBefore(one: Routing, other: Routing): boolean {
  const [a, b] = [one.rule, other.rule];
  if (a.priority !== b.priority) return a.priority > b.priority;
  const [caution, otherCaution] = [outcomes.indexOf(a.outcome), outcomes.indexOf(b.outcome)];
  return caution === otherCaution ? indexOf(one) < indexOf(other) : caution > otherCaution;
}

const indexOf = ({ path }: LintedRule): number => Number(/\d+/.exec(path)?.[0]);

const unreachable = <R extends LintedRule>(
  rules: readonly R[],
  shadows: readonly (readonly R[] | undefined)[],
): LintFinding[] =>
  rules.flatMap(({ path, name }, index): LintFinding[] => {
    const before = shadows[index];
    if (before === undefined) return [];
    const names = named(before.map((rule) => rule.name));
    return [
      {
        id: 'unreachable',
        severity: 'error',
        path,
        rule: name,
        by: before.map((rule) => rule.name),
        words: `${name} never decides: whenever it holds, ${names} ${before.length === 1 ? 'holds and goes' : 'hold and go'} before it.`,
        todo: `Put it before ${names}, narrow the condition there, or delete it.`,
      },
    ];
  });
