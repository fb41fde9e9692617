import { existsSync, readFileSync } from 'node:fs';
import { Client } from 'pg';
import { z } from 'zod/v4';
import type { Ledgers } from './ledgers';

/** Everything that the store under test holds of a ledger, as whoever copies it would find it; to be searched for texts. */
export async function dumpOf({ location }: Ledgers): Promise<string> {
  if (location.kind === 'embedded') {
    const files = ['', '-wal', '-journal'].map((suffix) => location.file + suffix).filter((file) => existsSync(file));
    return files.map((file) => readFileSync(file).toString('utf8')).join('\n');
  }
  const { host, port, database, user, password, schema = 'returns' } = location;
  const client = new Client({ host, port, database, user, password });
  await client.connect();
  try {
    const tables = z
      .array(z.object({ name: z.string() }))
      .parse((await client.query(`SELECT tablename AS name FROM pg_tables WHERE schemaname = $1`, [schema])).rows);
    const dumps: string[] = [];
    for (const { name } of tables) dumps.push(await dumpTable(client, `"${schema}"."${name}"`));
    return dumps.join('\n');
  } finally {
    await client.end();
  }
}

async function dumpTable(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<Record<string, unknown>>(`SELECT * FROM ${table}`);
  return rows
    .flatMap((row) => Object.values(row))
    .map((value) => (ArrayBuffer.isView(value) ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value))
    .map(String)
    .join('\n');
}
