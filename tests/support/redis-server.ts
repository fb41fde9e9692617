import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../sandbox/host/free-port';

const run = promisify(execFile);
const START_TIMEOUT_MS = 10_000;

/** A Redis of one's own, on a free port of this machine, that keeps nothing. */
export interface RedisServer {
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** @throws Error saying what to install where this machine has no Redis */
export async function startRedis(): Promise<RedisServer> {
  await run('redis-server', ['--version']).catch(() => {
    throw new Error('Redis is not installed. On Debian or Ubuntu: apt-get install redis-server');
  });
  const host = '127.0.0.1';
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'returns-redis-'));
  const settings = ['--port', String(port), '--bind', host, '--dir', folder, '--save', '', '--appendonly', 'no'];
  const server = spawn(...endsWithUs('redis-server', settings), { stdio: ['ignore', 'pipe', 'inherit'] });
  await untilReady(server);
  return {
    host,
    port,
    async stop() {
      if (server.exitCode === null && server.signalCode === null) {
        const ended = once(server, 'exit');
        server.kill();
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** On Linux the kernel tells the server when we die, also by SIGKILL: no test run leaves a server behind. */
const endsWithUs = (command: string, args: readonly string[]): [string, string[]] =>
  process.platform === 'linux' ? ['setpriv', ['--pdeathsig', 'TERM', '--', command, ...args]] : [command, [...args]];

async function untilReady(server: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    const patience = setTimeout(() => {
      reject(new Error(`Redis did not start:\n${log}`));
    }, START_TIMEOUT_MS);
    server.stdout?.on('data', (chunk: Buffer) => {
      if (log.length > 10_000) return;
      log += chunk.toString();
      if (!/ready to accept connections/i.test(log)) return;
      clearTimeout(patience);
      resolve();
    });
    server.once('exit', () => {
      clearTimeout(patience);
      reject(new Error(`Redis did not start:\n${log}`));
    });
  });
}
