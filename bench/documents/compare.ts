import type { Contest, Result } from '../measuring/result';
import { judge } from '../measuring/result';
import { perSecond, takeTurns } from '../measuring/rounds';

const ROUNDS = 7;
const ROUND_MS = 800;
const BATCH = 20;

/** Draws the document of this number; no number comes twice. */
export type Draw = (index: number) => Promise<Uint8Array>;

/** Documents per second of both sides, one after the other; `kilobytes` says how large one document is. */
export async function compareDrawing(contest: Pick<Contest, 'id' | 'peer'>, ours: Draw, theirs: Draw): Promise<Result> {
  const kilobytes = { ours: kilobytesOf(await ours(0)), theirs: kilobytesOf(await theirs(0)) };
  const [ourBatch, theirBatch] = [inBatches(ours), inBatches(theirs)];
  const rounds = await takeTurns(
    ROUNDS,
    () => perSecond(ourBatch, BATCH, ROUND_MS),
    () => perSecond(theirBatch, BATCH, ROUND_MS),
  );
  return judge({ ...contest, unit: 'documents/s', better: 'more', aim: 1 }, rounds, true, { kilobytes });
}

function inBatches(draw: Draw): () => Promise<void> {
  let next = 1;
  return async () => {
    for (const end = next + BATCH; next < end; next += 1) await draw(next);
  };
}

const kilobytesOf = (bytes: Uint8Array): number => Math.round(bytes.length / 1000);
