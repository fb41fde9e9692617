import type { Font } from '../fonts/font';
import type { PlacedGlyph } from '../fonts/harfbuzz';
import type { Run } from './runs';

/** A glyph and where it goes, in thousandths of the font size. */
export interface Glyph {
  id: number;
  advance: number;
  dx: number;
  dy: number;
}

/** The smallest unit of shaped text: a letter with its marks, a ligature or a conjunct, and what it says. */
export interface Cluster {
  says: string;
  glyphs: readonly Glyph[];
  /** The widest glyph, which speaks for the cluster when text is copied. */
  owner: Glyph | undefined;
  width: number;
}

/** Clusters in drawing order, from left to right. */
export interface ShapedRun {
  font: Font;
  level: number;
  clusters: readonly Cluster[];
  width: number;
}

const kept = new Map<string, Omit<ShapedRun, 'level'>>();
const KEPT_RUNS = 4000;

/** Shapes a run once per process: a slip repeats its words from one shopper to the next. */
export function shape({ font, text, level }: Run): ShapedRun {
  const rightToLeft = level % 2 === 1;
  const key = `${font.name} ${rightToLeft ? '<' : '>'}${text}`;
  let run = kept.get(key);
  if (run === undefined) {
    run = shapeAnew(font, text, rightToLeft);
    if (kept.size >= KEPT_RUNS) kept.clear();
    kept.set(key, run);
  }
  return { ...run, level };
}

function shapeAnew(font: Font, text: string, rightToLeft: boolean): Omit<ShapedRun, 'level'> {
  const placed = font.shape(text, rightToLeft);
  const starts = [...new Set(placed.map(({ cluster }) => cluster))].sort((left, right) => left - right);
  const clusters = starts.map((start, position) => {
    const glyphs = placed
      .filter(({ cluster }) => cluster === start)
      .map((glyph) => scaled(glyph, 1000 / font.unitsPerEm));
    return toCluster(text.slice(start, starts[position + 1]), glyphs);
  });
  if (rightToLeft) clusters.reverse();
  return { font, clusters, width: widthOfAll(clusters) };
}

const scaled = ({ id, advance, dx, dy }: PlacedGlyph, scale: number): Glyph => ({
  id,
  advance: advance * scale,
  dx: dx * scale,
  dy: dy * scale,
});

function toCluster(says: string, glyphs: readonly Glyph[]): Cluster {
  const owner = glyphs.reduce<Glyph | undefined>(
    (widest, glyph) => (widest === undefined || glyph.advance > widest.advance ? glyph : widest),
    undefined,
  );
  return { says, glyphs, owner, width: glyphs.reduce((sum, { advance }) => sum + advance, 0) };
}

export const widthOfAll = (parts: readonly { width: number }[]): number =>
  parts.reduce((sum, { width }) => sum + width, 0);
