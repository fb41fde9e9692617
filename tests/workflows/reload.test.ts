import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { packageFolder, packageName } from './support/n8n-nodes';

const manifest = z.object({ n8n: z.object({ nodes: z.array(z.string()).min(1) }) });

/** As in n8n: dependencies lie beside the package, so that they stay loaded when n8n throws the package out. */
const script = (folder: string): string => `
  require('reflect-metadata');
  const { PackageDirectoryLoader } = require('n8n-core');
  const load = async () => {
    const loader = new PackageDirectoryLoader(${JSON.stringify(folder)});
    await loader.loadAll();
    const count = Object.keys(loader.nodeTypes).length;
    loader.reset();
    return count;
  };
  load().then(async (first) => console.log(JSON.stringify([first, await load()])));
`;

it('can be loaded again into a running n8n, as an update does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'returns-reload-'));
  try {
    const own = join(folder, 'node_modules', packageName);
    mkdirSync(own, { recursive: true });
    cpSync(join(packageFolder, 'dist'), join(own, 'dist'), { recursive: true });
    cpSync(join(packageFolder, 'package.json'), join(own, 'package.json'));
    const modules = join(packageFolder, 'node_modules');
    for (const name of readdirSync(modules).filter((entry) => !entry.startsWith('.'))) {
      symlinkSync(join(modules, name), join(folder, 'node_modules', name));
    }
    writeFileSync(join(folder, 'load.cjs'), script(own));
    const output = execFileSync(process.execPath, [join(folder, 'load.cjs')], {
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', N8N_LOG_LEVEL: 'silent', N8N_USER_FOLDER: folder },
    });
    const { nodes } = manifest.parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))).n8n;
    expect(JSON.parse(output)).toEqual([nodes.length, nodes.length]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
