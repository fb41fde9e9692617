const LONGEST = 60;

/** How many letters have to be put in, left out, changed or swapped with their neighbour to make one word of another. */
function distance(from: string, to: string): number {
  const rows = from.length + 1;
  const columns = to.length + 1;
  const table = new Uint16Array(rows * columns);
  const at = (row: number, column: number): number => table[row * columns + column] ?? 0;
  for (let row = 0; row < rows; row += 1) table[row * columns] = row;
  for (let column = 0; column < columns; column += 1) table[column] = column;
  for (let row = 1; row < rows; row += 1) {
    for (let column = 1; column < columns; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      table[row * columns + column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
        swapped ? at(row - 2, column - 2) + 1 : rows + columns,
      );
    }
  }
  return at(from.length, to.length);
}

/** Without case, dots and underscores: people mix `byCategory`, `by_category` and `by-category` up. */
const plain = (word: string): string => word.toLowerCase().replace(/[\s._-]/g, '');

/** The known word that was most probably meant, undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  const meant = plain(word);
  const near = Math.max(1, Math.floor(meant.length / 3));
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    const target = plain(candidate);
    if (Math.abs(target.length - meant.length) > near) continue;
    const away = distance(meant, target);
    if (away <= near && away < (best?.distance ?? Infinity)) best = { word: candidate, distance: away };
  }
  // `category` for `line.category`: the last part alone is a common slip.
  return best?.word ?? known.find((candidate) => plain(candidate.split('.').at(-1) ?? '') === meant);
}

/** "`windoes` is unknown, did you mean `windows`?" */
export function unknownWord(word: string, known: readonly string[]): string {
  const shown = word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word;
  const meant = nearest(word, known);
  return meant === undefined ? `\`${shown}\` is unknown` : `\`${shown}\` is unknown, did you mean \`${meant}\`?`;
}
