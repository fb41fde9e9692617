import { readFile } from 'node:fs/promises';
import type { ConnectionOptions } from 'node:tls';
import type { ClientConfig } from 'pg';
import { ReturnsError } from '../../returns';
import type { LedgerTls, PostgresLocation } from '../location';

export const DEFAULT_SCHEMA = 'returns';

/** How long the server works on one statement, and how long it is waited for, should the way to it be cut. */
const STATEMENT_TIMEOUT_MS = 30_000;
const ANSWER_TIMEOUT_MS = 40_000;

/**
 * What node-postgres is to connect with; nothing is left to its own environment variables.
 * @throws ReturnsError `storage_failed` when the file of certificates cannot be read
 */
export async function connectionConfig(location: PostgresLocation, patienceMs: number): Promise<ClientConfig> {
  const { host, port, database, user, password, ssl } = location;
  return {
    host,
    port,
    database,
    user,
    // As a function: an empty text would make node-postgres look for a password elsewhere.
    password: () => password,
    ssl: await tlsOptions(ssl),
    application_name: 'n8n-nodes-returns',
    connectionTimeoutMillis: patienceMs,
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
    pipeline: true,
  };
}

async function tlsOptions(tls: LedgerTls): Promise<false | ConnectionOptions> {
  if (tls.mode === 'disable') return false;
  if (tls.mode === 'require') return { rejectUnauthorized: false };
  const ca = tls.ca ?? (tls.caFile === undefined ? undefined : await readCertificates(tls.caFile));
  return { rejectUnauthorized: true, ...(ca !== undefined && { ca }) };
}

async function readCertificates(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
    throw new ReturnsError('storage_failed', 'The file with the certificates of the ledger cannot be read', {
      description: 'Check the path of the certificate authority (sslrootcert), and that n8n may read the file.',
      context: { code },
    });
  }
}

/**
 * What every connection begins with, whatever the defaults of the database: the schema, transactions as they are needed,
 * limits that keep one stuck process from holding up all others, and commits that wait for the disk. There is an index
 * for whatever the ledger asks, so no table is to be read from end to end: while a table is small the planner would, and
 * keep to that plan when it has grown. Answers the server's clock, in ms.
 */
export const beginSession = (schema: string): { readonly text: string; readonly values: unknown[] } => ({
  text: `
    SELECT set_config('search_path', $1, false), set_config('statement_timeout', $2, false),
      set_config('default_transaction_isolation', 'read committed', false), set_config('lock_timeout', '10s', false),
      set_config('idle_in_transaction_session_timeout', '30s', false),
      set_config('enable_seqscan', 'off', false), set_config('jit', 'off', false),
      set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on'
        ELSE current_setting('synchronous_commit') END, false),
      (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint AS now`,
  values: [quoted(schema), `${STATEMENT_TIMEOUT_MS}ms`],
});

/** As an identifier in SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
