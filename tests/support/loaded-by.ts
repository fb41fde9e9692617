import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** The files of a name like this that a process has loaded once it has required a room, and done nothing with it yet. */
export function loadedBy(room: string, like: RegExp): unknown {
  const files = `Object.keys(require.cache).filter((file) => ${String(like)}.test(file))`;
  const script = `require('./${room}'); process.stdout.write(JSON.stringify(${files}));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', script], { cwd: root, encoding: 'utf8' }),
  );
}
