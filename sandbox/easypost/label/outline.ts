import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Font, type PathCommand } from 'fontkit';
import { unpackWoff } from './unpack-woff';

/** A closed outline: x and y in dots, y downwards, from the start of the baseline. */
export type Polygon = readonly (readonly [number, number])[];

export interface TextOutline {
  width: number;
  polygons: Polygon[];
}

const cached = new Map<string, Font>();

function load(file: string): Font {
  const known = cached.get(file);
  if (known !== undefined) return known;
  const bytes = readFileSync(file);
  const font = create(file.endsWith('.woff') ? unpackWoff(bytes) : bytes);
  if (!('glyphForCodePoint' in font)) throw new Error(`${file} is a collection of fonts`);
  cached.set(file, font);
  return font;
}

/** Files of the two faces for European scripts. */
export function latinFontFile(isBold: boolean): string {
  const folder = path.join(path.dirname(require.resolve('pdfjs-dist/package.json')), 'standard_fonts');
  return path.join(folder, isBold ? 'LiberationSans-Bold.ttf' : 'LiberationSans-Regular.ttf');
}

export const latinFont = (isBold: boolean): Font => load(latinFontFile(isBold));

/** A plain face that has every script: a name in Japanese or Arabic is drawn letter by letter, which is legible. */
const anyScriptFont = (): Font => load(require.resolve('@fontsource/unifontex/files/unifontex-latin-400-normal.woff'));

/** Whether the faces for European scripts have every letter of a text. */
export function isLatinFontEnough(text: string): boolean {
  const font = latinFont(false);
  return Array.from(text).every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}

const rightToLeftRun = /[\p{Script=Arabic}\p{Script=Hebrew}]+(?:\s+[\p{Script=Arabic}\p{Script=Hebrew}]+)*/gu;

/** Letters from left to right on paper: what is written from right to left is turned round. */
function inVisualOrder(text: string): string {
  return text.replace(rightToLeftRun, (run) => Array.from(run).reverse().join(''));
}

/** So many straight pieces make a curve look round at label size. */
const steps = 6;

type Point = [number, number];

function along(points: readonly Point[], t: number): Point {
  if (points.length === 1) return points[0] ?? [0, 0];
  const between = points.slice(1).map(([x, y], index): Point => {
    const [fromX, fromY] = points[index] ?? [x, y];
    return [fromX + (x - fromX) * t, fromY + (y - fromY) * t];
  });
  return along(between, t);
}

function toPairs(args: readonly number[]): Point[] {
  const pairs: Point[] = [];
  for (let index = 0; index + 1 < args.length; index += 2) pairs.push([args[index] ?? 0, args[index + 1] ?? 0]);
  return pairs;
}

function flatten(commands: readonly PathCommand[]): Point[][] {
  const polygons: Point[][] = [];
  let current: Point[] = [];
  for (const { command, args } of commands) {
    const points = toPairs(args);
    const last = current.at(-1);
    if (command === 'moveTo') {
      current = points;
      polygons.push(current);
    } else if (command === 'lineTo') {
      current.push(...points);
    } else if (command !== 'closePath' && last !== undefined) {
      for (let step = 1; step <= steps; step += 1) current.push(along([last, ...points], step / steps));
    }
  }
  return polygons;
}

interface Letter {
  /** In units of the em: 1 is the font size. */
  readonly width: number;
  readonly polygons: readonly Polygon[];
}

/** Reading a letter out of its font is most of the work of printing a label, and labels are made of few letters. */
const letters = { regular: new Map<number, Letter>(), bold: new Map<number, Letter>() };

function letterOf(codePoint: number, isBold: boolean): Letter {
  const known = letters[isBold ? 'bold' : 'regular'];
  const letter = known.get(codePoint) ?? readLetter(codePoint, isBold);
  known.set(codePoint, letter);
  return letter;
}

function readLetter(codePoint: number, isBold: boolean): Letter {
  const latin = latinFont(isBold);
  const font = latin.hasGlyphForCodePoint(codePoint) ? latin : anyScriptFont();
  const glyph = font.glyphForCodePoint(codePoint);
  const toEm = (polygon: readonly Point[]): Polygon =>
    polygon.map(([x, y]) => [x / font.unitsPerEm, -y / font.unitsPerEm] as const);
  return { width: glyph.advanceWidth / font.unitsPerEm, polygons: flatten(glyph.path.commands).map(toEm) };
}

const lettersOf = (text: string, isBold: boolean): Letter[] =>
  Array.from(inVisualOrder(text.normalize('NFC')), (letter) => letterOf(letter.codePointAt(0) ?? 0, isBold));

/** The width in dots of one line of text at a font size in dots. */
export const textWidth = (text: string, size: number, isBold: boolean): number =>
  lettersOf(text, isBold).reduce((sum, { width }) => sum + width * size, 0);

/** The outline of one line of text at a font size in dots. */
export function textOutline(text: string, size: number, isBold: boolean): TextOutline {
  const polygons: Polygon[] = [];
  let start = 0;
  for (const letter of lettersOf(text, isBold)) {
    const left = start;
    for (const polygon of letter.polygons) {
      polygons.push(polygon.map(([x, y]) => [left + x * size, y * size] as const));
    }
    start += letter.width * size;
  }
  return { width: start, polygons };
}
