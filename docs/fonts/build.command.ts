import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSfnt } from '../../lib/documents/fonts/sfnt';
import { recipes, type FontRecipe } from './catalogue';
import { codePointsOf } from './cmap';
import { subset } from './subset';
import { encodeWoff2 } from './woff2';

/**
 * Makes lib/documents/fonts/*.woff2 from Noto's releases: `tsx docs/fonts/build.command.ts`. The files are committed, so
 * this runs only when a font is added or updated. The packages carry every weight (200 MB), which is why they are
 * fetched here and are no dependency.
 */
const root = path.resolve(__dirname, '../..');
const target = path.join(root, 'lib/documents/fonts');
const cache = path.join(root, '.cache/fonts');

function sourceFont({
  source,
  weight = '400Regular' as const,
}: Omit<FontRecipe, 'weight'> & { weight?: string }): Uint8Array {
  const folder = path.join(cache, source.replace(/[@/]+/g, '-'));
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', cache, source], { encoding: 'utf8' });
    const archive = path.join(cache, packed.trim().split('\n').at(-1) ?? '');
    execFileSync('tar', ['xzf', archive, '-C', folder, '--strip-components=1']);
  }
  const file = readdirSync(path.join(folder, weight)).find((name) => name.endsWith('.ttf'));
  if (file === undefined) throw new Error(`${source} has no ${weight} font`);
  return readFileSync(path.join(folder, weight, file));
}

let total = 0;
for (const recipe of recipes) {
  const font = sourceFont(recipe);
  const keep = recipe.keep ?? (() => true);
  const small = readSfnt(subset(font, codePointsOf(readSfnt(font)).filter(keep)));
  const packed = encodeWoff2(small);
  total += packed.length;
  writeFileSync(path.join(target, `${recipe.file}.woff2`), packed);
  console.log(
    `${recipe.file.padEnd(12)} ${String(codePointsOf(small).length).padStart(6)} characters ${packed.length} bytes`,
  );
}
console.log(`total ${total} bytes`);
