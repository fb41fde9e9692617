import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../sandbox/host/cache-folder';
import { countPackages } from '../../sandbox/host/count-packages';
import { HostError } from '../../sandbox/host/errors';
import { withFileLock } from '../../sandbox/host/file-lock';
import { installPackage } from '../../sandbox/host/install-package';
import { n8nEnvironment } from '../../sandbox/host/n8n-settings';
import { npmError } from '../../sandbox/host/npm';
import { packPackage } from '../../sandbox/host/pack-package';
import { progressLine, showProgress } from '../../sandbox/host/progress';
import { runCommand } from '../../sandbox/host/run-command';
import { unflatten } from '../../sandbox/host/unflatten';
import { waitUntil } from '../../sandbox/host/wait-until';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'host-test-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the cache folder', () => {
  it.each([
    ['the caller', '/chosen', { N8N_NODES_RETURNS_CACHE: '/own', XDG_CACHE_HOME: '/xdg' }, '/chosen'],
    ['its own variable', undefined, { N8N_NODES_RETURNS_CACHE: '/own', XDG_CACHE_HOME: '/xdg' }, '/own'],
    ['the XDG base folder', undefined, { XDG_CACHE_HOME: '/xdg' }, '/xdg/n8n-nodes-returns'],
  ])('is named by %s', (_by, chosen, env, expected) => {
    expect(cacheFolder(chosen, env)).toBe(expected);
  });

  it('ignores empty variables', () => {
    const env = { N8N_NODES_RETURNS_CACHE: '', XDG_CACHE_HOME: '' };
    expect(cacheFolder(undefined, env)).toMatch(/\.cache\/n8n-nodes-returns$/);
  });
});

describe('the lock', () => {
  it('lets one in at a time, and tells the other that it waits', async () => {
    const lock = join(folder, 'a.lock');
    const order: string[] = [];
    const onWait = jest.fn();
    let release: (() => void) | undefined;
    const first = withFileLock(lock, onWait, async () => {
      await new Promise<void>((resolve) => (release = resolve));
      order.push('first');
    });
    await waitUntil('the lock', 5000, () => release);
    const second = withFileLock(lock, onWait, () => {
      order.push('second');
      return Promise.resolve();
    });
    await waitUntil('the wait', 5000, () => (onWait.mock.calls.length > 0 ? true : undefined));
    release?.();
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
  });

  it('is free again after a failure', async () => {
    const lock = join(folder, 'a.lock');
    const broken = withFileLock(lock, jest.fn(), () => Promise.reject(new Error('broken')));
    await expect(broken).rejects.toThrow('broken');
    await expect(withFileLock(lock, jest.fn(), () => Promise.resolve('mine'))).resolves.toBe('mine');
  });
});

describe('progress', () => {
  it('shows phase, share and minutes', () => {
    expect(progressLine({ phase: 'placing', done: 1180, total: 2361 }, 102)).toBe('placing  1180/2361 (49 %)  1:42');
    expect(progressLine({ phase: 'placing', done: 2400, total: 2361 }, 60)).toContain('(100 %)');
    expect(progressLine({ phase: 'resolving' }, 7)).toBe('resolving  0:07');
  });

  it('rewrites one line on a terminal and writes one line per phase elsewhere', () => {
    const run = (isTTY: boolean) => {
      const written: string[] = [];
      const display = showProgress({ isTTY, write: (text: string) => written.push(text) }, () => 0);
      display.update({ phase: 'a', done: 1, total: 2 });
      display.update({ phase: 'a', done: 2, total: 2 });
      display.update({ phase: 'b' });
      display.end();
      return written;
    };
    expect(run(false)).toEqual(['a  1/2 (50 %)  0:00\n', 'b  0:00\n']);
    expect(run(true).every((text) => text.startsWith('\r') || text === '\n')).toBe(true);
  });

  it('counts packages, scoped and nested ones included', async () => {
    for (const name of ['a', '@s/b', 'a/node_modules/c', '.bin']) {
      await mkdir(join(folder, name), { recursive: true });
      if (name !== '.bin') await writeFile(join(folder, name, 'package.json'), '{}');
    }
    await mkdir(join(folder, 'not-placed-yet'));
    expect(await countPackages(folder)).toBe(3);
  });
});

describe('what went wrong', () => {
  it.each([
    ['npm error code ENOSPC', 'disk_full'],
    ['npm error code EAI_AGAIN request failed', 'no_network'],
    ['npm error code E404 not found', 'npm_failed'],
  ])('is read from npm: %s', (output, code) => {
    expect(npmError('Installing', output)).toMatchObject({ code });
  });

  it('names the command and the end of its output', async () => {
    const script = 'console.error("bad luck"); process.exit(4)';
    const failed = runCommand(process.execPath, ['-e', script], { cwd: folder });
    await expect(failed).rejects.toMatchObject({ code: 'command_failed', advice: expect.stringContaining('bad luck') });
  });

  it('says what was awaited', async () => {
    const never = waitUntil(
      'Spring',
      10,
      () => undefined,
      () => 'it is November',
    );
    await expect(never).rejects.toEqual(
      new HostError('not_ready', 'Spring did not happen within 0 s.', 'it is November'),
    );
  });
});

describe('the environment of n8n', () => {
  const place = { userFolder: '/u', port: 5000, brokerPort: 5001 };

  it('takes nothing from the parent that could change what n8n does', () => {
    const parent = { PATH: '/bin', NODE_ENV: 'test', N8N_PORT: '1', DB_TYPE: 'postgresdb', npm_config_x: 'y' };
    const env = n8nEnvironment(place, {}, parent);
    expect(env).toMatchObject({ PATH: '/bin', N8N_PORT: '5000', N8N_LISTEN_ADDRESS: '127.0.0.1' });
    expect(Object.keys(env)).not.toEqual(expect.arrayContaining(['NODE_ENV']));
    expect(env).not.toHaveProperty('DB_TYPE');
    expect(env).not.toHaveProperty('npm_config_x');
  });

  it('lets the caller have the last word', () => {
    expect(n8nEnvironment(place, { N8N_LOG_LEVEL: 'debug' }, {})).toMatchObject({ N8N_LOG_LEVEL: 'debug' });
  });
});

describe('execution data', () => {
  it('is read with shared and circular references', () => {
    const text = '[{"a":"1","b":"1","self":"0","n":5},{"list":"2"},["3",null,true],"text"]';
    const value = unflatten(text);
    expect(value).toMatchObject({ a: { list: ['text', null, true] }, n: 5 });
    expect(value).toHaveProperty('self', value);
  });
});

describe('the package in the user folder', () => {
  it('is packed, unpacked and stripped as n8n does, and replaces an older one', async () => {
    const source = join(folder, 'source');
    await mkdir(join(source, 'dist'), { recursive: true });
    await writeFile(join(source, 'dist', 'index.js'), '');
    const write = (version: string) =>
      writeFile(
        join(source, 'package.json'),
        JSON.stringify({
          name: '@scope/n8n-nodes-x',
          version,
          files: ['dist'],
          scripts: { build: "node -e \"require('fs').appendFileSync('built', 'x')\"" },
          devDependencies: { a: '1' },
          peerDependencies: { b: '1' },
          optionalDependencies: {},
        }),
      );
    const cache = join(folder, 'cache');
    const user = join(folder, 'user');
    await mkdir(user);
    const pack = () => packPackage({ packageFolder: source, cacheFolder: cache });

    await write('1.0.0');
    await pack();
    await pack();
    expect(await readFile(join(source, 'built'), 'utf8')).toBe('x');

    await installPackage(user, await pack(), { cacheFolder: cache });
    await write('1.0.1');
    const installed = await installPackage(user, await pack(), { cacheFolder: cache });

    expect(installed).toBe(join(user, '.n8n/nodes/node_modules/@scope/n8n-nodes-x'));
    const manifest: unknown = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ version: '1.0.1' });
    expect(manifest).not.toHaveProperty('devDependencies');
    expect(manifest).not.toHaveProperty('peerDependencies');
    const noted: unknown = JSON.parse(await readFile(join(user, '.n8n/nodes/package.json'), 'utf8'));
    expect(noted).toMatchObject({ dependencies: { '@scope/n8n-nodes-x': '1.0.1' } });
  });
});
