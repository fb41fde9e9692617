import type { Client } from 'pg';
import type { PostgresLocation } from '../location';
import { connectionConfig } from './connection-config';

/** A connection of its own, outside of the pool, whose owner ends it. */
export async function connectAlone(location: PostgresLocation, patienceMs: number): Promise<Client> {
  const config = await connectionConfig(location, patienceMs);
  const pg = await import('pg');
  const client = new pg.Client(config);
  // Whoever waits for an answer is told; a connection that breaks while nobody does must not end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
