import { isReturnsError } from '../returns';
import type { LedgerContext } from './context';
import type { Work } from './sql';

const TRIES = 5;

/**
 * Writes, and starts over from a fresh read when another writer was faster. Safe, because a transaction that lost has
 * left nothing behind.
 */
export async function write<T>({ store }: LedgerContext, work: () => Work<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await store.write(work);
    } catch (error) {
      const lost = isReturnsError(error) && error.code === 'conflict' && error.retryable;
      if (!lost || tries === TRIES) throw error;
    }
  }
}
