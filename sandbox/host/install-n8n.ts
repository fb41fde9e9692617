import { copyFile, mkdir, mkdtemp, readFile, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';
import { cacheFolder } from './cache-folder';
import { countPackages } from './count-packages';
import { HostError } from './errors';
import { withFileLock } from './file-lock';
import { findNodeForN8n, nodeMajor } from './node-binary';
import { runNpm, withNodeFirst } from './npm';
import type { OnProgress } from './progress';
import { runCommand } from './run-command';
import { buildSqliteBinding, type SqliteBinding } from './sqlite-binding';

/** The n8n that this package is built and tested against. */
export const N8N_VERSION = '2.41.1';

/** How many packages that n8n brings: only the progress display uses it. */
const EXPECTED_PACKAGES = 2361;
/** n8n takes 2.9 GB, and npm's own cache some more on its first run. */
const NEEDED_BYTES = 4 * 1024 ** 3;
const COUNT_INTERVAL_MS = 2000;
const MARKER = 'installation.json';
const partialPrefix = (folder: string): string => `.partial-${basename(folder)}-`;

/** An n8n that has been installed and has shown that it loads. */
export interface N8nInstallation {
  version: string;
  folder: string;
  /** The Node.js to run it on. */
  nodeBinary: string;
  /** n8n's command-line program. */
  cli: string;
}

export interface InstallOptions {
  version?: string;
  /** Base folder of the cache; see `cacheFolder`. */
  cacheFolder?: string;
  onProgress?: OnProgress;
}

interface Node {
  binary: string;
  version: string;
}

interface Job {
  node: Node;
  onProgress: OnProgress;
  signal: AbortSignal;
}

const Marker = z.object({ n8n: z.string() });

const cliOf = (folder: string): string => join(folder, 'node_modules', 'n8n', 'bin', 'n8n');

async function isComplete(folder: string, version: string): Promise<boolean> {
  const text = await readFile(join(folder, MARKER), 'utf8').catch(() => undefined);
  return text !== undefined && Marker.parse(JSON.parse(text)).n8n === version;
}

/** Only called under the lock: whatever lies here belongs to an installation that was cut off. */
async function removeLeftovers(base: string, folder: string): Promise<void> {
  for (const name of await readdir(base)) {
    if (name.startsWith(partialPrefix(folder)))
      await rm(join(base, name), { recursive: true, force: true, maxRetries: 3 });
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function ensureSpace(base: string): Promise<void> {
  const { bavail, bsize } = await statfs(base);
  if (bavail * bsize >= NEEDED_BYTES) return;
  throw new HostError(
    'disk_full',
    `Installing n8n takes about 4 GB; ${base} has ${Math.floor((bavail * bsize) / 1024 ** 2)} MB left.`,
    'Free some space, or name another folder in N8N_NODES_RETURNS_CACHE.',
  );
}

async function placePackages(folder: string, version: string, job: Job): Promise<void> {
  const manifest = {
    private: true,
    dependencies: { n8n: version },
    // linkedom wants a package that the registry no longer has; cssom is what it was forked from.
    overrides: { cssomnom: 'npm:cssom@0.5.0' },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const counting = new AbortController();
  const counted = reportCount(join(folder, 'node_modules'), version, job.onProgress, counting.signal);
  try {
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await runNpm(`Installing n8n ${version}`, job.node.binary, args, { cwd: folder, signal: job.signal });
  } finally {
    counting.abort();
    await counted;
  }
}

/** npm says nothing while it works, so the packages on the disk are counted until the signal fires. */
async function reportCount(
  modules: string,
  version: string,
  onProgress: OnProgress,
  until: AbortSignal,
): Promise<void> {
  while (!until.aborted) {
    const done = await countPackages(modules);
    if (done === 0) onProgress({ phase: `n8n ${version}: resolving packages (the first time takes some minutes)` });
    else onProgress({ phase: `n8n ${version}: placing packages`, done, total: EXPECTED_PACKAGES });
    await sleep(COUNT_INTERVAL_MS, undefined, { signal: until }).catch(() => undefined);
  }
}

async function placeBinding(folder: string, binding: SqliteBinding): Promise<void> {
  const target = join(folder, 'node_modules', 'sqlite3', binding.relativePath);
  await mkdir(dirname(target), { recursive: true });
  await copyFile(binding.file, target);
}

async function ensureItLoads(folder: string, version: string, node: Node): Promise<void> {
  const env = withNodeFirst(node.binary);
  try {
    await runCommand(node.binary, ['-e', "require('sqlite3')"], { cwd: folder, env });
    const answer = await runCommand(node.binary, [cliOf(folder), '--version'], { cwd: folder, env });
    if (!answer.includes(version)) throw new Error(`n8n says that it is ${answer.trim()}`);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HostError('install_broken', `n8n ${version} was installed but does not load.`, reason, { cause });
  }
}

/** Waits for both; when one fails the other is stopped, so that nothing writes into a folder being removed. */
async function both<A, B>(first: Promise<A>, second: Promise<B>, stop: AbortController): Promise<[A, B]> {
  const stopOther = () => {
    stop.abort();
  };
  first.catch(stopOther);
  second.catch(stopOther);
  try {
    return await Promise.all([first, second]);
  } finally {
    await Promise.allSettled([first, second]);
  }
}

async function install(base: string, folder: string, version: string, node: Node, onProgress: OnProgress) {
  await removeLeftovers(base, folder);
  await ensureSpace(base);
  const started = Date.now();
  const partial = await mkdtemp(join(base, partialPrefix(folder)));
  const workFolder = `${partial}-sqlite`;
  const stop = new AbortController();
  const job = { node, onProgress, signal: stop.signal };
  try {
    const [binding] = await both(
      buildSqliteBinding(version, { ...job, workFolder }),
      placePackages(partial, version, job),
      stop,
    );
    onProgress({ phase: `n8n ${version}: trying it` });
    await placeBinding(partial, binding);
    await ensureItLoads(partial, version, node);
    const seconds = Math.round((Date.now() - started) / 1000);
    await writeFile(
      join(partial, MARKER),
      JSON.stringify({ n8n: version, node: node.version, sqlite: binding.origin, seconds }),
    );
    await rename(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true, maxRetries: 3 });
    await rm(workFolder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Installs n8n once into the cache folder, or finds it there. Two processes may ask at once: the second waits for the
 * first. An installation that was cut off is never taken for a whole one, because it is put in place by one rename.
 *
 * @throws HostError `node_too_old`, `npm_missing`, `no_network`, `disk_full`, `no_compiler`, `npm_failed`, `install_broken`
 */
export async function installN8n(options: InstallOptions = {}): Promise<N8nInstallation> {
  const version = options.version ?? N8N_VERSION;
  const onProgress = options.onProgress ?? (() => undefined);
  const node = await findNodeForN8n();
  const base = cacheFolder(options.cacheFolder);
  const name = `n8n-${version}-node${nodeMajor(node.version)}`;
  const folder = join(base, name);
  const installation = { version, folder, nodeBinary: node.binary, cli: cliOf(folder) };
  if (await isComplete(folder, version)) return installation;

  const onWait = () => {
    onProgress({ phase: `n8n ${version}: waiting for another process that is installing it` });
  };
  await withFileLock(join(base, `${name}.lock`), onWait, async () => {
    if (!(await isComplete(folder, version))) await install(base, folder, version, node, onProgress);
  });
  return installation;
}
