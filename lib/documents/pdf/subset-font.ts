import { table, type Font } from '../fonts/font';
import { viewOf, writeSfnt } from '../fonts/sfnt';

const ARGUMENTS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_XY_SCALE = 0x0040;
const HAS_TWO_BY_TWO = 0x0080;

/**
 * A TrueType file with only the given glyphs, numbered in their order, and only the tables that a PDF reader uses
 * (ISO 32000-2, 9.9). Parts of composite glyphs are added at the end. Source: OpenType `glyf`, `loca`, `hmtx`.
 */
export function subsetFont(font: Font, wanted: readonly number[]): Uint8Array {
  const glyf = table(font.sfnt, 'glyf');
  const offsetOf = glyphOffsets(font);
  const glyphs = [...wanted];
  const numbers = new Map(glyphs.map((glyph, index) => [glyph, index]));
  const numberOf = (glyph: number): number => {
    const known = numbers.get(glyph);
    if (known !== undefined) return known;
    numbers.set(glyph, glyphs.length);
    return glyphs.push(glyph) - 1;
  };
  const outlines: Uint8Array[] = [];
  let size = 0;
  const loca: number[] = [0];
  // Composite glyphs lengthen `glyphs` while it is walked.
  for (let index = 0; index < glyphs.length; index += 1) {
    const glyph = glyphs[index] ?? 0;
    const outline = renumbered(glyf.subarray(offsetOf(glyph), offsetOf(glyph + 1)), numberOf);
    outlines.push(outline);
    size += (outline.length + 3) & ~3;
    loca.push(size);
  }
  return writeSfnt({
    tables: new Map([
      ['glyf', joined(outlines, size)],
      ['loca', longs(loca)],
      ['hmtx', metrics(font, glyphs)],
      ['head', patched(table(font.sfnt, 'head'), 50, 1)],
      ['hhea', patched(table(font.sfnt, 'hhea'), 34, glyphs.length)],
      ['maxp', patched(table(font.sfnt, 'maxp'), 4, glyphs.length)],
    ]),
  });
}

function glyphOffsets(font: Font): (glyph: number) => number {
  const loca = viewOf(table(font.sfnt, 'loca'));
  const isLong = viewOf(table(font.sfnt, 'head')).getInt16(50) === 1;
  return (glyph) => (isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
}

function renumbered(outline: Uint8Array, numberOf: (glyph: number) => number): Uint8Array {
  if (outline.length === 0 || viewOf(outline).getInt16(0) >= 0) return outline;
  const copy = outline.slice();
  const view = viewOf(copy);
  let at = 10;
  let flags = MORE_COMPONENTS;
  while (flags & MORE_COMPONENTS) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, numberOf(view.getUint16(at + 2)));
    at += flags & ARGUMENTS_ARE_WORDS ? 8 : 6;
    if (flags & HAS_SCALE) at += 2;
    else if (flags & HAS_XY_SCALE) at += 4;
    else if (flags & HAS_TWO_BY_TWO) at += 8;
  }
  return copy;
}

function metrics(font: Font, glyphs: readonly number[]): Uint8Array {
  const source = viewOf(table(font.sfnt, 'hmtx'));
  const full = viewOf(table(font.sfnt, 'hhea')).getUint16(34);
  const bytes = new Uint8Array(glyphs.length * 4);
  const view = viewOf(bytes);
  for (const [index, glyph] of glyphs.entries()) {
    const bearing = glyph < full ? glyph * 4 + 2 : full * 4 + (glyph - full) * 2;
    view.setUint16(index * 4, source.getUint16(Math.min(glyph, full - 1) * 4));
    view.setInt16(index * 4 + 2, source.getInt16(bearing));
  }
  return bytes;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += (part.length + 3) & ~3;
  }
  return bytes;
}

function longs(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = viewOf(bytes);
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value);
  return bytes;
}

function patched(source: Uint8Array, at: number, value: number): Uint8Array {
  const copy = source.slice();
  viewOf(copy).setUint16(at, value);
  return copy;
}
