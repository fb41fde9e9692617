/**
 * A fresh process that loads what n8n loads of a package at start, and prints one JSON line of what that added.
 * Run by load-often.ts: node --expose-gc --preserve-symlinks load-package.mjs <package folder>
 * Plain JavaScript, because whatever translates TypeScript would be measured too.
 */
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

const [packageFolder] = process.argv.slice(2);
const require = createRequire(join(packageFolder, 'package.json'));
// n8n has these in memory before it looks for packages of others. They also bring the heap to its working size: in a
// nearly empty process half of the growth is what V8 sets aside on the way, whichever package comes first.
require('reflect-metadata');
require('n8n-core');
require('n8n-workflow');

const { n8n } = require('./package.json');
const files = [...n8n.credentials, ...n8n.nodes];
const memory = () => {
  globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heapUsed };
};
const known = new Set(Object.keys(require.cache));

memory();
const before = memory();
const startedAt = performance.now();
const kept = files.map((file) => {
  const { [basename(file).split('.')[0]]: Loaded } = require(`./${file}`);
  return new Loaded();
});
const milliseconds = performance.now() - startedAt;
const after = memory();

const modules = Object.keys(require.cache).filter((file) => !known.has(file));
const packages = [...new Set(modules.map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]))];
console.log(
  JSON.stringify({
    milliseconds,
    residentBytes: after.rss - before.rss,
    heapBytes: after.heapUsed - before.heapUsed,
    loaded: kept.length,
    modules: modules.length,
    packages: packages.filter((name) => name !== undefined).sort(),
  }),
);
