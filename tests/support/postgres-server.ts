import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { z } from 'zod/v4';
import type { PostgresLocation } from '../../lib/ledger';
import { freePort } from '../../sandbox/host/free-port';

const run = promisify(execFile);

export interface PostgresOptions {
  /** Whether commits wait for the disk, as they must in production; on unless told. */
  readonly fsync?: boolean;
  /** Whether it speaks TLS, with a certificate for `localhost`; see `ca`. */
  readonly tls?: boolean;
  /** Further settings, e.g. `{ max_connections: 20 }`. */
  readonly settings?: Readonly<Record<string, string | number>>;
}

/** A PostgreSQL server of one's own, on a free port of this machine, in a folder that `stop` removes. */
export interface PostgresServer {
  /** Where the user `returns` finds its empty database `returns`. */
  readonly location: PostgresLocation;
  /** The same as a URL. */
  readonly url: string;
  /** The certificate authority, as a file in PEM; undefined without TLS. */
  readonly ca: string | undefined;
  /** Runs SQL as superuser, past the network; answers the last statement's rows, columns separated by `|`. */
  psql(sql: string, database?: string): Promise<string>;
  /** Ends every server process at once, as a power failure does to them; `start` brings the data back. */
  kill(): Promise<void>;
  /** Shuts down in order and lets nobody in until `start`. */
  shutDown(): Promise<void>;
  start(): Promise<void>;
  /** Shuts down and removes everything. */
  stop(): Promise<void>;
}

const SUPERUSER = 'postgres';
const PASSWORD = 'test-only';

/**
 * Starts a PostgreSQL server from the binaries of this machine. PostgreSQL refuses to run as root, so root runs it as
 * the user `postgres`, which the packages create.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const binaries = findBinaries();
  const folder = mkdtempSync(join(tmpdir(), 'returns-postgres-'));
  const user = await serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const asUser = user
    ? ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--']
    : ([] as readonly string[]);

  await runIn(folder, [...asUser, join(binaries, 'initdb'), '-D', data, ...initOptions(folder, user)]);
  const tls = options.tls === true ? await createCertificates(folder, user) : undefined;
  const settings = settingsOf(options, { folder, port, tls });
  let server: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    server = await startServer(folder, [
      ...asUser,
      ...endsWithUs(),
      join(binaries, 'postgres'),
      '-D',
      data,
      ...settings,
    ]);
  };
  const shutDown = async (): Promise<void> => {
    if (server) await endServer(server, () => server?.kill('SIGINT'));
    server = undefined;
  };
  const psql = async (sql: string, database = 'returns'): Promise<string> => {
    const args = ['-h', folder, '-p', String(port), '-U', SUPERUSER, '-d', database, '-XqAt', '-v', 'ON_ERROR_STOP=1'];
    return (await run(join(binaries, 'psql'), [...args, '-c', sql])).stdout.trim();
  };
  const location: PostgresLocation = {
    kind: 'postgres',
    host: tls ? 'localhost' : '127.0.0.1',
    port,
    database: 'returns',
    user: 'returns',
    password: PASSWORD,
    ssl: tls ? { mode: 'verify', caFile: tls.ca } : { mode: 'disable' },
  };

  await start();
  await psql(`CREATE ROLE returns LOGIN PASSWORD '${PASSWORD}'`, 'postgres');
  await psql('CREATE DATABASE returns OWNER returns', 'postgres');
  return {
    location,
    url: urlOf(location),
    ca: tls?.ca,
    psql,
    start,
    shutDown,
    async kill() {
      if (server)
        await endServer(server, () => {
          killAll(server?.pid);
        });
      server = undefined;
    },
    async stop() {
      await shutDown();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const urlOf = ({ user, password, host, port, database, schema, ssl }: PostgresLocation): string => {
  const query = new URLSearchParams({
    sslmode: ssl.mode === 'verify' ? 'verify-full' : ssl.mode,
    ...(ssl.mode === 'verify' && ssl.caFile !== undefined && { sslrootcert: ssl.caFile }),
    ...(schema !== undefined && { schema }),
  });
  return `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}?${query.toString()}`;
};

function findBinaries(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/local/pgsql/bin',
    '/opt/homebrew/opt/postgresql/bin',
  ];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
  if (found !== undefined) return found;
  throw new Error('PostgreSQL is not installed. On Debian or Ubuntu: apt-get install postgresql');
}

interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Undefined: whoever runs this may run the server. */
async function serverUser(): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (what: string): Promise<number> => Number((await run('id', [what, SUPERUSER])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

function initOptions(folder: string, user: ServerUser | undefined): readonly string[] {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  return [
    ...['-U', SUPERUSER, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '--auth-local=trust'],
    ...['-E', 'UTF8', '--locale=C', '--no-sync'],
  ];
}

interface Place {
  readonly folder: string;
  readonly port: number;
  readonly tls: Certificates | undefined;
}

function settingsOf({ fsync = true, settings }: PostgresOptions, { folder, port, tls }: Place): readonly string[] {
  const all = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    ...(!fsync && { fsync: 'off', full_page_writes: 'off' }),
    ...(tls && { ssl: 'on', ssl_cert_file: tls.certificate, ssl_key_file: tls.key }),
    ...settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** On Linux the kernel tells the server when we die, also by SIGKILL: no test run leaves a server behind. */
const endsWithUs = (): readonly string[] =>
  process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'INT', '--'] : [];

async function runIn(cwd: string, [command = '', ...args]: readonly string[]): Promise<void> {
  await run(command, [...args], { cwd });
}

/** Resolves once it lets clients in. */
async function startServer(cwd: string, [command = '', ...args]: readonly string[]): Promise<ChildProcess> {
  const server = spawn(command, [...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (chunk: Buffer) => {
      if (log.length > 10_000) return;
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => {
      reject(new Error(`PostgreSQL did not start:\n${log}`));
    });
  });
  return server;
}

async function endServer(server: ChildProcess, end: () => void): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  end();
  await ended;
}

/** The first process alone would leave its children behind for a moment, and they would finish what they are at. */
function killAll(first: number | undefined): void {
  if (first === undefined) return;
  process.kill(first, 'SIGSTOP');
  const childrenFile = `/proc/${first}/task/${first}/children`;
  const children = existsSync(childrenFile) ? readFileSync(childrenFile, 'utf8').trim().split(' ').map(Number) : [];
  for (const pid of [...children.filter((pid) => pid > 0), first]) process.kill(pid, 'SIGKILL');
}

interface Certificates {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

async function createCertificates(folder: string, user: ServerUser | undefined): Promise<Certificates> {
  const file = (name: string): string => join(folder, name);
  const made = ['-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  await runIn(folder, [
    ...['openssl', 'req', '-x509', ...made, '-keyout', file('ca.key'), '-out', file('ca.pem')],
    ...['-subj', '/CN=returns test authority'],
  ]);
  await runIn(folder, [
    ...['openssl', 'req', '-x509', ...made, '-keyout', file('server.key'), '-out', file('server.pem')],
    ...['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost', '-addext', 'basicConstraints=critical,CA:FALSE'],
  ]);
  if (user) for (const name of ['server.key', 'server.pem']) chownSync(file(name), user.uid, user.gid);
  return { ca: file('ca.pem'), certificate: file('server.pem'), key: file('server.key') };
}

const SERVER_VARIABLE = 'RETURNS_TEST_POSTGRES';

const locationSchema = z.object({
  kind: z.literal('postgres'),
  host: z.string(),
  port: z.number(),
  database: z.string(),
  user: z.string(),
  password: z.string(),
  ssl: z.object({ mode: z.literal('disable') }),
});

/** Tells the processes that jest starts where the server of their project is. */
export function announceServer({ location }: PostgresServer): void {
  process.env[SERVER_VARIABLE] = JSON.stringify(location);
}

/** The server of the jest project `postgres`; every test takes a schema of its own in it. */
export function testServer(): PostgresLocation {
  const text = process.env[SERVER_VARIABLE];
  if (text === undefined) throw new Error('There is no PostgreSQL server: run this with `npm run test:postgres`');
  return locationSchema.parse(JSON.parse(text));
}

/** Runs SQL on a connection of its own, as the ledger's user. */
export async function query(
  { host, port, database, user, password }: PostgresLocation,
  sql: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ host, port, database, user, password });
  await client.connect();
  try {
    // Several statements answer several results.
    const results = [await client.query(sql)].flat();
    return z.array(z.record(z.string(), z.unknown())).parse(results.at(-1)?.rows);
  } finally {
    await client.end();
  }
}

export async function dropSchema(location: PostgresLocation): Promise<void> {
  // A test may have killed a process in mid-transaction, whose locks the server has yet to let go of.
  for (let tries = 0; ; tries += 1) {
    try {
      await query(
        location,
        `SET lock_timeout = 2000; SET client_min_messages = error;
        DROP SCHEMA IF EXISTS "${location.schema ?? 'returns'}" CASCADE`,
      );
      return;
    } catch (error) {
      if (tries === 5) throw error;
      await delay(200);
    }
  }
}
