import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { z } from 'zod/v4';
import type { PostgresLocation } from '../../lib/ledger';
import { insertion, updating, type Columns, type RawStore, type ReadRows } from './recording';

const place = (index: number): string => `$${index + 1}`;

async function connected({ host, port, database, user, password, schema }: PostgresLocation): Promise<Client> {
  const client = new Client({ host, port, database, user, password });
  await client.connect();
  await client.query(`SET search_path TO ${client.escapeIdentifier(schema ?? 'returns')}`);
  return client;
}

/**
 * The peer on PostgreSQL, as pgbench has it: one connection, prepared statements, one statement sent after the answer to
 * the one before it.
 */
export async function openRawPostgres(location: PostgresLocation): Promise<RawStore> {
  const client = await connected(location);
  const run = async (text: string, values: readonly Columns[string][]): Promise<void> => {
    const name = createHash('sha256').update(text).digest('hex').slice(0, 16);
    await client.query({ name, text, values: [...values] });
  };
  const insert = (table: string, row: Columns): Promise<void> => run(insertion(table, row, place), Object.values(row));
  return {
    async insert(opened) {
      await client.query('BEGIN');
      for (const { cases, events } of opened) {
        await insert('cases', cases);
        await insert('events', events);
      }
      await client.query('COMMIT');
    },
    async write({ caseId, event, change }) {
      await client.query('BEGIN');
      await insert('events', event);
      await run(updating(change, place), [...Object.values(change), caseId]);
      await client.query('COMMIT');
    },
    close: () => client.end(),
  };
}

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Reads what a ledger has written into its schema. */
export async function readerOfPostgres(
  location: PostgresLocation,
): Promise<{ readonly read: ReadRows; close(): Promise<void> }> {
  const client = await connected(location);
  const first = async (text: string, id: string): Promise<Columns> => {
    const { rows } = await client.query<Record<string, unknown>>(text, [id]);
    return rowSchema.parse(rows[0]);
  };
  return {
    async read(id) {
      const cases = await first('SELECT * FROM cases WHERE id = $1', id);
      const newest = 'SELECT * FROM events WHERE case_id = $1 ORDER BY version DESC LIMIT 1';
      const { seq: _, ...events } = await first(newest, id);
      return { cases, events };
    },
    close: () => client.end(),
  };
}
