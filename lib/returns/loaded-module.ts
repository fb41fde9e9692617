/**
 * A module that was loaded on first use, with its type: n8n loads every node at its start, and few are used in each run.
 * To be loaded by `createRequire(__filename)`, not by `import()`, whose cache outlives an update of the package in a
 * running n8n.
 * @param known a name that it exports
 */
export function loadedModule<Module extends object>(loaded: unknown, known: keyof Module & string): Module {
  if (has<Module>(loaded, known)) return loaded;
  throw new Error(`A module of this package is incomplete: it lacks ${known}`);
}

const has = <Module extends object>(loaded: unknown, name: keyof Module & string): loaded is Module =>
  typeof loaded === 'object' && loaded !== null && name in loaded;
