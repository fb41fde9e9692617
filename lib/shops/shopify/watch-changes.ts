import { setTimeout as wait } from 'node:timers/promises';
import type { ShopifyClient } from './client';
import { listChanges } from './list-changes';
import type { FoundChange } from './types';

export interface WatchOptions {
  readonly connect: () => Promise<ShopifyClient>;
  readonly topics: readonly string[];
  readonly everyMs: number;
  /** How far the first look goes back. */
  readonly lookBackMs: number;
  /** Told of each change that is found, again and again: who is told passes over what is known. */
  readonly tell: (change: FoundChange) => Promise<void>;
  /** Told of each look that has gone well to its end. */
  readonly onLooked: () => void;
  /** A look that fails is made again at the next turn, from where the last good one began. */
  readonly onError: (error: unknown) => void;
  readonly now?: () => number;
}

export interface Watch {
  stop(): Promise<void>;
}

/** Looks begin this much earlier than the last one did: an order may be found changed a little after it was. */
const overlapMs = 5 * 60_000;

/** Looks for changes from time to time, the first time at once, until it is stopped. */
export function watchChanges({
  connect,
  topics,
  everyMs,
  lookBackMs,
  tell,
  onLooked,
  onError,
  now = Date.now,
}: WatchOptions): Watch {
  const stopping = new AbortController();
  const { signal } = stopping;
  let from = now() - lookBackMs;

  async function look(): Promise<void> {
    const startedAt = now();
    try {
      const client = await connect();
      for await (const change of listChanges(client, { since: new Date(from).toISOString(), topics })) {
        if (signal.aborted) return;
        await tell(change);
      }
      from = startedAt - overlapMs;
      onLooked();
    } catch (error) {
      onError(error);
    }
  }

  async function go(): Promise<void> {
    while (!signal.aborted) {
      await look();
      await wait(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  const running = go();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
