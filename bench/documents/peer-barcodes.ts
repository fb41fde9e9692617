import bwip from 'bwip-js';

/** Code 128 and QR code as vectors, as cheap as bwip-js makes them: one path each. */
export function drawCode128(doc: PDFKit.PDFDocument, text: string, x: number, y: number, height: number): void {
  const symbol = bwip.raw({ bcid: 'code128', text })[0];
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('no bars for this text');
  const module = 1.2;
  let at = x;
  for (const [index, width] of symbol.sbs.entries()) {
    if (index % 2 === 0) doc.rect(at, y, width * module, height);
    at += width * module;
  }
  doc.fill('black');
}

export function drawQr(doc: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void {
  const symbol = bwip.raw('qrcode', text, 'eclevel=M')[0];
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('no squares for this text');
  const { pixs, pixx } = symbol;
  const module = size / (pixx + 8);
  let from: number | undefined;
  for (const [index, pixel] of pixs.entries()) {
    const column = index % pixx;
    if (pixel === 1) from ??= column;
    const ends = pixel !== 1 ? column : column + 1;
    if (from !== undefined && (pixel !== 1 || column === pixx - 1)) {
      const row = Math.floor(index / pixx);
      doc.rect(x + (from + 4) * module, y + (row + 4) * module, (ends - from) * module, module);
      from = undefined;
    }
  }
  doc.fill('black');
}
