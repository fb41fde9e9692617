/** Numbers that look random and are the same in every run, 0 up to 1. Source: Mulberry32, public domain. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the values. @throws RangeError when there are none */
export function pick<T>(roll: () => number, values: readonly T[]): T {
  const index = Math.floor(roll() * values.length);
  for (const value of values.slice(index, index + 1)) return value;
  throw new RangeError('there is nothing to pick from');
}
