import { startPostgres } from '../support/postgres-server';
import { startQueueServices } from '../support/queue-mode';
import type { LedgerLocation } from '../../lib/ledger';

export const stores = ['sqlite', 'postgres'] as const;

/** What n8n keeps its data and the ledger in. */
export interface Setting {
  readonly store: (typeof stores)[number];
  /** More than 0: queue mode, which keeps the ledger in PostgreSQL whatever `store` says. */
  readonly workers: number;
}

/** The servers that a setting needs beside n8n. */
export interface Services {
  readonly env: Readonly<Record<string, string>>;
  /** Undefined: the ledger is embedded. */
  readonly ledger: LedgerLocation | undefined;
  stop(): Promise<void>;
}

/** @throws Error saying what to install where this machine lacks PostgreSQL or Redis */
export async function startServices({ store, workers }: Setting): Promise<Services> {
  if (workers > 0) {
    const { env, postgres, stop } = await startQueueServices();
    return { env, ledger: postgres.location, stop };
  }
  if (store === 'sqlite') return { env: {}, ledger: undefined, stop: () => Promise.resolve() };
  const postgres = await startPostgres();
  return {
    env: { N8N_RETURNS_LEDGER_URL: postgres.url },
    ledger: postgres.location,
    stop: () => postgres.stop(),
  };
}
