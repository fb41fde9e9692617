import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 500;

function tryLock(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (/locked|busy/i.test(String(error))) return false;
    throw error;
  }
}

/**
 * Runs `work` while no other process holds the same lock file.
 *
 * The lock is SQLite's own file lock: the operating system drops it when its holder dies, so a killed process never
 * leaves a stale lock behind, as a file with a process id in it would.
 */
export async function withFileLock<T>(lockFile: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lockFile), { recursive: true });
  const database = new DatabaseSync(lockFile);
  try {
    while (!tryLock(database)) {
      onWait();
      await sleep(POLL_MS);
    }
    return await work();
  } finally {
    database.close();
  }
}
