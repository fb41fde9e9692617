import { realpathSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { HostError } from './errors';
import { tail, tryCommand } from './run-command';

/** npm's own program file and node-gyp, found from the `npm` that PATH names. */
export interface Npm {
  cli: string;
  nodeGyp: string;
}

/** The environment for child processes in which `node` means the given binary. */
export function withNodeFirst(nodeBinary: string, env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { ...env, PATH: [dirname(nodeBinary), env['PATH'] ?? ''].join(delimiter) };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** @throws HostError `npm_missing` when PATH holds no npm */
export async function findNpm(env: NodeJS.ProcessEnv = process.env): Promise<Npm> {
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    const link = join(folder, 'npm');
    if (folder === '' || !(await isThere(link))) continue;
    const root = dirname(dirname(realpathSync(link)));
    const npm = { cli: join(root, 'bin', 'npm-cli.js'), nodeGyp: join(root, 'node_modules/node-gyp/bin/node-gyp.js') };
    if (await isThere(npm.cli)) return npm;
  }
  throw new HostError('npm_missing', 'No npm was found in PATH.', 'Install npm (it comes with Node.js) and try again.');
}

/** Whether a program's output says that it ran out of disk space. */
export const isDiskFull = (output: string): boolean => /ENOSPC|no space left on device|EDQUOT/i.test(output);
const NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network (timeout|request)|ERR_SOCKET/i;

/** Turns npm's output into an error that says what to do. */
export function npmError(task: string, output: string): HostError {
  if (isDiskFull(output)) {
    return new HostError('disk_full', `${task}: the disk is full.`, 'Free some 4 GB and try again.');
  }
  if (NO_NETWORK.test(output)) {
    return new HostError(
      'no_network',
      `${task}: the package registry could not be reached.`,
      'Check the network, or npm\'s "registry" and "proxy" settings, and try again.',
    );
  }
  return new HostError('npm_failed', `${task}: npm ended with an error.`, tail(output, 25));
}

/**
 * Runs npm under the given Node.js and hands back its standard output.
 *
 * @throws HostError `disk_full`, `no_network` or `npm_failed`
 */
export async function runNpm(
  task: string,
  nodeBinary: string,
  args: readonly string[],
  options: { cwd: string; signal?: AbortSignal },
): Promise<string> {
  const npm = await findNpm();
  const result = await tryCommand(nodeBinary, [npm.cli, ...args], { ...options, env: withNodeFirst(nodeBinary) });
  if (result.code !== 0) throw npmError(task, `${result.stdout}\n${result.stderr}`);
  return result.stdout;
}
