/**
 * Writes the parts of the guide that repeat the code: `npm run docs`. With `--check` it writes nothing, names the files
 * that are stale and ends with 1.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { outputs, root } from './generator/outputs';

async function main(): Promise<number> {
  const isCheck = process.argv.includes('--check');
  const config = await resolveConfig(resolve(root, 'package.json'));
  const stale: string[] = [];
  for (const { file, text } of await outputs()) {
    const path = resolve(root, file);
    const wanted = await format(text, { ...config, filepath: path });
    if (existsSync(path) && readFileSync(path, 'utf8') === wanted) continue;
    stale.push(file);
    if (!isCheck) writeFileSync(path, wanted);
  }
  for (const file of stale) console.log(isCheck ? `stale: ${file}` : `written: ${file}`);
  if (isCheck && stale.length > 0) console.log('Run `npm run docs`.');
  return isCheck && stale.length > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
