import { layoutText, type Line } from '../text/layout';
import type { TextBlock } from '../pdf/canvas';
import { slipLines, type SlipLine } from './content';
import { GREY, MARGIN, turnPage, type Sheet } from './sheet';

/** Parts of the width. */
const COLUMNS = { item: 0.46, sku: 0.2, quantity: 0.08, reason: 0.26 };
const GAP = 8;
const PADDING = 5;

interface Cell {
  x: number;
  lines: readonly Line[];
  block: TextBlock;
}

interface Row {
  cells: readonly Cell[];
  /** The variant, below the title. */
  below: Cell | undefined;
  height: number;
}

/** The items table; it goes on over as many pages as it needs, with its heading on each. */
export function drawItems(sheet: Sheet): void {
  drawHeading(sheet);
  for (const line of slipLines(sheet.input.dossier.case.lines)) {
    const row = rowOf(sheet, line);
    if (sheet.y - row.height < MARGIN + 16) {
      turnPage(sheet);
      drawHeading(sheet);
    }
    drawRow(sheet, row);
  }
  sheet.y -= 12;
}

function columnsOf({ left, width }: Sheet): Record<keyof typeof COLUMNS, { x: number; width: number }> {
  const item = { x: left, width: width * COLUMNS.item - GAP };
  const sku = { x: left + width * COLUMNS.item, width: width * COLUMNS.sku - GAP };
  const quantity = { x: sku.x + width * COLUMNS.sku, width: width * COLUMNS.quantity - GAP };
  const reason = { x: quantity.x + width * COLUMNS.quantity, width: width * COLUMNS.reason };
  return { item, sku, quantity, reason };
}

function drawHeading(sheet: Sheet): void {
  const { canvas, texts, left, width, y, block } = sheet;
  canvas.rectangle(left - 4, y - 17, width + 8, 17, { shade: 0.92 });
  const columns = columnsOf(sheet);
  for (const name of ['item', 'sku', 'quantity', 'reason'] as const) {
    const { x, width: room } = columns[name];
    const align = name === 'quantity' ? 'right' : 'left';
    canvas.text(texts.columns[name], x, y - 2, block(9, room, { bold: true, maxLines: 1, align }));
  }
  sheet.y = y - 17;
}

function rowOf(sheet: Sheet, { line, quantity }: SlipLine): Row {
  const { texts, block } = sheet;
  const columns = columnsOf(sheet);
  const cell = (column: keyof typeof COLUMNS, text: string, extra: Partial<TextBlock> = {}): Cell => {
    const { x, width } = columns[column];
    const style = block(10, width, { maxLines: 2, ...extra });
    return { x, lines: layoutText(text, style, style), block: style };
  };
  const title = cell('item', line.title, { maxLines: 3 });
  const variant = line.variantTitle?.trim() ?? '';
  const below = variant === '' ? undefined : cell('item', variant, { size: 9, shade: GREY });
  const cells = [
    title,
    cell('sku', line.sku ?? '', { size: 9 }),
    cell('quantity', String(quantity), { align: 'right', bold: true }),
    cell('reason', texts.reasons[line.reason]),
  ];
  const tallest = Math.max(...cells.map(heightOf), heightOf(title) + (below === undefined ? 0 : heightOf(below)));
  return { cells, below, height: tallest + 2 * PADDING };
}

const heightOf = ({ lines, block }: Cell): number => lines.length * block.size * 1.38;

function drawRow(sheet: Sheet, { cells, below, height }: Row): void {
  const { canvas, left, width, y } = sheet;
  const top = y - PADDING;
  const bottoms = cells.map(({ lines, x, block }) => canvas.lines(lines, x, top, block));
  if (below !== undefined) canvas.lines(below.lines, below.x, bottoms[0] ?? top, below.block);
  sheet.y = y - height;
  canvas.rule(left - 4, sheet.y, width + 8, { shade: 0.75, width: 0.5 });
}
