import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { integerOf, type Row } from '../sql';

/** Looks without being told, and finds out whether the connection still lives. */
const LOOK_EVERY_MS = 5000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

export interface WatchOptions {
  /** Opens a connection of its own: one that listens is of no other use. */
  readonly connect: () => Promise<Client>;
  readonly channel: string;
  /** What this process signs its own news with: it knows them already. */
  readonly self: string;
  readonly changed: () => void;
}

/**
 * Calls back soon after another process has appended events, by LISTEN. A connection that breaks is opened again, with
 * growing pauses; whatever was told meanwhile is lost, so it calls back once each time it listens anew.
 * @returns the function that stops it
 */
export function watchLog({ connect, channel, self, changed }: WatchOptions): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;

  const listen = async (began: () => void): Promise<void> => {
    const client = await connect();
    const broken = new Promise<void>((resolve) => {
      client.on('end', resolve);
      client.on('error', () => {
        resolve();
      });
    });
    try {
      client.on('notification', ({ payload }) => {
        if (payload !== self) changed();
      });
      await client.query(`LISTEN ${channel}`);
      began();
      let seen = await newest(client);
      changed();
      while (!signal.aborted && (await Promise.race([broken.then(() => false), pause(LOOK_EVERY_MS, signal)]))) {
        const head = await newest(client);
        if (head !== seen) changed();
        seen = head;
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const listenForEver = async (): Promise<void> => {
    let wait = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      // Whoever reads or writes next is told what is wrong. This only looks for news.
      await listen(() => (wait = FIRST_PAUSE_MS)).catch(() => undefined);
      await pause(wait, signal);
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
  };
  void listenForEver();
  return () => {
    stopping.abort();
  };
}

/** False when it was ended early. */
const pause = (ms: number, signal: AbortSignal): Promise<boolean> =>
  delay(ms, true, { signal, ref: false }).catch(() => false);

async function newest(client: Client): Promise<number> {
  const { rows } = await client.query<Row>('SELECT COALESCE(MAX(seq), 0) AS seq FROM events');
  return integerOf(rows[0] ?? {}, 'seq');
}
