import type { Canvas } from '../pdf/canvas';
import { code128, QUIET_MODULES as LINEAR_QUIET } from './code128';
import { qrCode, QUIET_MODULES as SQUARE_QUIET } from './qr';

/** A narrower bar is lost on office printers and worn scanners: 0.25 mm, in points. Source: GS1 General Specifications, 5.12. */
const NARROWEST = 0.709;
/** Wider bars gain nothing: half a millimetre. */
const WIDEST = 1.42;

/**
 * Draws Code 128 within a width that includes its quiet zones, bars from `bottom` upwards.
 * @returns whether it was drawn: a text that would need bars too narrow to scan is left to the QR code
 */
export function drawCode128(
  canvas: Canvas,
  text: string,
  { x, bottom, width, height }: { x: number; bottom: number; width: number; height: number },
): boolean {
  const code = code128(text);
  if (code === undefined) return false;
  const module = Math.min(WIDEST, width / (code.modules + 2 * LINEAR_QUIET));
  if (module < NARROWEST) return false;
  const rectangles: [number, number, number, number][] = [];
  let at = x + LINEAR_QUIET * module;
  for (const [index, modules] of code.bars.entries()) {
    if (index % 2 === 0) rectangles.push([at, bottom, modules * module, height]);
    at += modules * module;
  }
  canvas.rectangles(rectangles);
  return true;
}

/** Draws a QR code in a square that includes its quiet zone. */
export function drawQr(
  canvas: Canvas,
  text: string,
  { x, bottom, size }: { x: number; bottom: number; size: number },
): boolean {
  const code = qrCode(text);
  if (code === undefined) return false;
  const module = size / (code.modules + 2 * SQUARE_QUIET);
  const top = bottom + size - SQUARE_QUIET * module;
  const left = x + SQUARE_QUIET * module;
  canvas.rectangles(
    code.dark.map(({ row, from, length }) => [left + from * module, top - (row + 1) * module, length * module, module]),
  );
  return true;
}
