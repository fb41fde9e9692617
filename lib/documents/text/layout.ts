import { breakable, charactersOf } from './breaks';
import { cleanText } from './clean';
import { levelsOf } from './levels';
import { runsOf } from './runs';
import { shape, widthOfAll, type ShapedRun } from './shape';

export interface TextStyle {
  /** In points. */
  size: number;
  bold?: boolean;
  /** Whether Han characters are drawn as Japan writes them. */
  japanese?: boolean;
}

export interface Box {
  /** In points. */
  width: number;
  /** What does not fit into so many lines ends in an ellipsis. */
  maxLines?: number;
}

/** Runs in drawing order, from left to right. */
export interface Line {
  runs: readonly ShapedRun[];
  /** In points. */
  width: number;
}

interface Piece {
  runs: readonly ShapedRun[];
  /** In thousandths of the font size, with and without the spaces at its end. */
  width: number;
  inked: number;
}

const ELLIPSIS = '\u2026';

/** Breaks any text into lines no wider than the box. Words too long for a line are cut between characters. */
export function layoutText(raw: string, style: TextStyle, box: Box): Line[] {
  const text = cleanText(raw);
  const levels = levelsOf(text);
  const choice = { bold: style.bold ?? false, japanese: style.japanese ?? false };
  const limit = (box.width * 1000) / style.size;
  const maxLines = box.maxLines ?? Infinity;
  const pieceAt = (part: string, start: number): Piece =>
    toPiece(runsOf(part, levels?.subarray(start, start + part.length), choice).map(shape), part);

  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let filled = 0;
  const place = (piece: Piece): void => {
    if (line.length > 0 && filled + piece.inked > limit) {
      lines.push(line);
      line = [];
      filled = 0;
    }
    line.push(piece);
    filled += piece.width;
  };
  let start = 0;
  for (const part of breakable(text)) {
    if (lines.length > maxLines) break;
    const piece = pieceAt(part, start);
    if (piece.inked <= limit) place(piece);
    else for (const short of cut(part, start, limit, pieceAt)) place(short);
    start += part.length;
  }
  lines.push(line);
  const shown = lines.slice(0, maxLines);
  const last = shown.at(-1);
  if (lines.length > maxLines && last !== undefined) {
    shown[shown.length - 1] = withEllipsis(
      last,
      limit,
      toPiece(runsOf(ELLIPSIS, undefined, choice).map(shape), ELLIPSIS),
    );
  }
  return shown.map((pieces) => toLine(pieces, style.size));
}

/** Width of a text on one line, in points. */
export const widthOf = (text: string, style: TextStyle): number =>
  layoutText(text, style, { width: Infinity })[0]?.width ?? 0;

function toPiece(runs: readonly ShapedRun[], text: string): Piece {
  const width = widthOfAll(runs);
  if (!text.endsWith(' ')) return { runs, width, inked: width };
  const space = runs.at(-1)?.clusters.find(({ says }) => says === ' ')?.width ?? 0;
  return { runs, width, inked: width - space };
}

/** Cuts a word that is wider than a line into pieces that fit. */
function cut(part: string, start: number, limit: number, pieceAt: (part: string, start: number) => Piece): Piece[] {
  const pieces: Piece[] = [];
  let held = '';
  let from = start;
  for (const character of charactersOf(part)) {
    if (held !== '' && pieceAt(held + character, from).inked > limit) {
      pieces.push(pieceAt(held, from));
      from += held.length;
      held = '';
    }
    held += character;
  }
  if (held !== '') pieces.push(pieceAt(held, from));
  return pieces;
}

/** Drops signs from the end of a line until the ellipsis has room. */
function withEllipsis(pieces: readonly Piece[], limit: number, ellipsis: Piece): Piece[] {
  const runs = pieces.flatMap((piece) => piece.runs);
  let width = widthOfAll(runs);
  while (width + ellipsis.width > limit && runs.length > 0) {
    const last = runs.pop();
    if (last === undefined) break;
    const clusters = last.level % 2 === 1 ? last.clusters.slice(1) : last.clusters.slice(0, -1);
    const shorter = { ...last, clusters, width: widthOfAll(clusters) };
    width += shorter.width - last.width;
    if (clusters.length > 0) runs.push(shorter);
  }
  return [
    { runs, width, inked: width },
    { ...ellipsis, runs: ellipsis.runs.map((run) => ({ ...run, level: runs.at(-1)?.level ?? 0 })) },
  ];
}

function toLine(pieces: readonly Piece[], size: number): Line {
  const runs = pieces.flatMap((piece) => piece.runs);
  const width = pieces.reduce(
    (sum, piece, index) => sum + (index === pieces.length - 1 ? piece.inked : piece.width),
    0,
  );
  return { runs: inDrawingOrder(runs), width: (width * size) / 1000 };
}

/** Reverses every stretch of runs at or above each level, highest level first. Source: UAX 9, rule L2. */
function inDrawingOrder(runs: readonly ShapedRun[]): ShapedRun[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    for (let from = 0; from < ordered.length; from += 1) {
      let to = from;
      while ((ordered[to]?.level ?? -1) >= level) to += 1;
      if (to > from) ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  }
  return ordered;
}
