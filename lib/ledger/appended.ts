import type { LedgerLogger } from './context';
import type { Store } from './store';

/** Tells listeners that events were appended: at once for this process, by the store's watch for the others. */
export interface Appended {
  tell(): void;
  listen(listener: () => void): () => void;
  stop(): void;
}

export function createAppended(store: Store, logger: LedgerLogger): Appended {
  const listeners = new Set<() => void>();
  let unwatch: (() => void) | undefined;

  const tell = (): void => {
    for (const listener of [...listeners]) {
      try {
        listener();
      } catch (error) {
        // The events are committed: what a listener makes of the news is no business of the writer's.
        logger.warn('A listener of the returns ledger failed', {
          error: error instanceof Error ? error.name : 'unknown',
        });
      }
    }
  };
  const stop = (): void => {
    listeners.clear();
    unwatch?.();
    unwatch = undefined;
  };
  return {
    tell,
    stop,
    listen(listener) {
      // A wrapper of its own, so that one function may listen twice and stop once.
      const entry = (): void => {
        listener();
      };
      listeners.add(entry);
      unwatch ??= store.watch(tell);
      return () => {
        listeners.delete(entry);
        if (listeners.size === 0) stop();
      };
    },
  };
}
