import path from 'node:path';
import type { Ledger } from './ledger';
import type { LedgerLocation } from './location';
import { openLedgerAt, type OpenLedgerOptions } from './open-ledger-at';

interface Shared {
  readonly ledger: Promise<Ledger>;
  handles: number;
}

const open = new Map<string, Shared>();

/**
 * A handle on the one ledger that this process has open at a location: however many nodes run in one n8n, they share
 * its connections, its cache and its news. The ledger itself closes with its last handle.
 * @param options hold for the first handle on a location
 * @throws ReturnsError `storage_failed`
 */
export async function sharedLedger(location: LedgerLocation, options: OpenLedgerOptions = {}): Promise<Ledger> {
  const place = location.kind === 'embedded' ? { ...location, file: path.resolve(location.file) } : location;
  // A password that was changed names another ledger: the old connections may be refused any day.
  const key = JSON.stringify(Object.entries(place).toSorted());
  const shared = open.get(key) ?? { ledger: openLedgerAt(place, options), handles: 0 };
  open.set(key, shared);
  shared.handles += 1;
  try {
    return createHandle(key, shared, await shared.ledger);
  } catch (error) {
    // The next caller is to try afresh: the disk may have room again.
    if (open.get(key) === shared) open.delete(key);
    throw error;
  }
}

function createHandle(key: string, shared: Shared, ledger: Ledger): Ledger {
  const stops = new Set<() => void>();
  let isOpen = true;
  return {
    ...ledger,
    onAppended(listener) {
      const stop = ledger.onAppended(listener);
      stops.add(stop);
      return () => {
        stops.delete(stop);
        stop();
      };
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      for (const stop of stops) stop();
      shared.handles -= 1;
      if (shared.handles > 0) return;
      open.delete(key);
      await ledger.close();
    },
  };
}
