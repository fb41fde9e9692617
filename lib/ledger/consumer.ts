import type { Delivery, EventFilter, Ledger } from './ledger';
import { workThrough } from './work-through';

export interface ConsumerOptions {
  readonly ledger: Pick<
    Ledger,
    'claim' | 'extend' | 'acknowledge' | 'reject' | 'release' | 'command' | 'steps' | 'onAppended'
  >;
  /** Names the consumer for good: its place in the log outlives restarts. */
  readonly consumer: string;
  /** What people call it. */
  readonly title?: string;
  readonly filter: EventFilter;
  readonly startFrom: 'now' | 'beginning';
  /** How many events one run gets at most. */
  readonly batchSize: number;
  /** How long news may gather before a run begins, so that a burst comes in few runs; 0 begins at once. */
  readonly gatherMs: number;
  /** How many runs may go on at the same time. */
  readonly concurrency: number;
  /** How many times an event is tried without getting further before it becomes a dead letter. */
  readonly attempts: number;
  readonly leaseMs: number;
  /** How long to wait after the first failure; doubled with each further one. */
  readonly retryMs: number;
  /** What the doubling ends at. */
  readonly longestRetryMs: number;
  /** Runs the workflow for these events; rejects when the run did not end well. */
  readonly work: (deliveries: readonly Delivery[]) => Promise<void>;
  /** Told of what has no run to fail: the store is gone, an event became a dead letter. */
  readonly onError: (error: unknown) => void;
}

export interface Consumer {
  /**
   * Claims nothing more, begins no further run, gives back what no run has, and resolves when the runs under way have
   * ended. May be called again, for the same answer.
   */
  stop(): Promise<void>;
}

/** Looks again without being told: retries come due, and claims of dead processes run out. */
const LOOK_AGAIN_MS = 1000;

/**
 * Works through the event log at least once per event. A batch whose run fails is split in halves until the bad event
 * stands alone; that one is tried again later and at last becomes a dead letter, while the others go on.
 */
export function startConsumer(options: ConsumerOptions): Consumer {
  const { ledger, consumer, title, filter, startFrom, batchSize, gatherMs, attempts, leaseMs, onError } = options;
  const running = new Set<Promise<void>>();
  let stopped = false;
  let woken = false;
  let isLastTry = false;
  let gathering: NodeJS.Timeout | undefined;
  let claiming = Promise.resolve();

  const claimAll = async (): Promise<void> => {
    woken = false;
    while (hasRoom()) {
      const deliveries = await ledger.claim({
        consumer,
        ...(title !== undefined && { title }),
        filter,
        limit: batchSize,
        leaseMs,
        startFrom,
      });
      if (deliveries.length === 0) return;
      begin(deliveries);
    }
  };

  /** Nothing is begun beside a last try: should it kill the process, it is to do so alone. */
  const hasRoom = (): boolean => !stopped && !isLastTry && running.size < options.concurrency;

  /** One claim at a time, and at most one more waiting behind it however often it is asked for. */
  const wake = (): void => {
    if (woken || stopped) return;
    woken = true;
    claiming = claiming.then(claimAll).catch(onError);
  };

  /** What comes within the time after the first news is claimed with it. */
  const gather = (): void => {
    if (gatherMs === 0) wake();
    else if (!stopped) gathering ??= setTimeout(endGathering, gatherMs).unref();
  };
  const endGathering = (): void => {
    clearTimeout(gathering);
    gathering = undefined;
    wake();
  };
  const wakeUnlessGathering = (): void => {
    if (!gathering) wake();
  };

  const begin = (deliveries: readonly Delivery[]): void => {
    const isLast = deliveries.length === 1 && deliveries.some(({ attempt }) => attempt > 1 && attempt >= attempts);
    isLastTry ||= isLast;
    const run = workThrough({ ...options, isStopped: () => stopped }, deliveries)
      .catch(onError)
      .finally(() => {
        running.delete(run);
        if (isLast) isLastTry = false;
        // A full batch has left more behind: what is there already need not gather.
        if (deliveries.length >= batchSize) endGathering();
        else wakeUnlessGathering();
      });
    running.add(run);
  };

  const unsubscribe = ledger.onAppended(gather);
  const timer = setInterval(wakeUnlessGathering, LOOK_AGAIN_MS);
  timer.unref();
  wake();

  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      clearTimeout(gathering);
      unsubscribe();
      await claiming;
      await Promise.all(running);
    },
  };
}
