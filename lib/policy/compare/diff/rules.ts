import { zoneOf } from '../../calendar/zone';
import { canonicalJson } from '../../document/hash';
import type { Policy } from '../../document/policy-schema';
import type { PolicyChange } from './change';
import { pairRules, type Pair, type Placed } from './pair-rules';
import { movedOf, movesOf } from './moves';
import type { AnyRule, RulePart } from './rule-part';
import { said } from './say';

/** Moves that are told one by one; where more rules moved, that the order is another is told once. */
const MOST_MOVES = 50;

/** What changed in one list of rules: gone, new, changed, and moved where order matters. */
export const rulesDiff =
  <R extends AnyRule>(part: RulePart<R>): ((before: Policy, after: Policy) => PolicyChange[]) =>
  (before, after) => {
    const [earlier, later] = [part.rules(before), part.rules(after)];
    if (earlier === later || canonicalJson(earlier) === canonicalJson(later)) return [];
    const { pairs, gone, added } = pairRules(earlier, later);
    const nameOf = ({ id }: R): string => `the ${part.noun} \`${id}\``;
    const place = ({ rule, index }: Placed<R>) => ({
      path: `${part.path}[${index}]`,
      rule: `${part.trace}.${rule.id}`,
    });

    const removals = gone.map((one): PolicyChange => ({
      ...place(one),
      kind: 'removed',
      before: one.rule,
      words: said(`${nameOf(one.rule)} is gone; it said: ${part.tell(one.rule, part.about(one.rule.when, before))}`),
    }));
    const additions = added.map((one): Located => {
      const next = part.order === 'first_decides' ? later[one.index + 1] : undefined;
      const where = next === undefined ? '' : `, which goes before \`${next.id}\``;
      return {
        index: one.index,
        change: {
          ...place(one),
          kind: 'added',
          after: one.rule,
          words: said(
            `new ${part.noun} \`${one.rule.id}\`${where}: ${part.tell(one.rule, part.about(one.rule.when, after))}`,
          ),
        },
      };
    });
    const changes = pairs.flatMap((pair) =>
      changesOf(part, pair, before, after).map((change): Located => ({ index: pair.later.index, change })),
    );
    const moves = part.order === 'none' ? [] : movedOf(pairs);
    const isOther = moves.length > MOST_MOVES;
    const meaning = { currency: after.currency, zone: zoneOf(after.timeZone) };
    const placements = (isOther ? [] : movesOf(part, pairs, moves, meaning)).map(({ pair, words }): Located => ({
      index: pair.later.index,
      change: {
        ...place(pair.later),
        kind: 'changed',
        before: { position: pair.earlier.index + 1 },
        after: { position: pair.later.index + 1 },
        words: said(words(nameOf(pair.later.rule))),
      },
    }));
    const reordered: PolicyChange[] = isOther
      ? [
          {
            path: part.path,
            kind: 'changed',
            before: earlier.map(({ id }) => id),
            after: later.map(({ id }) => id),
            words: said(`${moves.length} rules of \`${part.path}\` have another place in their order`),
          },
        ]
      : [];
    const told = [...changes, ...placements, ...additions].sort((a, b) => a.index - b.index);
    return [...reordered, ...removals, ...told.map(({ change }) => change)];
  };

interface Located {
  readonly index: number;
  readonly change: PolicyChange;
}

function changesOf<R extends AnyRule>(
  part: RulePart<R>,
  { earlier, later }: Pair<R>,
  before: Policy,
  after: Policy,
): PolicyChange[] {
  const [was, is] = [earlier.rule, later.rule];
  const base = { path: `${part.path}[${later.index}]`, rule: `${part.trace}.${is.id}` };
  const about = part.about(is.when, after);
  const name = `the ${part.noun} \`${is.id}\``;
  const changes: PolicyChange[] = [];
  if (was.id !== is.id) {
    const words = said(`the ${part.noun} \`${was.id}\` is now called \`${is.id}\``);
    changes.push({ ...base, path: `${base.path}.id`, kind: 'changed', before: was.id, after: is.id, words });
  }
  if (canonicalJson(was.when) !== canonicalJson(is.when)) {
    const [then, now] = [part.about(was.when, before), about];
    const words =
      then === now
        ? `the condition of ${name} is written differently`
        : `${name} is now about ${now} instead of ${then}`;
    changes.push({ ...base, path: `${base.path}.when`, ...valuesOf(was.when, is.when), words: said(words) });
  }
  for (const { fields, words } of part.aspects) {
    if (fields.every((field) => canonicalJson(was[field]) === canonicalJson(is[field]))) continue;
    const [only] = fields;
    const values =
      fields.length === 1 && only !== undefined
        ? valuesOf(was[only], is[only])
        : { kind: 'changed' as const, before: pick(was, fields), after: pick(is, fields) };
    const path = fields.length === 1 && only !== undefined ? `${base.path}.${only}` : base.path;
    changes.push({ ...base, path, ...values, words: said(words(was, is, about, name)) });
  }
  return changes;
}

/** Both values and what became of them. */
export function valuesOf(before: unknown, after: unknown): Pick<PolicyChange, 'kind' | 'before' | 'after'> {
  if (before === undefined) return { kind: 'added', after };
  return after === undefined ? { kind: 'removed', before } : { kind: 'changed', before, after };
}

const pick = <R extends object>(rule: R, fields: readonly (keyof R & string)[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(fields.flatMap((field) => (rule[field] === undefined ? [] : [[field, rule[field]]])));
