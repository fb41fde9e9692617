import type { ConsumerRow } from './consumer-rows';

/** What an open ledger keeps in mind between the claims of its consumers, so that none of them looks at anything twice. */
export interface ClaimMemory {
  /** How far it is known that the consumer wants nothing; at least its place in the log. */
  placeOf(consumer: string, known: ConsumerRow): number;
  /** Notes that up to a place nothing is wanted. Answers whether it is time to write that down. */
  skip(consumer: string, known: ConsumerRow, place: number): boolean;
  /** Whether this open ledger has not claimed for the consumer yet. */
  isNew(consumer: string): boolean;
  greet(consumer: string): void;
}

/** What has been skipped is read again after a crash: not much of it, and nothing older than this. */
const WRITTEN_AFTER_EVENTS = 500;
const WRITTEN_AFTER_MS = 5000;

interface Skipped {
  /** Of which consumer by this name, and by which filter. */
  readonly of: string;
  readonly place: number;
  readonly writtenAt: number;
}

export function createClaimMemory(): ClaimMemory {
  const skipped = new Map<string, Skipped>();
  const seen = new Set<string>();
  const identity = ({ createdAt, filterText }: ConsumerRow): string => `${createdAt} ${filterText ?? ''}`;
  const find = (consumer: string, known: ConsumerRow): Skipped | undefined => {
    const found = skipped.get(consumer);
    return found?.of === identity(known) ? found : undefined;
  };
  return {
    placeOf: (consumer, known) => Math.max(known.cursor, find(consumer, known)?.place ?? 0),
    skip(consumer, known, place) {
      const now = performance.now();
      const { writtenAt } = find(consumer, known) ?? { writtenAt: now };
      const isDue = place - known.cursor >= WRITTEN_AFTER_EVENTS || now - writtenAt >= WRITTEN_AFTER_MS;
      skipped.set(consumer, { of: identity(known), place, writtenAt: isDue ? now : writtenAt });
      return isDue;
    },
    isNew: (consumer) => !seen.has(consumer),
    greet(consumer) {
      seen.add(consumer);
    },
  };
}
