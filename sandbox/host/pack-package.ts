import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod/v4';
import { cacheFolder } from './cache-folder';
import { HostError } from './errors';
import { withFileLock } from './file-lock';
import { findNodeForN8n } from './node-binary';
import { runNpm } from './npm';

/** What a build is made from. */
const SOURCES = ['nodes', 'credentials', 'lib', 'gulpfile.js', 'tsconfig.json', 'package.json'];

export interface PackOptions {
  /** Default: this project. */
  packageFolder?: string;
  /** Where the tarball is put; default: `packed` in the cache folder. */
  outFolder?: string;
  cacheFolder?: string;
  /** `when-stale` (default) runs `npm run build` only if a source changed since the last build made here. */
  build?: 'when-stale' | 'always' | 'never';
}

async function filesOf(path: string): Promise<string[]> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) return [];
  if (!info.isDirectory()) return [`${path} ${info.mtimeMs} ${info.size}`];
  const names = (await readdir(path)).sort();
  return (await Promise.all(names.map((name) => filesOf(join(path, name))))).flat();
}

/** Changes whenever a source or the built output changes, so that a removed or foreign dist counts as stale. */
async function buildState(packageFolder: string): Promise<string> {
  const paths = [...SOURCES, 'dist'].map((name) => join(packageFolder, name));
  const lines = (await Promise.all(paths.map(filesOf))).flat();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

async function buildIfStale(packageFolder: string, node: string, build: 'when-stale' | 'always'): Promise<void> {
  const marker = join(packageFolder, '.cache', 'host-build.sha256');
  const known = await readFile(marker, 'utf8').catch(() => undefined);
  if (build === 'when-stale' && known === (await buildState(packageFolder))) return;
  try {
    await runNpm('Building the package', node, ['run', 'build'], { cwd: packageFolder });
  } catch (cause) {
    const reason = cause instanceof HostError ? cause.advice : String(cause);
    throw new HostError('build_failed', '`npm run build` failed.', reason, { cause });
  }
  await mkdir(dirname(marker), { recursive: true });
  await writeFile(marker, await buildState(packageFolder));
}

const Packed = z.array(z.object({ filename: z.string() })).min(1);

/**
 * Builds the package if its dist is stale, and packs it as `npm publish` would.
 *
 * @returns the path of the tarball
 * @throws HostError `build_failed` with the end of the build's output, or `npm_failed`
 */
export async function packPackage(options: PackOptions = {}): Promise<string> {
  const packageFolder = options.packageFolder ?? join(__dirname, '..', '..');
  const base = cacheFolder(options.cacheFolder);
  const outFolder = options.outFolder ?? join(base, 'packed');
  const { binary } = await findNodeForN8n();
  const build = options.build ?? 'when-stale';
  return withFileLock(
    join(base, 'pack.lock'),
    () => undefined,
    async () => {
      if (build !== 'never') await buildIfStale(packageFolder, binary, build);
      await mkdir(outFolder, { recursive: true });
      const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', outFolder];
      const answer = Packed.parse(JSON.parse(await runNpm('Packing', binary, args, { cwd: packageFolder })));
      return join(outFolder, answer[0]?.filename ?? '');
    },
  );
}
