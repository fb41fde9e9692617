import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder';
import { withFileLock } from './file-lock';
import { findNodeForN8n } from './node-binary';
import { runNpm } from './npm';
import { readManifest, type PackageManifest } from './package-manifest';
import { runCommand } from './run-command';

/** The options with which n8n 2.41 itself installs a community package (its community-packages.service.js). */
const N8N_INSTALL = [
  'install',
  '--audit=false',
  '--fund=false',
  '--bin-links=false',
  '--install-strategy=shallow',
  '--ignore-scripts=true',
  '--package-lock=false',
];

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** n8n strips these before it installs, so neither development nor optional dependencies ever arrive. */
function strip(manifest: PackageManifest): PackageManifest {
  const dropped = new Set(['devDependencies', 'peerDependencies', 'optionalDependencies']);
  return { ...manifest, ...Object.fromEntries([...dropped].map((name) => [name, undefined])) };
}

/** The runtime dependencies as n8n would install them, kept in the cache under a hash of the dependencies block. */
async function dependencyTree(base: string, dependencies: Readonly<Record<string, string>>): Promise<string> {
  const block = JSON.stringify(Object.entries(dependencies).sort(([a], [b]) => a.localeCompare(b)));
  const key = createHash('sha256').update(block).digest('hex').slice(0, 16);
  const folder = join(base, `dependencies-${key}`);
  if (await exists(folder)) return folder;
  return withFileLock(
    join(base, `dependencies-${key}.lock`),
    () => undefined,
    async () => {
      if (await exists(folder)) return folder;
      const partial = await mkdtemp(join(base, `.partial-dependencies-${key}-`));
      try {
        const { binary } = await findNodeForN8n();
        await writeFile(join(partial, 'package.json'), JSON.stringify({ private: true, dependencies }));
        await runNpm('Installing runtime dependencies', binary, N8N_INSTALL, { cwd: partial });
        await mkdir(join(partial, 'node_modules'), { recursive: true });
        await rename(partial, folder);
      } finally {
        await rm(partial, { recursive: true, force: true });
      }
      return folder;
    },
  );
}

/**
 * Installs a packed community package into an n8n user folder the way n8n does: unpacked into
 * `.n8n/nodes/node_modules/<name>`, its manifest stripped, its runtime dependencies inside it. A package of the same
 * name that is already there is replaced. n8n must not be running.
 *
 * @returns the folder of the installed package
 * @throws HostError `npm_failed`, `no_network` or `disk_full`
 */
export async function installPackage(
  userFolder: string,
  tarball: string,
  options: { cacheFolder?: string } = {},
): Promise<string> {
  const base = cacheFolder(options.cacheFolder);
  const modules = join(userFolder, '.n8n', 'nodes', 'node_modules');
  await mkdir(base, { recursive: true });
  await mkdir(modules, { recursive: true });
  const partial = await mkdtemp(join(userFolder, '.n8n', 'unpacking-'));
  try {
    await runCommand('tar', ['-xzf', tarball, '-C', partial, '--strip-components=1'], { cwd: userFolder });
    const manifest = await readManifest(partial);
    await writeFile(join(partial, 'package.json'), JSON.stringify(strip(manifest), null, 2));
    const tree = await dependencyTree(base, manifest.dependencies);
    await cp(join(tree, 'node_modules'), join(partial, 'node_modules'), { recursive: true, verbatimSymlinks: true });
    const target = join(modules, manifest.name);
    await rm(target, { recursive: true, force: true });
    await mkdir(join(target, '..'), { recursive: true });
    await rename(partial, target);
    await recordPackage(join(userFolder, '.n8n', 'nodes', 'package.json'), manifest);
    return target;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** n8n keeps a package.json beside node_modules; without our entry in it, `npm install` there would remove the package. */
async function recordPackage(file: string, { name, version }: PackageManifest): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const known: unknown = JSON.parse(text);
  const before = typeof known === 'object' && known !== null ? known : {};
  const listed = 'dependencies' in before && typeof before.dependencies === 'object' ? before.dependencies : {};
  const manifest = { name: 'installed-nodes', private: true, ...before, dependencies: { ...listed, [name]: version } };
  await writeFile(file, JSON.stringify(manifest, null, 2));
}
