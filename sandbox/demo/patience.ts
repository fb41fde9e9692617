import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_AGAIN_MS = 200;

/**
 * Waits for something to come true in the world.
 * @param look answers undefined while it has not happened
 * @throws Error naming what did not happen
 */
export async function until<T>(what: string, look: () => Promise<T | undefined>, patienceMs = 120_000): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error(`${what} did not happen within ${Math.round(patienceMs / 1000)} s`);
    await sleep(LOOK_AGAIN_MS);
  }
}
