import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod/v4';
import { code, table } from './markdown';
import { reasons } from './reasons';

const root = resolve(__dirname, '../..');
const namesSchema = z.record(z.string(), z.string());
const manifestSchema = z.object({ dependencies: namesSchema, devDependencies: namesSchema });
const installedSchema = z.object({ version: z.string(), license: z.string() });

/** Licences that npm cannot name; what their LICENSE files say. */
const licencesInWords: Readonly<Record<string, string>> = { 'SEE LICENSE IN LICENSE.md': 'Sustainable Use (n8n)' };

/**
 * What the package brings, and what it is built and tested with.
 * @throws RangeError when a dependency has no reason, or a reason has lost its dependency
 */
export function dependencyBlocks(): Record<string, string> {
  const { dependencies, devDependencies } = manifestSchema.parse(readJson('package.json'));
  const known = new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
  const lost = Object.keys(reasons).filter((name) => !known.has(name));
  if (lost.length > 0) throw new RangeError(`docs/generator/reasons.ts: not a dependency any more: ${lost.join(', ')}`);
  return { runtime: rows(dependencies), development: rows(devDependencies) };
}

function rows(names: Readonly<Record<string, string>>): string {
  return table(
    ['Package', 'Asked for', 'Licence', 'Size', 'What for'],
    Object.entries(names).map(([name, range]) => {
      const entry = reasons[name];
      if (entry === undefined) throw new RangeError(`docs/generator/reasons.ts says nothing of ${name}`);
      const { license } = installedSchema.parse(readJson(join('node_modules', name, 'package.json')));
      return [code(name), code(range), licencesInWords[license] ?? license, entry.size, entry.reason];
    }),
  );
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(resolve(root, file), 'utf8'));
