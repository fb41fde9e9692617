import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod/v4';
import { projectFolder } from '../measuring/built';

const manifestSchema = z.looseObject({ dependencies: z.record(z.string(), z.string()) });

/**
 * Lays the built package out as n8n installs it: its dependencies in its own node_modules, n8n-workflow outside. In
 * this project's node_modules they lie beside each other, so that what n8n-workflow has loaded would count as free.
 * Needs `--preserve-symlinks`.
 * @returns the folder of the package
 */
export async function installedPackage(): Promise<string> {
  const folder = path.join(projectFolder, '.cache', 'bench', 'package');
  const modules = path.join(folder, 'node_modules');
  await rm(folder, { recursive: true, force: true });
  const text = await readFile(path.join(projectFolder, 'package.json'), 'utf8');
  const { dependencies } = manifestSchema.parse(JSON.parse(text));
  await mkdir(modules, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), text);
  await symlink(path.join(projectFolder, 'dist'), path.join(folder, 'dist'));
  for (const name of Object.keys(dependencies)) {
    const link = path.join(modules, name);
    await mkdir(path.dirname(link), { recursive: true });
    await symlink(path.join(projectFolder, 'node_modules', name), link);
  }
  return folder;
}
