import type { ErrorCode } from '../../returns';

export interface Meaning {
  readonly message: string;
  readonly description: string;
  readonly code?: ErrorCode;
  readonly retryable?: boolean;
  /** The server or the way to it is gone for now: whatever was under way is undone, and may be tried again. */
  readonly isAway?: boolean;
}

const refused: Meaning = {
  message: 'PostgreSQL refused the user or the password of the returns ledger',
  description: 'Check user, password and database of the ledger, and that pg_hba.conf lets this machine in.',
};
const away: Meaning = {
  message: 'The connection to the PostgreSQL of the returns ledger was lost',
  description: 'Run it again. Nothing was half written. If this lasts, check that the server runs and can be reached.',
  retryable: true,
  isAway: true,
};
const unreachable: Meaning = {
  message: 'The PostgreSQL of the returns ledger cannot be reached',
  description:
    'Check host and port of the ledger, that the server runs, and that a firewall lets this machine through.',
  retryable: true,
  isAway: true,
};
const starting: Meaning = {
  message: 'The PostgreSQL of the returns ledger is starting or shutting down',
  description: 'Run it again in a moment.',
  retryable: true,
  isAway: true,
};
const busy: Meaning = {
  message: 'The PostgreSQL of the returns ledger took too long',
  description:
    'Run it again. If this lasts, look for what holds its locks (pg_stat_activity), or for an overloaded server.',
  retryable: true,
};
const crowded: Meaning = {
  message: 'The PostgreSQL of the returns ledger has no connection left',
  description: 'Run it again. If this lasts, raise max_connections of the server, or run fewer n8n processes.',
  retryable: true,
  isAway: true,
};
const readOnly: Meaning = {
  message: 'The PostgreSQL of the returns ledger takes no changes: it is a standby, or was made read-only',
  description: 'Give the address of the primary server, or let the database take changes again.',
  retryable: true,
};
const taken: Meaning = {
  message: 'Another writer changed the ledger at the same time',
  description: 'Run it again.',
  code: 'conflict',
  retryable: true,
};
const otherTables: Meaning = {
  message: 'The tables of the returns ledger are not as this version left them',
  description:
    'Check that no other program changes them, and that no pooler stands between that works by transaction. If they ' +
    'are damaged, restore the database from a backup.',
};
const untrusted: Meaning = {
  message: 'The TLS certificate of the PostgreSQL server is not to be trusted',
  description:
    'Give the certificate of the authority that signed it, and the host name that it is for; or, where the way to the ' +
    'server is safe, choose TLS without verification.',
};
export const pooled: Meaning = {
  message: 'A connection pooler hands the statements of the ledger to changing connections of PostgreSQL',
  description: 'Connect to PostgreSQL directly, or through a pooler in session mode.',
};
const unwritable: Meaning = {
  message: 'A text holds a character that PostgreSQL cannot store',
  description: 'Remove control characters, above all the character NUL (code 0), from what is written.',
  code: 'invalid_input',
};

/** By SQLSTATE, or by its class where all its members mean the same. Source: PostgreSQL manual, appendix A. */
export const byState: Readonly<Record<string, Meaning>> = {
  '08': away,
  '28': refused,
  '3D': {
    message: 'The database of the returns ledger does not exist',
    description: 'Create it (CREATE DATABASE …), or correct its name.',
  },
  '42501': {
    message: 'The user of the returns ledger lacks a right in PostgreSQL',
    description: 'Let this user own the schema of the ledger: ALTER SCHEMA … OWNER TO …, and likewise its tables.',
  },
  '42P01': otherTables,
  '42703': otherTables,
  '3F': otherTables,
  '53100': {
    message: 'The disk of the PostgreSQL server is full',
    description: 'Free some space. Nothing was half written, and what failed can be run again.',
    retryable: true,
  },
  '53200': { message: 'The PostgreSQL server is out of memory', description: 'Run it again.', retryable: true },
  '53300': crowded,
  '54': {
    message: 'A name or id is too long to be found by',
    description: 'Shorten it: the ledger finds cases by ids of at most 255 characters.',
    code: 'invalid_input',
  },
  '57014': busy,
  '57P01': starting,
  '57P02': starting,
  '57P03': starting,
  '57P05': away,
  '25P03': away,
  '55P03': busy,
  '25006': readOnly,
  '40': taken,
  '23505': taken,
  // A newer version has changed the tables: a new connection plans its statements anew.
  '0A000': away,
  '26000': pooled,
  '42P05': pooled,
  '22021': unwritable,
  '22P05': unwritable,
  '58': {
    message: 'The disk of the PostgreSQL server reported an error',
    description: 'Check the disk of the server and its log.',
    retryable: true,
  },
  XX: {
    message: 'The PostgreSQL server found its own data damaged, or failed inside',
    description: 'Look into the log of the server, and keep a copy of its data before anything else.',
  },
};

/** What Node.js says of sockets and certificates. */
export const byCode: Readonly<Record<string, Meaning>> = {
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ENOENT: unreachable,
  EACCES: unreachable,
  ETIMEDOUT: unreachable,
  ECONNRESET: away,
  EPIPE: away,
  CERT_HAS_EXPIRED: untrusted,
  CERT_NOT_YET_VALID: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted,
};

/** What node-postgres says without a code. */
export const byWords: readonly (readonly [RegExp, Meaning])[] = [
  [
    /does not support SSL|establishing an SSL connection/,
    {
      message: 'The PostgreSQL server speaks no TLS',
      description:
        'Turn TLS on at the server (ssl = on), or, where the way to it is safe, choose no TLS for the ledger.',
    },
  ],
  [
    /after calling end on the pool/,
    {
      message: 'The ledger is closed',
      description: 'n8n is shutting down, or the node that opened the ledger has ended. Run it again.',
    },
  ],
  [
    /timeout exceeded when trying to connect/,
    {
      message: 'No connection of this n8n to the PostgreSQL of the returns ledger became free in time',
      description:
        'Run it again. If this lasts, look for slow statements on the server (pg_stat_activity), and whether the way to ' +
        'it is cut.',
      retryable: true,
    },
  ],
  [/timeout expired|connection timeout/i, unreachable],
  [/Query read timeout/, away],
  [/Connection terminated|connection error and is not queryable|Client was closed/, away],
  [/SASL|SCRAM/, refused],
];

export const unknownMeaning: Meaning = {
  message: 'The returns ledger could not be read or written in PostgreSQL',
  description: 'Look up the SQLSTATE in the error context, and report it if it lasts.',
};
