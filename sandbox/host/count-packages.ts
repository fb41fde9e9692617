import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';

async function countOne(folder: string): Promise<number> {
  const placed = await access(join(folder, 'package.json')).then(
    () => 1,
    () => 0,
  );
  return placed + (await countPackages(join(folder, 'node_modules')));
}

/** How many packages lie below a node_modules folder by now, nested ones included. */
export async function countPackages(nodeModules: string): Promise<number> {
  const entries = await readdir(nodeModules, { withFileTypes: true }).catch(() => []);
  let total = 0;
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const folder = join(nodeModules, entry.name);
    if (!entry.name.startsWith('@')) {
      total += await countOne(folder);
      continue;
    }
    for (const scoped of await readdir(folder).catch(() => [])) {
      if (!scoped.startsWith('.')) total += await countOne(join(folder, scoped));
    }
  }
  return total;
}
