import { setTimeout as delay } from 'node:timers/promises';
import { isBusy, storageError } from './storage-error';

const SHORTEST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 50;

/**
 * Tries again while another process holds the lock, up to `patienceMs`. SQLite's own waiting stops the whole process,
 * so it is kept short and the rest of the waiting is done here, where other work goes on. The pauses are random, lest
 * two processes keep meeting.
 * @throws ReturnsError `storage_failed`
 */
export async function retryWhileBusy<T>(patienceMs: number, attempt: () => T): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= giveUpAt) throw storageError(error);
    }
    await delay(SHORTEST_PAUSE_MS + Math.random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS));
  }
}
