/** 95 % one-sided: one time in twenty the true share is lower. */
const Z = 1.6448536269514722;
const Z2 = Z * Z;

/**
 * The share that is likely at the least when `bad` of `bad + good` were seen: 1 of 1 is no 100 % but 27 %, 20 of 20 are
 * 88 %. Both may be fractions. Grows with `bad` and shrinks with `good`. Source: Wilson (1927), lower bound of the
 * score interval.
 * @returns 0 to 1
 */
export function atLeast(bad: number, good: number): number {
  if (!(bad > 0)) return 0;
  const fine = Math.max(0, good);
  const n = bad + fine;
  return Math.max(0, (bad + Z2 / 2 - Z * Math.sqrt((bad * fine) / n + Z2 / 4)) / (n + Z2));
}
