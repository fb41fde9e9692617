import { setTimeout as delay } from 'node:timers/promises';
import { isAway, storageError } from './storage-error';

const SHORTEST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 250;

/**
 * Tries again while the server is away, up to `patienceMs`: a restart or a failover takes seconds, and is no reason for
 * a workflow to fail. The pauses are random, lest all processes come back at the same moment.
 * @throws ReturnsError
 */
export async function retryWhileAway<T>(patienceMs: number, attempt: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isAway(error) || performance.now() >= giveUpAt) throw storageError(error);
    }
    await delay(SHORTEST_PAUSE_MS + Math.random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS));
  }
}
