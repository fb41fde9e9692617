import { canonicalJson } from '../../document/hash';
import { holds, type Meaning } from '../logic/formula';
import { isSatisfiable } from '../logic/satisfiable';
import type { Pair } from './pair-rules';
import type { AnyRule, RulePart } from './rule-part';
import { andList } from './say';

/** Rules that a moved one is held against; in longer lists all that it passed are taken to matter. */
const MOST_PASSED = 100;
/** Names that a sentence lists. */
const MOST_NAMES = 4;

export interface Move<R> {
  readonly pair: Pair<R>;
  readonly words: (name: string) => string;
}

/** As few rules as possible are taken to have moved: the longest run that kept its order stays where it is. */
export function movedOf<R extends AnyRule>(pairs: readonly Pair<R>[]): readonly Pair<R>[] {
  const kept = longestRun(pairs.map(({ earlier }) => earlier.index));
  return pairs.filter((_, index) => !kept.has(index));
}

/**
 * What the new places of rules mean. Where the first that holds decides, only places are told that can make a
 * difference: of rules that can hold together and say different things.
 */
export function movesOf<R extends AnyRule>(
  part: RulePart<R>,
  pairs: readonly Pair<R>[],
  moved: readonly Pair<R>[],
  meaning: Meaning,
): readonly Move<R>[] {
  const told = new Set<Pair<R>>();
  return moved.flatMap((pair): Move<R>[] => {
    told.add(pair);
    const passed = pairs.filter((other) => !told.has(other) && changedSides(pair, other));
    const matters =
      part.order === 'as_offered'
        ? passed
        : passed.filter((other, index) => index >= MOST_PASSED || canMeet(part, pair, other, meaning));
    const ahead = matters.filter((other) => other.later.index > pair.later.index);
    const behind = matters.filter((other) => other.later.index < pair.later.index);
    if (matters.length === 0) return [];
    const verb = part.order === 'as_offered' ? 'is now offered' : 'now goes';
    const where = [
      ...(ahead.length === 0 ? [] : [`before ${namesOf(ahead)}`]),
      ...(behind.length === 0 ? [] : [`after ${namesOf(behind)}`]),
    ].join(' and ');
    const effect =
      part.order === 'as_offered' ? '' : `, so where both hold, ${ahead.length === 0 ? namesOf(behind) : 'it'} decides`;
    return [
      { pair, words: (name) => `${name} ${verb} ${where}${ahead.length > 0 && behind.length > 0 ? '' : effect}` },
    ];
  });
}

const changedSides = <R>(one: Pair<R>, other: Pair<R>): boolean =>
  one.earlier.index < other.earlier.index !== one.later.index < other.later.index;

const namesOf = <R extends AnyRule>(pairs: readonly Pair<R>[]): string => {
  const names = pairs.slice(0, MOST_NAMES).map(({ later }) => `\`${later.rule.id}\``);
  const left = pairs.length - names.length;
  return andList(left > 0 ? [...names, `${left} more`] : names);
};

function canMeet<R extends AnyRule>(part: RulePart<R>, one: Pair<R>, other: Pair<R>, meaning: Meaning): boolean {
  const [a, b] = [one.later.rule, other.later.rule];
  if (canonicalJson(part.effect(a)) === canonicalJson(part.effect(b))) return false;
  return isSatisfiable(holds(a.when, meaning), holds(b.when, meaning));
}

/** Indexes of a longest increasing run, by patience sorting. */
function longestRun(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const [index, value] of values.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.set(index, tails[low - 1]);
    tails[low] = index;
  }
  const run = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = before.get(at)) run.add(at);
  return run;
}
