import type { Policy } from '../../../document/policy-schema';
import { isSatisfiable } from '../../logic/satisfiable';
import { named, type LintContext, type LintedRule } from '../context';
import type { LintFinding } from '../finding';

type Routing = LintedRule<Policy['routing'][number]>;

/** Pairs that are looked at; in longer lists the rest is taken as it is. */
const MOST_PAIRS = 50_000;

/** Rules of one priority that approve and refuse the same requests: the refusal wins, which is seldom meant. */
export function findConflicts({ routing }: LintContext): LintFinding[] {
  const refusing = routing.filter(({ rule }) => rule.outcome === 'reject');
  let pairs = 0;
  const meets = (one: Routing, other: Routing): boolean => {
    pairs += 1;
    return pairs <= MOST_PAIRS && one.rule.priority === other.rule.priority && isSatisfiable(one.holds, other.holds);
  };
  return routing.flatMap((approving): LintFinding[] => {
    const { rule, path, name } = approving;
    if (rule.outcome !== 'approve') return [];
    const against = refusing.filter((other) => meets(approving, other));
    // Where nothing is left for it, that it never decides is what there is to say.
    if (against.length === 0 || !isSatisfiable(approving.holds, ...against.map((other) => other.doesNotHold)))
      return [];
    const names = named(against.map((other) => other.name));
    return [
      {
        id: 'contradiction',
        severity: 'warning',
        path,
        rule: name,
        by: against.map((other) => other.name),
        words: `${name} approves requests that ${names} ${against.length === 1 ? 'refuses' : 'refuse'} with the same priority (${rule.priority}); where both hold, the request is refused.`,
        todo: `Give one of them a higher \`priority\`, or conditions that exclude each other.`,
      },
    ];
  });
}
