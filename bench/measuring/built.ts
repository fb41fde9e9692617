import { createRequire } from 'node:module';
import path from 'node:path';

export const projectFolder = path.join(__dirname, '..', '..');
const fromHere = createRequire(__filename);

/**
 * Loads a module as it ships, from dist/: what tsx makes of the sources on the fly is slower in places.
 * @param names functions that the module must have
 * @throws Error when one is missing
 */
export function loadBuilt<M extends object>(file: string, names: readonly (keyof M & string)[]): M {
  const loaded: unknown = fromHere(path.join(projectFolder, 'dist', file));
  const hasAll = (module: unknown): module is M =>
    typeof module === 'object' &&
    module !== null &&
    Object.entries(module).filter(([name, value]) => typeof value === 'function' && names.some((n) => n === name))
      .length === names.length;
  if (hasAll(loaded)) return loaded;
  throw new Error(`dist/${file} lacks one of ${names.join(', ')}: run npm run build`);
}
