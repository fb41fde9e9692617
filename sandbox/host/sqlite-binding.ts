import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HostError } from './errors';
import { findNpm, isDiskFull, runNpm, withNodeFirst } from './npm';
import { tail, tryCommand } from './run-command';

const PREBUILT_TIMEOUT_MS = 60_000;
const BINARY = 'build/Release/node_sqlite3.node';

export interface SqliteBinding {
  /** The compiled file, to be put at the same place in n8n's own copy of sqlite3. */
  file: string;
  /** The same path, relative to the package folder of sqlite3. */
  relativePath: string;
  origin: 'prebuilt' | 'compiled';
}

/** What every step here needs: the Node.js to build for, a folder of its own, and a way to be stopped. */
export interface BuildContext {
  node: { binary: string; version: string };
  workFolder: string;
  signal: AbortSignal;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

async function missingTools(env: NodeJS.ProcessEnv): Promise<string[]> {
  const tools = [
    { name: 'python3', candidates: ['python3', 'python'] },
    { name: 'make', candidates: ['make', 'gmake'] },
    { name: 'g++', candidates: ['c++', 'g++', 'clang++'] },
  ];
  const answers = await Promise.all(
    tools.map(async ({ name, candidates }) => {
      for (const candidate of candidates) {
        const answer = await tryCommand(candidate, ['--version'], { cwd: '/', env }).catch(() => undefined);
        if (answer?.code === 0) return [];
      }
      return [name];
    }),
  );
  return answers.flat();
}

/**
 * The folder that holds the C headers of the running Node.js (`include/node`): beside the binary in an ordinary
 * installation, else from the registry package that the `node` devDependency is made of. Without either, node-gyp
 * downloads them by itself, which many networks refuse.
 */
async function findHeaders({ node, workFolder, signal }: BuildContext): Promise<string | undefined> {
  const beside = dirname(dirname(node.binary));
  if (await exists(join(beside, 'include/node/common.gypi'))) return beside;
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = [prefix, process.platform, process.arch].join('-');
  const cwd = join(workFolder, 'headers');
  await mkdir(cwd, { recursive: true });
  await writeFile(join(cwd, 'package.json'), '{"private":true}');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${node.version.replace(/^v/, '')}`];
  await runNpm('Getting Node.js headers', node.binary, args, { cwd, signal }).catch(() => undefined);
  const found = join(cwd, 'node_modules', name);
  return (await exists(join(found, 'include/node/common.gypi'))) ? found : undefined;
}

async function compile(packageFolder: string, context: BuildContext): Promise<void> {
  const { node, signal } = context;
  const env = withNodeFirst(node.binary);
  const missing = await missingTools(env);
  if (missing.length > 0) {
    throw new HostError(
      'no_compiler',
      `n8n's SQLite driver has to be compiled, and this machine lacks ${missing.join(', ')}.`,
      'On Debian or Ubuntu: sudo apt-get install build-essential python3. On macOS: xcode-select --install. Then try again.',
    );
  }
  const { nodeGyp } = await findNpm();
  const headers = await findHeaders(context);
  const args = [nodeGyp, 'rebuild', '--jobs=max', ...(headers === undefined ? [] : [`--nodedir=${headers}`])];
  const result = await tryCommand(node.binary, args, { cwd: packageFolder, env, signal });
  if (result.code === 0) return;
  const output = `${result.stdout}\n${result.stderr}`;
  if (isDiskFull(output)) {
    throw new HostError('disk_full', "Compiling n8n's SQLite driver filled the disk.", 'Free some 4 GB and try again.');
  }
  throw new HostError('install_broken', "n8n's SQLite driver did not compile.", tail(output, 25));
}

/**
 * Gets the native part of the sqlite3 version that this n8n pins: the prebuilt file where it can be downloaded, else
 * compiled here (some 80 s). It is made in a folder of its own so that it can run beside n8n's own installation, and so
 * that a missing compiler is told after seconds rather than minutes. n8n offers no other SQLite driver.
 *
 * @throws HostError `no_compiler`, `disk_full`, `no_network` or `install_broken`
 */
export async function buildSqliteBinding(n8nVersion: string, context: BuildContext): Promise<SqliteBinding> {
  const { node, workFolder, signal } = context;
  const inFolder = { cwd: workFolder, signal };
  await mkdir(workFolder, { recursive: true });
  await writeFile(join(workFolder, 'package.json'), '{"private":true}');

  const lookUp = ['view', `n8n@${n8nVersion}`, 'dependencies.sqlite3'];
  const pinned = await runNpm("Looking up n8n's SQLite driver", node.binary, lookUp, inFolder);
  const spec = `sqlite3@${pinned.trim()}`;
  const get = ['install', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', spec];
  await runNpm("Getting n8n's SQLite driver", node.binary, get, inFolder);

  const packageFolder = join(workFolder, 'node_modules', 'sqlite3');
  const binding = { file: join(packageFolder, BINARY), relativePath: BINARY };
  const download = [join(workFolder, 'node_modules/prebuild-install/bin.js'), '-r', 'napi'];
  const env = withNodeFirst(node.binary);
  await tryCommand(node.binary, download, { cwd: packageFolder, env, signal, timeoutMs: PREBUILT_TIMEOUT_MS });
  if (await exists(binding.file)) return { ...binding, origin: 'prebuilt' };
  await compile(packageFolder, context);
  return { ...binding, origin: 'compiled' };
}
