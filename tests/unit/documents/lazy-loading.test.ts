import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');
const heavy = `Object.keys(require.cache).filter((file) => /pdf-lib|fontkit|bwip-js|bidi-js|harfbuzz/.test(file)).length`;

it('loads no heavy module before the first document', () => {
  const script = `require('./lib/documents'); process.stdout.write(String(${heavy}));`;
  const output = execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(output).toBe('0');
});
