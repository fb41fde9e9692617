import { canonicalJson } from '../../document/hash';
import type { AnyRule } from './rule-part';

export interface Placed<R> {
  readonly rule: R;
  readonly index: number;
}

/** One rule in both versions. */
export interface Pair<R> {
  readonly earlier: Placed<R>;
  readonly later: Placed<R>;
}

export interface Pairing<R> {
  readonly pairs: readonly Pair<R>[];
  readonly gone: readonly Placed<R>[];
  readonly added: readonly Placed<R>[];
}

/** Rules of one id are one rule; so are those that say the same under two ids. */
export function pairRules<R extends AnyRule>(before: readonly R[], after: readonly R[]): Pairing<R> {
  const placed = (rule: R, index: number): Placed<R> => ({ rule, index });
  const earlier = before.map(placed);
  const later = after.map(placed);
  const byId = new Map(earlier.map((one) => [one.rule.id, one]));
  const kept = new Set(after.map(({ id }) => id));
  const renamed = new Map<string, Placed<R>[]>();
  for (const one of earlier) {
    if (kept.has(one.rule.id)) continue;
    const same = contentOf(one.rule);
    renamed.set(same, [...(renamed.get(same) ?? []), one]);
  }
  const pairs: Pair<R>[] = [];
  const added: Placed<R>[] = [];
  const taken = new Set<Placed<R>>();
  for (const one of later) {
    const match = byId.get(one.rule.id) ?? renamed.get(contentOf(one.rule))?.shift();
    if (match === undefined) added.push(one);
    else {
      taken.add(match);
      pairs.push({ earlier: match, later: one });
    }
  }
  return { pairs, gone: earlier.filter((one) => !taken.has(one)), added };
}

const contentOf = ({ id: _id, ...content }: AnyRule): string => canonicalJson(content);
