import path from 'node:path';
import { loadBuilt } from '../measuring/built';
import { rounded, type Contest, type Result } from '../measuring/result';
import { temporaryFolder } from '../measuring/temporary';
import { commandsOfMany, compareCommands } from './compare-commands';
import { openRawSqlite, readerOfSqlite } from './raw-sqlite';

type Ledgers = Pick<typeof import('../../lib/ledger/sqlite/open-sqlite-ledger'), 'openSqliteLedger'>;

const contest: Contest = {
  id: 'ledger.commands.sqlite',
  unit: 'commands/s',
  better: 'more',
  peer: 'raw node:sqlite, the same two writes',
  aim: 0.6,
};

const CALLERS = 20;

/** Commands per second on SQLite beside prepared statements on an equal file. */
export async function measure(): Promise<Result> {
  const { openSqliteLedger } = loadBuilt<Ledgers>('lib/ledger/sqlite/open-sqlite-ledger.js', ['openSqliteLedger']);
  const folder = temporaryFolder('sqlite');
  const fileOf = (name: string): string => path.join(folder, `${name}.sqlite`);
  const ours = await openSqliteLedger({ file: fileOf('ours') });
  const recorded = await openSqliteLedger({ file: fileOf('recorded') });
  // The ledger makes the peer's tables and indexes, and goes.
  await (await openSqliteLedger({ file: fileOf('theirs') })).close();
  const theirs = openRawSqlite(fileOf('theirs'));
  const reader = readerOfSqlite(fileOf('recorded'));
  try {
    return await compareCommands(contest, { ours, recorded, read: reader.read, theirs }, async () => ({
      ofTwentyCallers: rounded(await commandsOfMany(ours, CALLERS, 1_000_000)),
    }));
  } finally {
    reader.close();
    await Promise.all([ours.close(), recorded.close(), theirs.close()]);
  }
}
