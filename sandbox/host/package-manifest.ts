import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';

const Manifest = z.looseObject({
  name: z.string(),
  version: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/** The parts of a package.json that installing needs; every other field is kept as it is. */
export type PackageManifest = z.infer<typeof Manifest>;

export async function readManifest(packageFolder: string): Promise<PackageManifest> {
  return Manifest.parse(JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')));
}
