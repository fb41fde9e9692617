import type { PostgresServer } from '../support/postgres-server';

const isServer = (value: unknown): value is PostgresServer =>
  typeof value === 'object' && value !== null && 'stop' in value;

export default async function stopServer(): Promise<void> {
  const server: unknown = Reflect.get(globalThis, 'postgresServer');
  if (isServer(server)) await server.stop();
}
