import { setTimeout as delay } from 'node:timers/promises';
import { ReturnsError } from '../../returns';
import type { Ask } from './settled';

const PAUSE_MS = 50;

/**
 * Whether a transaction took place whose COMMIT was never answered: PostgreSQL remembers its recent ones, also through a
 * crash. While the server still works at it, it is waited for.
 * @throws ReturnsError `storage_failed` when it does not know, as after a failover that lost the newest changes
 */
export async function hasCommitted(ask: Ask, transactionId: string, patienceMs: number): Promise<boolean> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const [row] = await ask('SELECT pg_xact_status($1::xid8) AS status', [transactionId]);
    const status = row?.['status'];
    if (status === 'committed') return true;
    if (status === 'aborted') return false;
    if (status !== 'in progress' || performance.now() >= giveUpAt) throw unknown();
    await delay(PAUSE_MS);
  }
}

/** It has happened, but what it would have answered is not known. */
export const answerLost = (): ReturnsError =>
  new ReturnsError(
    'storage_failed',
    'A change was saved, but the connection to PostgreSQL was lost before its answer',
    {
      description: 'Look at the case before you run it again.',
      retryable: true,
    },
  );

const unknown = (): ReturnsError =>
  new ReturnsError('storage_failed', 'The connection to PostgreSQL was lost while a change was being saved', {
    description: 'Whether it was saved could not be found out. Look at the case before you run it again.',
    retryable: true,
  });
