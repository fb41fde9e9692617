/**
 * Runs a program of this project on a fresh clone, with whatever Node.js (18 or newer) the machine has:
 *
 *   node sandbox/bootstrap.mjs sandbox/demo/main.ts --headless   a TypeScript program
 *   node sandbox/bootstrap.mjs --npm test:all                    an npm script
 *
 * It installs node_modules if they are missing or do not match package-lock.json, gets the Node.js of the `node`
 * devDependency, and hands over. It has no dependencies, because it runs before there are any. What it has to say goes
 * to standard error, so that the last line on standard output is the program's own.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const ownNode = join(modules, 'node', 'bin', 'node');
const oldestNode = [22, 16];

const say = (text) => process.stderr.write(`${text}\n`);

class BootstrapError extends Error {}

function run(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, ...options });
    let stdout = '';
    child.stdout?.on('data', (chunk) => (stdout += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout }));
  });
}

/** npm with its output on standard error, and a sign of life every 15 s. */
async function npm(task, args) {
  const started = Date.now();
  say(`${task} ...`);
  const timer = setInterval(() => say(`${task} ... ${Math.round((Date.now() - started) / 1000)} s`), 15_000);
  try {
    const shell = process.platform === 'win32';
    return (
      await run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2], shell })
    ).code;
  } catch (error) {
    throw new BootstrapError(`npm could not be started (${error.message}). Install npm; it comes with Node.js.`);
  } finally {
    clearInterval(timer);
  }
}

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** npm notes what it installed in node_modules/.package-lock.json; packages for other platforms are left out of it. */
function modulesMatchLockfile() {
  const noted = join(modules, '.package-lock.json');
  if (!existsSync(noted)) return false;
  const installed = packagesIn(noted);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true;
    return found.version === wanted.version;
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two programs started at once must not both replace node_modules. */
async function alone(work) {
  const lock = join(root, '.cache', 'bootstrap.lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (let told = false; ;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0);
    if (holder > 0 && !isAlive(holder)) {
      rmSync(lock, { force: true });
      continue;
    }
    if (!told) say('Waiting for another process that is installing the packages ...');
    told = true;
    await sleep(500);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Not `npm ci`: it starts from nothing where `npm install` adds what is missing. The versions are the lockfile's either
 * way, and `--no-save` leaves that file alone.
 */
async function ensureModules() {
  if (modulesMatchLockfile()) return;
  const task = 'Installing the packages of this project (once, a few minutes)';
  const code = await npm(task, ['install', '--ignore-scripts', '--no-save']);
  if (code === 0) return;
  throw new BootstrapError(
    '`npm install` failed; the reason is above. Check the network and the disk, then try again.',
  );
}

async function ownNodeWorks() {
  if (!existsSync(ownNode)) return false;
  return run(ownNode, ['--version'], { stdio: 'ignore' }).then(
    ({ code }) => code === 0,
    () => false,
  );
}

function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/** The Node.js to go on with: the project's own, or this one where the own one cannot be had and this one will do. */
async function findNode() {
  if (await ownNodeWorks()) return ownNode;
  // The `node` package puts its binary in place by an install script, the only one that this project needs.
  await npm('Getting Node.js 24 for this project', ['rebuild', 'node', '--ignore-scripts=false']);
  if (await ownNodeWorks()) return ownNode;
  if (isNewEnough(process.version)) {
    say(`Going on with Node.js ${process.version}.`);
    return process.execPath;
  }
  throw new BootstrapError(
    `This project needs Node.js ${oldestNode.join('.')} or newer; this is ${process.version}, and a newer one could not be ` +
      'fetched. Check the network and try again, or install Node.js 24.',
  );
}

function handOver(program, args, node) {
  const env = { ...process.env, PATH: [dirname(node), join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter) };
  const child = spawn(program, args, {
    stdio: 'inherit',
    env,
    shell: program === 'npm' && process.platform === 'win32',
  });
  const forward = (signal) => {
    // A terminal sends Ctrl-C to the whole group: the program has had it already.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  child.once('error', (error) => {
    say(`${program} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    process.exitCode = signal === null ? code : 128 + constants.signals[signal];
    process.exit();
  });
}

async function main([first, ...rest]) {
  if (first === undefined || (first === '--npm' && rest.length === 0)) {
    throw new BootstrapError('Usage: node sandbox/bootstrap.mjs <program.ts> [arguments] | --npm <script> [arguments]');
  }
  const node = await alone(async () => {
    await ensureModules();
    return findNode();
  });
  if (first === '--npm') {
    const [script, ...args] = rest;
    handOver('npm', ['run', script, ...(args.length > 0 ? ['--', ...args] : [])], node);
    return;
  }
  const tsx = createRequire(join(root, 'package.json')).resolve('tsx');
  handOver(node, ['--import', pathToFileURL(tsx).href, first, ...rest], node);
}

main(process.argv.slice(2)).catch((error) => {
  say(error instanceof BootstrapError ? error.message : error.stack);
  process.exit(1);
});
