import type { Rounds } from './result';

/** Works once through what is measured and answers the value of this round. */
export type Side = () => Promise<number>;

/**
 * Measures two sides by turns, so that whatever else the machine does meets both. Each works once before anything
 * counts, and the one that begins changes with each round.
 */
export async function takeTurns(count: number, ours: Side, theirs: Side): Promise<Rounds> {
  const values = { ours: new Array<number>(), theirs: new Array<number>() };
  await ours();
  await theirs();
  for (let round = 0; round < count; round += 1) {
    if (round % 2 === 0) values.ours.push(await ours());
    values.theirs.push(await theirs());
    if (round % 2 === 1) values.ours.push(await ours());
  }
  return values;
}

/** The same for any number of sides. The one that begins moves on with each round; the values are in the sides' order. */
export async function takeTurnsOfAll(count: number, sides: readonly Side[]): Promise<readonly (readonly number[])[]> {
  const values = sides.map((): number[] => []);
  for (const side of sides) await side();
  for (let round = 0; round < count; round += 1) {
    for (let turn = 0; turn < sides.length; turn += 1) {
      const at = (round + turn) % sides.length;
      const value = await sides[at]?.();
      if (value !== undefined) values[at]?.push(value);
    }
  }
  return values;
}

/** Repeats a batch for at least `milliseconds` and answers how many pieces of work were done per second. */
export async function perSecond(
  batch: () => void | Promise<void>,
  pieces: number,
  milliseconds: number,
): Promise<number> {
  const startedAt = performance.now();
  let elapsed = 0;
  let batches = 0;
  while (elapsed < milliseconds) {
    await batch();
    batches += 1;
    elapsed = performance.now() - startedAt;
  }
  return (batches * pieces * 1000) / elapsed;
}

/** Works once through a batch and answers the milliseconds that one piece of work took. */
export async function timePerPiece(batch: () => Promise<void>, pieces: number): Promise<number> {
  const startedAt = performance.now();
  await batch();
  return (performance.now() - startedAt) / pieces;
}

/** Works once through a batch and answers how many pieces of work were done per second. */
export async function perSecondOf(pieces: number, batch: () => void | Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await batch();
  return (pieces * 1000) / (performance.now() - startedAt);
}
