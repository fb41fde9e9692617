import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs work in one transaction that holds the write lock from its first statement: two readers that both go on to write
 * would otherwise fail each other. Synchronous on purpose, since other callers share the connection.
 */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // On some errors (disk full, I/O) SQLite has rolled back by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
