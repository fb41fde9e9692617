import { ReturnsError } from '../../returns';

/** SQLite's primary result codes. Source: https://www.sqlite.org/rescode.html */
const BUSY = 5;
const LOCKED = 6;
const CONSTRAINT_PRIMARY_KEY = 1555;
const CONSTRAINT_UNIQUE = 2067;

interface Meaning {
  readonly message: string;
  readonly description: string;
  readonly retryable: boolean;
}

const meanings: Readonly<Record<number, Meaning>> = {
  3: {
    message: 'The ledger file may not be opened',
    description: 'Let the user that runs n8n read and write the file and its folder.',
    retryable: false,
  },
  [BUSY]: {
    message: 'The ledger is busy: another process has been writing to it for too long',
    description: 'Run it again. If this lasts, look for a program that holds the ledger file open, such as a backup.',
    retryable: true,
  },
  [LOCKED]: {
    message: 'The ledger is locked',
    description: 'Run it again.',
    retryable: true,
  },
  8: {
    message: 'The ledger file is read-only',
    description: 'Let the user that runs n8n write to the file and to its folder, then restart n8n.',
    retryable: false,
  },
  10: {
    message: 'The disk that holds the ledger reported an error',
    description: 'Check the disk and its free space. A ledger on a network drive belongs on a local disk.',
    retryable: true,
  },
  11: {
    message: 'The ledger file is damaged',
    description: 'Stop n8n, keep a copy of the file, and restore it from a backup.',
    retryable: false,
  },
  13: {
    message: 'The disk that holds the ledger is full',
    description: 'Free some space. Nothing was half written, and what failed can be run again.',
    retryable: true,
  },
  14: {
    message: 'The ledger file cannot be opened',
    description: 'Check that its folder exists, and that the user that runs n8n may write there.',
    retryable: false,
  },
  26: {
    message: 'The ledger file is no SQLite database',
    description: 'Check the path of the ledger. If it is right, restore the file from a backup.',
    retryable: false,
  },
};

/** By its properties: node:sqlite's errors are of the main realm, where `instanceof` fails for code in another one. */
const propertyOf = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;

function codeOf(error: unknown): number | undefined {
  const code = propertyOf(error, 'errcode');
  return typeof code === 'number' ? code : undefined;
}

/** Another process holds a lock that it will let go of. The extended codes carry the primary one in their low byte. */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && [BUSY, LOCKED].includes(code & 0xff);
}

/** What node:sqlite threw, as the ledger's error with what to do next; anything else as it came. */
export function storageError(error: unknown): unknown {
  if (propertyOf(error, 'code') === 'ERR_INVALID_STATE') return closedError(error);
  const code = codeOf(error);
  if (code === undefined) return error;
  if (code === CONSTRAINT_PRIMARY_KEY || code === CONSTRAINT_UNIQUE) return takenError(error);
  const meaning = meanings[code & 0xff];
  return new ReturnsError('storage_failed', meaning?.message ?? 'The ledger could not be read or written', {
    description: meaning?.description ?? 'Look up the SQLite code in the error context, and report it if it lasts.',
    retryable: meaning?.retryable ?? false,
    context: { sqliteCode: code },
    cause: error,
  });
}

const closedError = (cause: unknown): ReturnsError =>
  new ReturnsError('storage_failed', 'The ledger is closed', {
    description: 'n8n is shutting down, or the node that opened the ledger has ended. Run it again.',
    cause,
  });

const takenError = (cause: unknown): ReturnsError =>
  new ReturnsError('conflict', 'Another writer changed the ledger at the same time', {
    description: 'Run it again.',
    retryable: true,
    cause,
  });
