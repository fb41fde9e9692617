import { announceServer, startPostgres } from '../support/postgres-server';

/** For the whole project: what is tested are the rules, so nobody waits for the disk. */
export default async function startServer(): Promise<void> {
  const server = await startPostgres({ fsync: false, settings: { max_connections: 200 } });
  announceServer(server);
  Reflect.set(globalThis, 'postgresServer', server);
}
