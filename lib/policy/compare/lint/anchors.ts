import { factOf, type FactName } from '../../facts';
import { wordsOf } from '../../engine/operands';
import { clauseOf, testsOf, type TestClause } from '../../render/words/clauses';
import { numbersOf } from '../logic/number-set';
import type { LintedRule } from './context';

/** A fact that must have one of some words, or a number of a range, for a rule to hold. */
type Anchor =
  | { readonly kind: 'words'; readonly fact: FactName; readonly words: readonly string[] }
  | { readonly kind: 'range'; readonly fact: FactName; readonly low: number; readonly high: number };

interface Anchored<R> {
  readonly rule: R;
  readonly place: number;
}

interface Ranged<R> extends Anchored<R> {
  readonly low: number;
  readonly high: number;
}

/**
 * Rules by what one of their facts must be, so that a rule is only held against those that it can meet. A rule on a
 * fact that the other does not ask about never takes everything from it: that fact may not be known.
 */
export class AnchorIndex<R extends LintedRule> {
  readonly #free: Anchored<R>[] = [];
  readonly #words = new Map<FactName, Map<string, Anchored<R>[]>>();
  readonly #ranges = new Map<FactName, Ranged<R>[]>();
  #count = 0;

  add(rule: R): void {
    const entry = { rule, place: this.#count };
    this.#count += 1;
    const [anchor] = anchorsOf(rule);
    if (anchor === undefined) this.#free.push(entry);
    else if (anchor.kind === 'range') {
      entryOf(this.#ranges, anchor.fact, () => []).push({ ...entry, low: anchor.low, high: anchor.high });
    } else {
      const byWord = entryOf(this.#words, anchor.fact, () => new Map<string, Anchored<R>[]>());
      for (const word of anchor.words) entryOf(byWord, word, () => []).push(entry);
    }
  }

  /**
   * Rules that could take something from a rule, in the order in which they were added, and no more than `most`.
   * @param counts leaves out those that do not go before it
   */
  near(rule: R, most: number, counts: (other: R) => boolean = () => true): readonly R[] {
    const found = new Set<Anchored<R>>();
    const add = (entries: readonly Anchored<R>[] | undefined): void => {
      for (const entry of entries ?? []) if (counts(entry.rule)) found.add(entry);
    };
    add(this.#free);
    const own = anchorsOf(rule);
    for (const fact of new Set(testsOf(clauseOf(rule.rule.when)).map((test) => test.fact))) {
      const anchor = own.find((one) => one.fact === fact);
      const byWord = this.#words.get(fact);
      if (byWord !== undefined) {
        for (const word of anchor?.kind === 'words' ? anchor.words : byWord.keys()) add(byWord.get(word));
      }
      const ranges = this.#ranges.get(fact);
      if (anchor?.kind === 'range') add(ranges?.filter(({ low, high }) => low <= anchor.high && high >= anchor.low));
      else add(ranges);
    }
    return [...found]
      .sort((a, b) => a.place - b.place)
      .slice(0, most)
      .map((entry) => entry.rule);
  }
}

const known = new WeakMap<LintedRule, readonly Anchor[]>();

function anchorsOf(rule: LintedRule): readonly Anchor[] {
  const before = known.get(rule);
  if (before !== undefined) return before;
  const clause = clauseOf(rule.rule.when);
  const parts = clause.kind === 'all' ? clause.parts : [clause];
  const anchors = parts.flatMap((part) => (part.kind === 'test' && part.holds ? anchorOf(part) : []));
  known.set(rule, anchors);
  return anchors;
}

function anchorOf({ fact, operator, operand }: TestClause): Anchor[] {
  const { kind } = factOf(fact);
  if (kind === 'text' && operator === 'is') return [{ kind: 'words', fact, words: wordsOf(operand) }];
  if (operator === 'exists' || operator === 'not') return [];
  const isPlain =
    typeof operand === 'number' || (Array.isArray(operand) && operand.every((end) => typeof end === 'number'));
  if ((kind !== 'number' && kind !== 'money') || !isPlain) return [];
  const [range] = numbersOf(operator, operand, true);
  return range === undefined ? [] : [{ kind: 'range', fact, low: range.low, high: range.high }];
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const entry = map.get(key) ?? make();
  map.set(key, entry);
  return entry;
}
