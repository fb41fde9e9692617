import type { Work } from './sql';

/** Where one SQL does not serve both. */
export type Dialect = 'sqlite' | 'postgres';

/** What a database must offer to hold a ledger. All methods reject with a ReturnsError `storage_failed`. */
export interface Store {
  /** SQLite's unless told. */
  readonly dialect?: Dialect;
  /** Runs work that only reads; each statement sees the newest state. */
  read<T>(work: () => Work<T>): Promise<T>;
  /**
   * Runs work in one transaction: all of it is durable, or none of it happened. The store may run it again when
   * another writer was in the way, so work has no effect but its statements.
   * @throws ReturnsError `conflict` (retryable) when another writer has taken a unique place first
   */
  write<T>(work: () => Work<T>): Promise<T>;
  /**
   * The highest place in the log before which everything is decided: no event will come to stand at or before it that
   * cannot be seen by now. A consumer that read on from beyond it could miss one.
   */
  settled(): Promise<number>;
  /** Calls back soon after another process may have appended events; returns the function that stops it. */
  watch(changed: () => void): () => void;
  /**
   * Removes from the disk, as far as this store can, what has been deleted: old versions of rows. Absent where that is
   * the business of whoever runs the database.
   */
  scrub?(): Promise<void>;
  close(): Promise<void>;
}
