import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const host = join(__dirname, '../../../sandbox/host');
let around: string;

beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'temporary-folder-test-'));
});
afterEach(() => {
  rmSync(around, { recursive: true, force: true });
});

/** A program of its own that makes a folder, says where, and goes on as told. */
async function program(goesOn: string): Promise<{ child: ChildProcess; folder: string }> {
  const source = `
    const { temporaryFolder } = require(${JSON.stringify(join(host, 'temporary-folder.ts'))});
    const { tryCommand } = require(${JSON.stringify(join(host, 'run-command.ts'))});
    const { existsSync, writeFileSync } = require('node:fs');
    temporaryFolder('test').then(async ({ path }) => {
      writeFileSync(path + '/file', 'content');
      ${goesOn}
    });`;
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', '--eval', source], {
    cwd: join(__dirname, '../../..'),
    env: { ...process.env, TMPDIR: around },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [folder] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, folder };
}

const stays = 'console.log(path); setInterval(() => undefined, 1000);';
const remains = (): string[] => readdirSync(around).filter((name) => name.startsWith('n8n-nodes-returns-'));

describe('a temporary folder', () => {
  it.each([
    ['its program ends by itself', 'console.log(path);', undefined],
    ['its program leaves', 'console.log(path); process.exit(3);', undefined],
    ['its program fails', "console.log(path); throw new RangeError('on purpose');", undefined],
    ['Ctrl-C ends its program', stays, 'SIGINT'],
    ['its program is asked to end', stays, 'SIGTERM'],
    ['the terminal is closed', stays, 'SIGHUP'],
  ] as const)('goes when %s', async (_when, goesOn, signal) => {
    const { child, folder } = await program(goesOn);
    const ended = once(child, 'exit');
    if (signal !== undefined) child.kill(signal);
    await ended;
    expect(folder).toContain(around);
    expect(remains()).toEqual([]);
  });

  it('goes with the command that wrote into it, and does not come back', async () => {
    const writes = `
      const script = 'for (let i = 0; i < 1e6; i++) fs.mkdirSync(process.argv[1], { recursive: true })';
      void tryCommand(process.execPath, ['--eval', script, path + '/again'], { cwd: '/' });
      const look = setInterval(() => {
        if (!existsSync(path + '/again')) return;
        clearInterval(look);
        console.log(path);
      }, 20);
      setInterval(() => undefined, 1000);`;
    const { child, folder } = await program(writes);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    const another = await program('console.log(path);');
    await once(another.child, 'exit');
    expect(existsSync(folder)).toBe(false);
  });
});
