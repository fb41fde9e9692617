import { drawCode128, drawQr } from '../barcode/draw';
import type { Canvas } from '../pdf/canvas';
import { addressLines } from './content';
import { withoutRepeats } from './header';
import { GREY, type Sheet } from './sheet';

/** Height of the part that is cut off, cut line included. */
export const STUB_HEIGHT = 150;
const BOTTOM = 26;

/** The foot of the page, for the outside of the parcel: return number, barcode and where it goes. */
export function drawStub(sheet: Sheet): void {
  const { canvas, input, texts, rma, left, width, block } = sheet;
  drawCutLine(canvas, STUB_HEIGHT, texts.cutHere, sheet);
  const half = width * 0.56;
  const top = STUB_HEIGHT - 16;
  let y = canvas.text(texts.stub, left, top, block(8, half, { shade: GREY, maxLines: 1 }));
  y = canvas.text(rma, left, y, block(rma.length > 24 ? 10 : 16, half, { bold: true, maxLines: 2, leading: 1.25 }));
  const room = Math.min(y - BOTTOM - 4, 54);
  if (!drawCode128(canvas, rma, { x: left - 8, bottom: y - 4 - room, width: half - 10, height: room })) {
    drawQr(canvas, rma, { x: left - 8, bottom: y - 4 - room, size: room });
  }
  const x = left + half + 10;
  y = canvas.text(texts.returnTo, x, top, block(8, width - half - 10, { shade: GREY }));
  const lines = withoutRepeats([input.shop.name, ...addressLines(input.shop.returnAddress, input.locale)]);
  for (const [index, line] of lines.entries()) {
    const style = block(lines.length > 6 ? 9 : 10.5, width - half - 10, {
      bold: index === 0,
      maxLines: 1,
      leading: 1.3,
    });
    y = canvas.text(line, x, y, style);
  }
}

/** A dashed line over the whole page with scissors on it and a word on what to do. */
export function drawCutLine(canvas: Canvas, y: number, text: string, { left, block }: Sheet): void {
  canvas.rule(12, y, canvas.width - 24, { dash: [4, 3], width: 0.8, shade: 0.25 });
  const scissors = left - 14;
  canvas.stroke(SCISSORS.map(([command, ...points]) => placed(command, points, scissors, y)).join(' '), { width: 1 });
  canvas.text(text, left + 4, y + 13, block(7.5, 200, { shade: GREY, maxLines: 1 }));
}

/** Two blades that cross and two rings, about 16 points long, pointing right. */
const SCISSORS: readonly (readonly [string, ...(readonly [number, number])[]])[] = [
  ['m', [3.6, 2.2]],
  ['l', [16, -3.2]],
  ['m', [3.6, -2.2]],
  ['l', [16, 3.2]],
  ...ring(2, 3),
  ...ring(2, -3),
];

/** A circle of radius 2 as four Bézier curves. */
function ring(x: number, y: number): (readonly [string, ...(readonly [number, number])[]])[] {
  const radius = 2;
  const pull = radius * 0.5523;
  return [
    ['m', [x + radius, y]],
    ['c', [x + radius, y + pull], [x + pull, y + radius], [x, y + radius]],
    ['c', [x - pull, y + radius], [x - radius, y + pull], [x - radius, y]],
    ['c', [x - radius, y - pull], [x - pull, y - radius], [x, y - radius]],
    ['c', [x + pull, y - radius], [x + radius, y - pull], [x + radius, y]],
  ];
}

const placed = (command: string, points: readonly (readonly [number, number])[], x: number, y: number): string =>
  `${points.map((point) => `${(x + point[0]).toFixed(2)} ${(y + point[1]).toFixed(2)}`).join(' ')} ${command}`;
