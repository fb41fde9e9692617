import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../../..');

it('says what the code says: the generated parts of the guide are fresh', () => {
  const args = ['--import', 'tsx', 'docs/generate.ts', '--check'];
  // A process of its own, because Prettier is an ES module.
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(status === 0 ? '' : `${stdout}${stderr}`).toBe('');
});
