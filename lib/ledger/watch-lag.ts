import type { Lag } from './ledger';

export interface LagWatchOptions {
  /** The consumers to look at, as they stand now. */
  readonly look: () => Promise<readonly Lag[]>;
  readonly everyMs: number;
  /** How long an event may wait before its consumer counts as stuck. */
  readonly stuckAfterMs: number;
  readonly clock?: () => number;
  /** Told once, until the consumer has moved on. */
  readonly onStuck: (lag: Lag) => void;
  readonly onMovedOn?: (lag: Lag) => void;
  readonly onError: (error: unknown) => void;
}

export interface LagWatch {
  stop(): void;
}

/** Two looks at one event come to the same instant but for what passes between reading clock and ledger. */
const SAME_INSTANT_MS = 1000;

/**
 * Tells of consumers that are stuck: the oldest event of such a one waits too long, and is still the oldest one at the
 * next look. A consumer that works off a long backlog is late too, but moves.
 */
export function watchLag(options: LagWatchOptions): LagWatch {
  const { look, everyMs, stuckAfterMs, onStuck, onMovedOn, onError, clock = Date.now } = options;
  /** Since when the oldest event of each late consumer waits. */
  let late = new Map<string, number>();
  const stuck = new Set<string>();

  const judge = (lag: Lag, now: number): void => {
    const { consumer } = lag;
    const since = now - lag.oldestWaitingMs;
    const before = late.get(consumer);
    const isSame = before !== undefined && Math.abs(since - before) < SAME_INSTANT_MS;
    if (lag.oldestWaitingMs < stuckAfterMs || (before !== undefined && !isSame)) {
      if (stuck.delete(consumer)) onMovedOn?.(lag);
    } else if (isSame && !stuck.has(consumer)) {
      stuck.add(consumer);
      onStuck(lag);
    }
  };
  const lookOnce = async (): Promise<void> => {
    const lags = await look();
    const now = clock();
    for (const lag of lags) judge(lag, now);
    const stillLate = lags.filter(({ oldestWaitingMs }) => oldestWaitingMs >= stuckAfterMs);
    late = new Map(stillLate.map(({ consumer, oldestWaitingMs }) => [consumer, now - oldestWaitingMs]));
  };

  let looking: Promise<void> | undefined;
  const timer = setInterval(() => {
    looking ??= lookOnce()
      .catch(onError)
      .finally(() => (looking = undefined));
  }, everyMs);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
    },
  };
}
