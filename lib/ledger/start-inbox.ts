import type { Consumer } from './consumer';
import type { Ledger, Received } from './ledger';

export interface InboxOptions {
  readonly ledger: Pick<
    Ledger,
    'claimReceived' | 'extendReceived' | 'finishReceived' | 'rejectReceived' | 'onAppended'
  >;
  readonly source: string;
  /** How many deliveries may be worked at the same time, each in a run of its own. */
  readonly concurrency: number;
  /** How many times a delivery is tried before it is given up. */
  readonly attempts: number;
  readonly leaseMs: number;
  /** How long to wait after the first failure; tripled with each further one, as those who deliver do it. */
  readonly retryMs: number;
  /** Runs the workflow for what was delivered; rejects when the run did not end well. */
  readonly work: (received: Received) => Promise<void>;
  readonly onGivenUp: (received: Received, error: string) => Promise<void>;
  /** Told of what has no run to fail: the store is gone. */
  readonly onError: (error: unknown) => void;
}

/** Looks again without being told: retries come due, and claims of dead processes run out. */
const LOOK_AGAIN_MS = 1000;

/** Works through what is received, at least once per delivery, through crashes and failing runs. */
export function startInbox(options: InboxOptions): Consumer {
  const { ledger, source, concurrency, leaseMs, onError } = options;
  const running = new Set<Promise<void>>();
  let stopped = false;
  let woken = false;
  let claiming = Promise.resolve();

  const claimAll = async (): Promise<void> => {
    woken = false;
    while (!stopped && running.size < concurrency) {
      const received = await ledger.claimReceived({ source, limit: concurrency - running.size, leaseMs });
      if (received.length === 0) return;
      for (const each of received) begin(each);
    }
  };
  const wake = (): void => {
    if (woken || stopped) return;
    woken = true;
    claiming = claiming.then(claimAll).catch(onError);
  };
  const begin = (received: Received): void => {
    const run = workOne(options, received)
      .catch(onError)
      .finally(() => {
        running.delete(run);
        wake();
      });
    running.add(run);
  };

  const unsubscribe = ledger.onAppended(wake);
  const timer = setInterval(wake, LOOK_AGAIN_MS);
  timer.unref();
  wake();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      unsubscribe();
      await claiming;
      await Promise.all(running);
    },
  };
}

async function workOne(options: InboxOptions, received: Received): Promise<void> {
  const { ledger, source, attempts, leaseMs, work, onError } = options;
  if (received.attempt > attempts) {
    // Given back by nobody: its runs have taken their processes down with them.
    await giveUp(options, received, 'no run of it came to its end');
    return;
  }
  const heartbeat = setInterval(() => {
    ledger.extendReceived(source, received.deliveryId, leaseMs).catch(onError);
  }, leaseMs / 3);
  heartbeat.unref();
  try {
    const error = await work(received).then(
      () => undefined,
      (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)),
    );
    if (error === undefined) await ledger.finishReceived(source, received.deliveryId);
    else await giveBack(options, received, error);
  } finally {
    clearInterval(heartbeat);
  }
}

async function giveBack(options: InboxOptions, received: Received, error: string): Promise<void> {
  const { ledger, source, attempts, retryMs } = options;
  const { deliveryId, attempt } = received;
  if (attempt >= attempts) await giveUp(options, received, error);
  else await ledger.rejectReceived(source, deliveryId, error, retryMs * 3 ** (attempt - 1));
}

async function giveUp({ ledger, source, onGivenUp }: InboxOptions, received: Received, error: string): Promise<void> {
  await ledger.rejectReceived(source, received.deliveryId, error, undefined);
  await onGivenUp(received, error);
}
