import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');
const heavy = String.raw`Object.keys(require.cache).filter((file) => /mail.(texts|messages|questions)|returns.words|intl-messageformat|nodemailer/.test(file))`;

it('loads no text and no heavy module before the first mail', () => {
  const script = `require('./lib/mail'); process.stdout.write(JSON.stringify(${heavy}));`;
  const output = execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(JSON.parse(output)).toEqual([]);
});
