import path from 'node:path';
import { z } from 'zod/v4';
import { runCommand } from '../../sandbox/host/run-command';
import { installedPackage } from './installed-package';

const loadSchema = z.object({
  milliseconds: z.number(),
  residentBytes: z.number(),
  heapBytes: z.number(),
  loaded: z.int().positive(),
  modules: z.int(),
  packages: z.array(z.string()),
});
/** What loading the nodes and credentials of this package added to one process. */
export type Load = z.infer<typeof loadSchema>;

const PROCESSES = 9;

let running: Promise<Load[]> | undefined;

/**
 * Loads the package in many processes, one after the other; time and memory are read from the same ones. The first
 * only warms the disk and does not count.
 */
export const loadOften = (): Promise<Load[]> => (running ??= loadInTurn());

async function loadInTurn(): Promise<Load[]> {
  const folder = await installedPackage();
  const loads: Load[] = [];
  for (let count = 0; count <= PROCESSES; count += 1) {
    const load = await loadOnce(folder);
    if (count > 0) loads.push(load);
  }
  return loads;
}

async function loadOnce(folder: string): Promise<Load> {
  const program = path.join(__dirname, 'load-package.mjs');
  // The flags of this process translate TypeScript; the child must not inherit them.
  const { NODE_OPTIONS: _, ...env } = process.env;
  const flags = ['--expose-gc', '--preserve-symlinks'];
  const output = await runCommand(process.execPath, [...flags, program, folder], { cwd: folder, env });
  return loadSchema.parse(JSON.parse(output));
}

/** What was loaded, for the report: the same in every process. */
export const contentsOf = ([load]: readonly Load[]): object =>
  load === undefined ? {} : { files: load.loaded, modules: load.modules, packages: load.packages };
