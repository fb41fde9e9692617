import fc from 'fast-check';

/** fast-check picks a seed of its own, and prints it when a property fails. */
const RANDOM = 'random';

/**
 * The seed is the same in every run, so that a commit passes or fails by what it holds and not by luck.
 * `PROPERTY_SEED=random PROPERTY_RUNS=20000 npx jest …` looks where nobody has looked yet; what it finds becomes a test.
 */
const seed = process.env['PROPERTY_SEED'] ?? '1';

/** How often a property is tried. `PROPERTY_RUNS` tries harder than a unit test has time for. */
export const runs = (usual: number): { numRuns: number } => ({
  numRuns: Number(process.env['PROPERTY_RUNS'] ?? usual),
});

fc.configureGlobal({ ...runs(100), ...(seed !== RANDOM && { seed: Number(seed) }) });

export { fc };
