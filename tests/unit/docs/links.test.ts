import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
/** Pages below tests/ are what shoppers read, not part of the guide. */
const skipped = new Set(['node_modules', 'dist', 'coverage', '.git', '.cache', 'tests']);

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownFiles(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const withoutCode = (text: string): string => text.replace(/^( *)```[\s\S]*?^\1```/gm, '').replace(/`[^`\n]*`/g, '');

/** The anchors that GitHub makes of headings. */
function anchorsOf(file: string): Set<string> {
  const headings = readFileSync(file, 'utf8').matchAll(/^#{1,6} +(.+)$/gm);
  return new Set(
    [...headings].map(([, title = '']) =>
      title
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
        .replace(/ /g, '-'),
    ),
  );
}

function linksOf(file: string): string[] {
  const text = withoutCode(readFileSync(file, 'utf8'));
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}

function whatIsWrong(file: string, target: string): string | undefined {
  const [path = '', anchor] = decodeURI(target).split('#');
  const wanted = path === '' ? file : resolve(dirname(file), path);
  if (relative(root, wanted).startsWith('..')) return 'leaves the project';
  if (!existsSync(wanted)) return 'does not exist';
  if (anchor === undefined || statSync(wanted).isDirectory()) return undefined;
  return anchorsOf(wanted).has(anchor) ? undefined : 'has no such heading';
}

const rooms = readdirSync(root, { withFileTypes: true })
  .filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !['node_modules', 'dist'].includes(entry.name),
  )
  .map(({ name }) => name);
const sourceFile = /^[\w.-]+\.(ts|mjs|cjs|js)$/;

/** What a page names in code that looks like a place of this project: `lib/returns/case.ts`, `case.ts`. */
const placesNamed = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/`([^`\s]+)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => rooms.some((room) => name.startsWith(`${room}/`)) || sourceFile.test(name));

/** Every file and folder of the project, as `lib/returns/case.ts` and `lib/returns/`. */
const places = rooms.flatMap((room) =>
  readdirSync(join(root, room), { withFileTypes: true, recursive: true }).map((entry) => {
    const path = relative(root, join(entry.parentPath, entry.name));
    return entry.isDirectory() ? `${path}/` : path;
  }),
);
places.push(...rooms.map((room) => `${room}/`), ...readdirSync(root));

/** Whether a place is there; `<name>` and `*` stand for any name, and a bare file name for a file anywhere. */
function isThere(named: string): boolean {
  const pattern = named.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/<\w+>|\*/g, '[^/]+');
  const wanted = new RegExp(`^${sourceFile.test(named) ? '(.*/)?' : ''}${pattern}/?$`);
  return places.some((place) => wanted.test(place));
}

const files = markdownFiles(root);

describe('every page', () => {
  it.each(files.map((file) => [relative(root, file), file]))('%s leads nowhere but to what is there', (_name, file) => {
    const wrong = linksOf(file)
      .filter((target) => !/^(https?:|mailto:)/.test(target))
      .map((target) => [target, whatIsWrong(file, target)])
      .filter(([, fault]) => fault !== undefined);
    expect(wrong).toEqual([]);
  });

  it.each(files.map((file) => [relative(root, file), file]))(
    '%s names no file or folder that is gone',
    (_name, file) => {
      expect(placesNamed(file).filter((place) => !isThere(place))).toEqual([]);
    },
  );

  it('is reached from the README', () => {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file) || !file.endsWith('.md') || !existsSync(file)) return;
      reached.add(file);
      for (const target of linksOf(file)) {
        if (!/^https?:/.test(target)) visit(resolve(dirname(file), decodeURI(target).split('#')[0] ?? ''));
      }
    };
    visit(join(root, 'README.md'));
    expect(files.filter((file) => !reached.has(file)).map((file) => relative(root, file))).toEqual([]);
  });
});

describe.each(['README.md', 'README.fr.md'])('%s', (readme) => {
  const targets = linksOf(join(root, readme));

  it('lists every node', () => {
    const pages = readdirSync(join(root, 'docs/nodes')).map((page) => `docs/nodes/${page}`);
    expect(pages.filter((page) => !targets.includes(page))).toEqual([]);
    const nodes = readdirSync(join(root, 'nodes')).filter((name) => name !== 'shared');
    expect(pages).toHaveLength(nodes.length);
  });

  it('lists every template', () => {
    const numbers = readdirSync(join(root, 'workflows'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, 2));
    const listed = (number: string): boolean =>
      targets.some(
        (target) => target === `docs/templates/${number}.md` || target.startsWith(`docs/fr/templates.md#${number}-`),
      );
    expect(numbers.filter((number) => !listed(number))).toEqual([]);
  });

  it('lists every credential', () => {
    const pages = readdirSync(join(root, 'docs/credentials')).map((page) => `docs/credentials/${page}`);
    expect(pages.filter((page) => !targets.includes(page))).toEqual([]);
  });
});

it('gives every template, and its picture, a place in the guide', () => {
  const numbers = readdirSync(join(root, 'workflows'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name).slice(0, 2));
  for (const number of numbers) {
    expect(existsSync(join(root, `docs/templates/${number}.md`))).toBe(true);
    expect(existsSync(join(root, `docs/pictures/template-${number}.png`))).toBe(true);
  }
});

it('keeps every picture light enough for a page', () => {
  const folder = join(root, 'docs/pictures');
  const heavy = readdirSync(folder).filter((name) => statSync(join(folder, name)).size > 250 * 1024);
  expect(heavy).toEqual([]);
});
