import type { ClientEnvironment } from '../../http';
import type { Cost } from './throttle';

type Clock = Required<Pick<ClientEnvironment, 'now' | 'sleep'>> & Pick<ClientEnvironment, 'signal'>;

interface Bucket {
  readonly available: number;
  readonly restoreRate: number;
  readonly maximum: number;
  /** Milliseconds since 1970; ahead of the clock where waiting has been counted already. */
  readonly at: number;
}

/**
 * Keeps the calls to one shop within its bucket of points, as far as Shopify has told what is in it. All calls of this
 * process go through one gate, one after the other: where one has to wait, the others wait behind it, so a throttled shop
 * sees one call at a time and not all of them again.
 */
export interface Pacer {
  /** Waits until the bucket should hold what the operation cost when it was last sent. */
  enter(operation: string, clock: Clock): Promise<void>;
  /** Takes in what an answer says of the bucket. */
  note(operation: string, cost: Cost | undefined, now: number): void;
  /** Closes the gate for a while: Shopify refused, and said nothing that the bucket could be read from. */
  hold(delayMs: number, now: number): void;
}

export function createPacer(): Pacer {
  const costs = new Map<string, number>();
  let bucket: Bucket | undefined;
  let closedUntil = 0;
  let gate: Promise<void> = Promise.resolve();

  function filled(known: Bucket, at: number): Bucket {
    const seconds = Math.max(0, at - known.at) / 1000;
    const available = Math.min(known.maximum, known.available + seconds * known.restoreRate);
    return { ...known, available, at: Math.max(at, known.at) };
  }

  function delayFor(cost: number, now: number): number {
    const closed = Math.max(0, closedUntil - now);
    if (bucket === undefined) return closed;
    const missing = Math.min(cost, bucket.maximum) - filled(bucket, now + closed).available;
    return missing > 0 ? closed + Math.ceil((missing / bucket.restoreRate) * 1000) : closed;
  }

  async function pass(cost: number, { now, sleep, signal }: Clock): Promise<void> {
    const start = now();
    const delay = delayFor(cost, start);
    if (delay > 0) await sleep(delay, signal);
    if (closedUntil <= start + delay) closedUntil = 0;
    // Taken out before the answer says so, for the calls that come in between.
    if (bucket) {
      const then = filled(bucket, Math.max(now(), start + delay));
      bucket = { ...then, available: Math.max(0, then.available - cost) };
    }
  }

  return {
    enter(operation, clock) {
      const passed = gate.then(() => pass(costs.get(operation) ?? 0, clock));
      gate = passed.catch(() => undefined);
      return passed;
    },
    note(operation, cost, now) {
      if (cost === undefined) return;
      const { currentlyAvailable, restoreRate, maximumAvailable } = cost.throttleStatus;
      costs.set(operation, cost.requestedQueryCost);
      const maximum = maximumAvailable ?? Math.max(currentlyAvailable, cost.requestedQueryCost);
      bucket = { available: currentlyAvailable, restoreRate, maximum, at: now };
    },
    hold(delayMs, now) {
      closedUntil = Math.max(closedUntil, now + delayMs);
    },
  };
}

/** A bucket belongs to app and shop, not to a client: clients are made anew for every item. */
const pacers = new Map<string, Pacer>();

export function pacerOf(shop: string): Pacer {
  const known = pacers.get(shop) ?? createPacer();
  pacers.set(shop, known);
  return known;
}
