/** A rule that can only hold for numbers of a range, both ends included. */
export interface RangedRule {
  readonly rule: number;
  readonly low: number;
  readonly high: number;
}

/** Entries per rule beyond which a table costs more than asking the rules. */
const MOST_PER_RULE = 16;

/** Which rules a number can meet. The line of numbers is cut at every end of a range. */
export class RangeTable {
  private constructor(
    readonly cuts: readonly number[],
    /** Rules at each cut, and between it and the next one. */
    readonly at: readonly (readonly number[])[],
    readonly after: readonly (readonly number[])[],
    readonly before: readonly number[],
  ) {}

  /** Undefined when ranges overlap so much that a table would not pay. */
  static of(ranged: readonly RangedRule[]): RangeTable | undefined {
    const cuts = [...new Set(ranged.flatMap(({ low, high }) => [low, high]).filter(Number.isFinite))].sort(
      (a, b) => a - b,
    );
    const budget = MOST_PER_RULE * ranged.length + 64;
    let entries = 0;
    const at = cuts.map((): number[] => []);
    const after = cuts.map((): number[] => []);
    const before: number[] = [];
    const placeOf = new Map(cuts.map((cut, index) => [cut, index]));
    for (const { rule, low, high } of ranged) {
      const first = placeOf.get(low) ?? 0;
      const last = placeOf.get(high) ?? cuts.length - 1;
      entries += 2 * Math.max(0, last - first) + 2;
      if (entries > budget) return undefined;
      if (low === -Infinity) before.push(rule);
      for (let index = first; index <= last; index += 1) {
        at[index]?.push(rule);
        if (index < last || high === Infinity) after[index]?.push(rule);
      }
    }
    return new RangeTable(cuts, at, after, before);
  }

  rulesFor(value: number): readonly number[] {
    let [from, to] = [0, this.cuts.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.cuts[middle] ?? Infinity) <= value) from = middle + 1;
      else to = middle;
    }
    if (from === 0) return this.before;
    return (this.cuts[from - 1] === value ? this.at[from - 1] : this.after[from - 1]) ?? [];
  }
}
