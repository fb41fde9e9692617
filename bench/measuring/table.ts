import type { Result } from './result';

const HEADINGS = ['measure', 'ours', 'theirs', 'unit', 'ratio', 'aim', '', 'peer'] as const;
const RIGHT = new Set<number>([1, 2, 4, 5]);

/** The results for people, one line each. */
export function tableOf(results: readonly Result[]): string {
  const rows = [[...HEADINGS], ...results.flatMap(rowsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return RIGHT.has(column) ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The same table for a page of docs/. */
export function markdownOf(results: readonly Result[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = HEADINGS.map((_, column) => (RIGHT.has(column) ? '---:' : '---'));
  return [line(HEADINGS), line(rule), ...results.flatMap(rowsOf).map(line)].join('\n');
}

const rowsOf = (result: Result): string[][] => [
  cellsOf(result),
  ...(result.others ?? []).map(({ peer, theirs, ratio }) => [
    '',
    '',
    readable(theirs),
    result.unit,
    readable(ratio),
    '',
    '',
    peer,
  ]),
];

const cellsOf = ({ id, ours, theirs, unit, ratio, aim, ok, peer, missing }: Result): string[] => [
  id,
  readable(ours),
  readable(theirs),
  unit,
  readable(ratio),
  readable(aim),
  missing === undefined ? (ok ? 'ok' : 'MISSED') : 'NOT MEASURED',
  peer,
];

const readable = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
