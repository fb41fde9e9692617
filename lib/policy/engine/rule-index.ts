import { anchorsOf } from './anchors';
import type { CompiledCondition } from './condition';
import { RangeTable, type RangedRule } from './ranges';
import type { Reading } from './reading';
import { NO, YES } from './truth';

export interface IndexedRule {
  readonly condition: CompiledCondition;
}

interface WordTable {
  readonly slot: number;
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** Every rule of the table: none can be ruled out while the fact is not known. */
  readonly all: readonly number[];
}

interface NumberTable {
  readonly slot: number;
  readonly ranges: RangeTable;
  readonly all: readonly number[];
}

const none: readonly never[] = [];
/** Up to here, asking each rule is faster than looking it up. */
const FEW = 2;
/** The largest number that `#seen` can hold. */
const LAST_ROUND = 0xffff_ffff;

/**
 * Rules by the facts they test, so that a request meets only those that can hold for it. It answers as if every rule
 * had been asked, in the order of the document. What it found is read from `held` and `open`, whose lists are never
 * changed afterwards: most questions find nothing, and then no list is made at all.
 */
export class RuleIndex<R extends IndexedRule> {
  /** Rules that hold, after `all`. */
  held: readonly R[] = none;
  /** Rules that what is not known leaves open; after `first`, those before the one that holds. */
  open: readonly R[] = none;
  readonly #always: readonly number[];
  readonly #words: readonly WordTable[];
  readonly #numbers: readonly NumberTable[];
  readonly #found: Uint32Array;
  readonly #seen: Uint32Array;
  /** Nothing narrows the rules down: each is asked. */
  readonly #isPlain: boolean;
  #round = 0;
  #count = 0;

  constructor(readonly rules: readonly R[]) {
    const always: number[] = [];
    const words = new Map<number, Map<string, number[]>>();
    const ranged = new Map<number, RangedRule[]>();
    for (let rule = 0; rule < rules.length; rule += 1) {
      const condition = rules[rule]?.condition;
      const anchors = condition === undefined || rules.length <= FEW ? undefined : anchorsOf(condition);
      if (anchors === undefined) {
        always.push(rule);
        continue;
      }
      for (const anchor of anchors) {
        if (anchor.kind === 'range') {
          entryOf(ranged, anchor.slot, newRanges).push({ rule, low: anchor.low, high: anchor.high });
          continue;
        }
        const table = entryOf(words, anchor.slot, newTable);
        for (const word of anchor.words) addOnce(entryOf(table, word, newList), rule);
      }
    }
    const tables = [...ranged].map(([slot, entries]) => ({ slot, entries, ranges: RangeTable.of(entries) }));
    this.#numbers = tables.flatMap(({ slot, entries, ranges }) =>
      ranges === undefined ? [] : [{ slot, ranges, all: entries.map(({ rule }) => rule) }],
    );
    const wide = tables.flatMap(({ entries, ranges }) => (ranges === undefined ? entries.map(({ rule }) => rule) : []));
    this.#always = wide.length === 0 ? always : [...new Set([...always, ...wide])].sort((a, b) => a - b);
    this.#words = [...words].map(([slot, byWord]) => ({
      slot,
      byWord,
      all: [...new Set([...byWord.values()].flat())],
    }));
    this.#isPlain = this.#words.length === 0 && this.#numbers.length === 0;
    // All of them, in the order of the document, for rules of which each is always asked.
    this.#found = Uint32Array.from(rules.keys());
    this.#seen = new Uint32Array(rules.length);
  }

  /** The first rule that holds; `open` has those before it that may. */
  first(reading: Reading): R | undefined {
    this.open = none;
    const { rules } = this;
    if (rules.length === 0) return undefined;
    this.#look(reading);
    const [found, count] = [this.#found, this.#count];
    let open: R[] | undefined;
    for (let index = 0; index < count; index += 1) {
      const rule = rules[found[index] ?? 0];
      if (rule === undefined) continue;
      const truth = rule.condition.holds(reading);
      if (truth === YES) return rule;
      if (truth === NO) continue;
      if (open === undefined) this.open = open = [rule];
      else open.push(rule);
    }
    return undefined;
  }

  /** Puts every rule that holds into `held`, and those that may into `open`. */
  all(reading: Reading): void {
    this.held = none;
    this.open = none;
    const { rules } = this;
    if (rules.length === 0) return;
    this.#look(reading);
    const [found, count] = [this.#found, this.#count];
    let held: R[] | undefined;
    let open: R[] | undefined;
    for (let index = 0; index < count; index += 1) {
      const rule = rules[found[index] ?? 0];
      if (rule === undefined) continue;
      const truth = rule.condition.holds(reading);
      if (truth === NO) continue;
      if (truth === YES) {
        if (held === undefined) this.held = held = [rule];
        else held.push(rule);
      } else if (open === undefined) this.open = open = [rule];
      else open.push(rule);
    }
  }

  /** Puts the rules that can hold into `#found`, in the order of the document. */
  #look(reading: Reading): void {
    if (this.#isPlain) {
      this.#count = this.rules.length;
      return;
    }
    this.#count = 0;
    this.#round += 1;
    if (this.#round > LAST_ROUND) {
      this.#seen.fill(0);
      this.#round = 1;
    }
    for (const { slot, byWord, all } of this.#words) {
      const value = reading.value(slot);
      if (typeof value === 'string') this.#add(byWord.get(value));
      else if (value === null) this.#add(all);
      else if (typeof value === 'object') for (const word of value) this.#add(byWord.get(word));
      else this.#add(byWord.get(String(value)));
    }
    for (const { slot, ranges, all } of this.#numbers) {
      const value = reading.number(slot);
      this.#add(value === null ? all : ranges.rulesFor(value));
    }
    this.#add(this.#always);
    if (this.#count > 1) this.#order();
  }

  #add(rules: readonly number[] | undefined): void {
    if (rules === undefined) return;
    const [found, seen, round] = [this.#found, this.#seen, this.#round];
    for (let index = 0; index < rules.length; index += 1) {
      const rule = rules[index] ?? 0;
      if (seen[rule] === round) continue;
      seen[rule] = round;
      found[this.#count] = rule;
      this.#count += 1;
    }
  }

  /** Most requests meet a handful of rules, and those are nearly in order already. */
  #order(): void {
    const found = this.#found;
    const count = this.#count;
    if (count > 64) {
      found.subarray(0, count).sort();
      return;
    }
    for (let index = 1; index < count; index += 1) {
      const rule = found[index] ?? 0;
      let place = index;
      while (place > 0 && (found[place - 1] ?? 0) > rule) {
        found[place] = found[place - 1] ?? 0;
        place -= 1;
      }
      found[place] = rule;
    }
  }
}

const newList = (): number[] => [];
const newRanges = (): RangedRule[] => [];
const newTable = (): Map<string, number[]> => new Map();

/** A rule that names a word twice is in its list once; rules come in order, so only the last can be the same. */
function addOnce(list: number[], rule: number): void {
  if (list.at(-1) !== rule) list.push(rule);
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
