import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { HostError } from './errors';
import { tryCommand } from './run-command';

/** n8n from 2.37 on refuses to start on anything older (its package.json, `engines`). */
export const OLDEST_NODE_FOR_N8N = 24;

export const nodeMajor = (version: string): number => Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);

/**
 * The Node.js that n8n is to run on: this very process if it is new enough, else the one that the `node`
 * devDependency puts into node_modules.
 *
 * @throws HostError `node_too_old` when neither is
 */
export async function findNodeForN8n(): Promise<{ binary: string; version: string }> {
  if (nodeMajor(process.version) >= OLDEST_NODE_FOR_N8N) return { binary: process.execPath, version: process.version };
  const ours = join(dirname(createRequire(__filename).resolve('node/package.json')), 'bin', 'node');
  const answer = await tryCommand(ours, ['--version'], { cwd: process.cwd() }).catch(() => undefined);
  const version = answer?.stdout.trim() ?? '';
  if (nodeMajor(version) >= OLDEST_NODE_FOR_N8N) return { binary: ours, version };
  throw new HostError(
    'node_too_old',
    `n8n needs Node.js ${OLDEST_NODE_FOR_N8N} or newer; this is ${process.version}.`,
    'Run `npm rebuild node --ignore-scripts=false` in the project folder, or install a newer Node.js.',
  );
}
