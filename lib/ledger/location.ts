import { z } from 'zod/v4';
import { ReturnsError } from '../returns';

/** How a connection to PostgreSQL is protected. `require` encrypts but believes any certificate. */
export type LedgerTls =
  | { readonly mode: 'disable' }
  | { readonly mode: 'require' }
  /** `ca`: the certificates to trust, as PEM; without it those that Node.js trusts. `caFile`: a file that holds them. */
  | { readonly mode: 'verify'; readonly ca?: string; readonly caFile?: string };

export interface EmbeddedLocation {
  readonly kind: 'embedded';
  /** Path of the SQLite file, on a local disk. */
  readonly file: string;
}

export interface PostgresLocation {
  readonly kind: 'postgres';
  /** A host name, an address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** The schema that holds the ledger's tables, and nothing else; `returns` unless told. */
  readonly schema?: string;
  readonly ssl: LedgerTls;
}

/** Where a ledger is. */
export type LedgerLocation = EmbeddedLocation | PostgresLocation;

const DEFAULT_PORT = 5432;

const sslModes = ['disable', 'require', 'verify-ca', 'verify-full'] as const;

/** What libpq calls them; others would promise something that is not done here. */
const parameterSchema = z.lazy(() =>
  z.strictObject({
    sslmode: z.enum(sslModes).default('disable'),
    sslrootcert: z.string().min(1).optional(),
    schema: z.string().min(1).optional(),
    host: z.string().min(1).optional(),
  }),
);

/**
 * Reads `postgres://user:password@host:port/database?sslmode=…&sslrootcert=…&schema=…`. The host of a Unix socket is
 * written `?host=/folder`. Both verifying modes check the certificate and the name in it.
 * @throws ReturnsError `invalid_input`, which never repeats the URL: it holds a password
 */
export function parseLedgerUrl(text: string): PostgresLocation {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol)) throw badUrl('It is no postgres:// URL');
  const parameters = parameterSchema.safeParse(Object.fromEntries(url.searchParams));
  if (!parameters.success) {
    throw badUrl(
      `Of the parameters behind "?", only these are known: sslmode (${sslModes.join(', ')}), sslrootcert, schema, host`,
    );
  }
  const { sslmode, sslrootcert, schema, host = url.hostname.replace(/^\[|\]$/g, '') } = parameters.data;
  const database = decoded(url.pathname.slice(1));
  if (host === '') throw badUrl('It names no host');
  if (database === '') throw badUrl('It names no database');
  if (url.username === '') throw badUrl('It names no user');
  return {
    kind: 'postgres',
    host,
    port: url.port === '' ? DEFAULT_PORT : Number(url.port),
    database,
    user: decoded(url.username),
    password: decoded(url.password),
    ...(schema !== undefined && { schema }),
    ssl: tlsOf(sslmode, sslrootcert),
  };
}

function tlsOf(mode: (typeof sslModes)[number], caFile: string | undefined): LedgerTls {
  if (mode === 'disable' || mode === 'require') return { mode };
  return { mode: 'verify', ...(caFile !== undefined && { caFile }) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw badUrl('A "%" in it is not followed by two hexadecimal digits');
  }
}

const badUrl = (what: string): ReturnsError =>
  new ReturnsError('invalid_input', `The address of the returns ledger cannot be used. ${what}.`, {
    description:
      'Write postgres://user:password@host:5432/database?sslmode=require, with special characters of the password ' +
      'percent-encoded.',
  });
