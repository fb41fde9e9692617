import { drawCode128, drawQr } from '../barcode/draw';
import { placeImage } from '../pdf/image';
import { addressLines, slipFacts } from './content';
import { GREY, type Sheet } from './sheet';

const LOGO = { width: 170, height: 44 };
const QR_SIZE = 104;
const BARCODE = { width: 300, height: 44 };
/** Largest first: the biggest size at which the return number stays on one line. */
const RMA_SIZES = [30, 24, 18, 13];

/** Shop, title, return number with its codes, facts and both addresses. */
export async function drawHeader(sheet: Sheet): Promise<void> {
  await drawLetterhead(sheet);
  drawReturnNumber(sheet);
  drawFacts(sheet);
  drawAddresses(sheet);
}

async function drawLetterhead(sheet: Sheet): Promise<void> {
  const { canvas, input, texts, left, width, y, block } = sheet;
  const half = width / 2;
  const { logo, name } = input.shop;
  if (logo === undefined) {
    canvas.text(name, left, y, block(16, half - 10, { bold: true, maxLines: 2 }));
  } else {
    await placeImage(sheet.document, canvas, logo, { x: left, top: y, ...LOGO });
  }
  canvas.text(texts.title, left + half, y, block(20, half, { bold: true, align: 'right', maxLines: 1 }));
  sheet.y = y - LOGO.height - 8;
  canvas.rule(left, sheet.y, width, { width: 1 });
  sheet.y -= 12;
}

function drawReturnNumber(sheet: Sheet): void {
  const { canvas, texts, rma, left, width, block } = sheet;
  const room = width - QR_SIZE - 16;
  drawQr(canvas, rma, { x: left + width - QR_SIZE, bottom: sheet.y - QR_SIZE + 8, size: QR_SIZE });
  let y = canvas.text(texts.rma, left, sheet.y, block(9, room, { shade: GREY }));
  const fitting = RMA_SIZES.map((size) => block(size, room, { bold: true, leading: 1.2 })).find(
    (style) => canvas.measure(rma, style) <= room,
  );
  y = canvas.text(rma, left, y + 3, { ...(fitting ?? block(9, room, { bold: true })), maxLines: 2 });
  drawCode128(canvas, rma, {
    x: left - 8,
    bottom: y - 6 - BARCODE.height,
    ...BARCODE,
    width: Math.min(BARCODE.width, room),
  });
  sheet.y = Math.min(y - BARCODE.height - 18, sheet.y - QR_SIZE);
}

function drawFacts(sheet: Sheet): void {
  const { canvas, left, width, y, block } = sheet;
  const facts = slipFacts(sheet.input);
  const column = width / facts.length;
  const bottoms = facts.map(({ label, value }, index) => {
    const x = left + index * column;
    const below = canvas.text(label, x, y, block(8.5, column - 8, { shade: GREY, maxLines: 2 }));
    return canvas.text(value, x, below, block(10.5, column - 8, { bold: true, maxLines: 2 }));
  });
  sheet.y = Math.min(...bottoms) - 10;
}

function drawAddresses(sheet: Sheet): void {
  const { canvas, input, texts, left, width, y, block } = sheet;
  const { order } = input.dossier;
  const shopper = order.shippingAddress;
  const sides = [
    { label: texts.from, lines: shopper === undefined ? [order.customer.name] : addressLines(shopper, input.locale) },
    { label: texts.returnTo, lines: [input.shop.name, ...addressLines(input.shop.returnAddress, input.locale)] },
  ];
  const column = width / 2;
  const bottoms = sides.map(({ label, lines }, index) => {
    const x = left + index * column;
    const below = canvas.text(label, x, y, block(8.5, column - 12, { shade: GREY }));
    return withoutRepeats(lines).reduce(
      (top, line) => canvas.text(line, x, top, block(10, column - 12, { maxLines: 2, leading: 1.32 })),
      below,
    );
  });
  sheet.y = Math.min(...bottoms) - 12;
}

/** A shop is often its own addressee. */
export const withoutRepeats = (lines: readonly string[]): string[] =>
  lines.filter((line, index) => lines.indexOf(line) === index);
