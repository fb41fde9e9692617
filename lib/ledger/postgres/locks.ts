import { createHash } from 'node:crypto';

/** Advisory locks are shared by all programs of a database, so ours begin with numbers of our own. */
const MIGRATING = 0x5245_544d;
const APPENDING = 0x5245_5441;

/** The two keys of an advisory lock, each a 32-bit integer; one pair per schema, equal in all processes. */
export type LockKeys = readonly [number, number];

export const migratingLock = (schema: string): LockKeys => [MIGRATING, hashOf(schema)];
export const appendingLock = (schema: string): LockKeys => [APPENDING, hashOf(schema)];

const hashOf = (schema: string): number => createHash('sha256').update(schema).digest().readInt32BE();
