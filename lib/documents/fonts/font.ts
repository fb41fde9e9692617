import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openShapingFont, type ShapingFont } from './harfbuzz';
import { viewOf, writeSfnt, type Sfnt } from './sfnt';
import { readWoff2 } from './woff2';
import type { FontName } from './scripts';

export interface Font extends ShapingFont {
  name: FontName;
  sfnt: Sfnt;
  unitsPerEm: number;
  /** In font units, upwards positive. */
  ascent: number;
  descent: number;
  box: readonly [number, number, number, number];
}

const opened = new Map<FontName, Font>();

/** Reads a font on first use and keeps it for the life of the process: 1 ms for Latin, some 60 ms for rare Chinese. */
export function openFont(name: FontName): Font {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const sfnt = readWoff2(readFileSync(path.join(__dirname, `${name}.woff2`)));
  const head = viewOf(table(sfnt, 'head'));
  const hhea = viewOf(table(sfnt, 'hhea'));
  const font: Font = {
    ...openShapingFont(writeSfnt(sfnt)),
    name,
    sfnt,
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
  };
  opened.set(name, font);
  return font;
}

/** A table that every TrueType font has. */
export function table(sfnt: Sfnt, tag: string): Uint8Array {
  const data = sfnt.tables.get(tag);
  if (data === undefined) throw new Error(`The font has no ${tag} table`);
  return data;
}
