import type { PostgresLocation } from '../../lib/ledger';
import { loadBuilt } from '../measuring/built';
import { measureIfPossible } from '../measuring/cannot-measure';
import { rounded, type Contest, type Result } from '../measuring/result';
import { commandsOfMany, compareCommands } from './compare-commands';
import { benchPostgres } from './postgres';
import { openRawPostgres, readerOfPostgres } from './raw-postgres';

type Ledgers = Pick<typeof import('../../lib/ledger'), 'openLedgerAt'>;

const contest: Contest = {
  id: 'ledger.commands.postgres',
  unit: 'commands/s',
  better: 'more',
  peer: 'raw statements, the same two writes, as pgbench',
  aim: 0.6,
};

const CALLERS = 20;

/** Commands per second on PostgreSQL beside raw statements in an equal schema of the same server. */
export const measure = (): Promise<Result> =>
  measureIfPossible(contest, async () => {
    const { openLedgerAt } = loadBuilt<Ledgers>('lib/ledger/index.js', ['openLedgerAt']);
    const server = await benchPostgres();
    const at = (schema: string): PostgresLocation => ({ ...server.location, schema });
    const ours = await openLedgerAt(at('ours'));
    const recorded = await openLedgerAt(at('recorded'));
    // The ledger makes the peer's tables and indexes, and goes.
    await (await openLedgerAt(at('theirs'))).close();
    const theirs = await openRawPostgres(at('theirs'));
    const reader = await readerOfPostgres(at('recorded'));
    try {
      return await compareCommands(contest, { ours, recorded, read: reader.read, theirs }, async () => ({
        ofTwentyCallers: rounded(await commandsOfMany(ours, CALLERS, 1_000_000)),
      }));
    } finally {
      await Promise.all([ours.close(), recorded.close(), theirs.close(), reader.close()]);
      await server.stop();
    }
  });
