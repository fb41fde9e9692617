import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSfnt, writeSfnt } from '../../lib/documents/fonts/sfnt';
import { recipes, type FontRecipe } from './catalogue';
import { codePointsOf } from './cmap';
import { subset } from './subset';
import { isWoff, readWoff } from './woff';
import { encodeWoff2 } from './woff2';

/**
 * Makes lib/documents/fonts/*.woff2 from Noto's releases: `tsx docs/fonts/build.command.ts`, or only some of them:
 * `tsx docs/fonts/build.command.ts thaana nko`. The files are committed, so this runs only when a font is added or
 * updated. The packages carry every weight (300 MB), which is why they are fetched here and are no dependency.
 */
const root = path.resolve(__dirname, '../..');
const target = path.join(root, 'lib/documents/fonts');
const cache = path.join(root, '.cache/fonts');

/** Where a package is unpacked; fetched on first use. */
function folderOf({ source, registry }: FontRecipe): string {
  const folder = path.join(cache, source.replace(/[@/=]+/g, '-'));
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    if (registry === 'debian') unpackDebian(source, folder);
    else unpackNpm(source, folder);
  }
  return folder;
}

function unpackNpm(source: string, folder: string): void {
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', cache, source], { encoding: 'utf8' });
  const archive = path.join(cache, packed.trim().split('\n').at(-1) ?? '');
  execFileSync('tar', ['xzf', archive, '-C', folder, '--strip-components=1']);
}

function unpackDebian(source: string, folder: string): void {
  execFileSync('apt-get', ['download', '--quiet', source], { cwd: folder, stdio: 'inherit' });
  const archive = readdirSync(folder).find((name) => name.endsWith('.deb')) ?? '';
  execFileSync('dpkg-deb', ['--extract', path.join(folder, archive), folder]);
}

function sourceFont(recipe: FontRecipe): Uint8Array {
  const folder = folderOf(recipe);
  if (recipe.path !== undefined) {
    const font = readFileSync(path.join(folder, recipe.path));
    return isWoff(font) ? writeSfnt(readWoff(font)) : font;
  }
  const weight = recipe.weight ?? '400Regular';
  const file = readdirSync(path.join(folder, weight)).find((name) => name.endsWith('.ttf'));
  if (file === undefined) throw new Error(`${recipe.source} has no ${weight} font`);
  return readFileSync(path.join(folder, weight, file));
}

const names = process.argv.slice(2);
let total = 0;
for (const recipe of recipes.filter(({ file }) => names.length === 0 || names.includes(file))) {
  const font = sourceFont(recipe);
  const keep = recipe.keep ?? (() => true);
  const small = readSfnt(subset(font, codePointsOf(readSfnt(font)).filter(keep)));
  const packed = encodeWoff2(small);
  total += packed.length;
  writeFileSync(path.join(target, `${recipe.file}.woff2`), packed);
  console.log(
    `${recipe.file.padEnd(22)} ${String(codePointsOf(small).length).padStart(6)} characters ${packed.length} bytes`,
  );
}
console.log(`total ${total} bytes`);
