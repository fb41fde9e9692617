import bwip from 'bwip-js';

/** A square of modules; `dark` lists its rows from the top, each as stretches of dark modules. */
export interface SquareCode {
  modules: number;
  dark: readonly { row: number; from: number; length: number }[];
}

/** Empty margin on all sides, in modules. Source: ISO/IEC 18004, 6.3.8. */
export const QUIET_MODULES = 4;
/** What a QR code of level M still carries at a size that prints well on a slip. */
const LONGEST_BYTES = 300;

const kept = new Map<string, SquareCode | undefined>();
const KEPT = 200;

/** QR code (error correction M: 15 %) of a text in UTF-8, or nothing when it is empty or too long. */
export function qrCode(text: string): SquareCode | undefined {
  if (kept.has(text)) return kept.get(text);
  const bytes = Buffer.byteLength(text);
  const code = bytes > 0 && bytes <= LONGEST_BYTES ? encode(text) : undefined;
  if (kept.size >= KEPT) kept.clear();
  kept.set(text, code);
  return code;
}

function encode(text: string): SquareCode | undefined {
  const symbol = bwip.raw('qrcode', text, 'eclevel=M')[0];
  if (symbol === undefined || !('pixs' in symbol)) return undefined;
  const { pixs, pixx: modules } = symbol;
  const dark: { row: number; from: number; length: number }[] = [];
  for (const [index, pixel] of pixs.entries()) {
    if (pixel !== 1) continue;
    const [row, column] = [Math.floor(index / modules), index % modules];
    const last = dark.at(-1);
    if (last !== undefined && last.row === row && last.from + last.length === column) last.length += 1;
    else dark.push({ row, from: column, length: 1 });
  }
  return { modules, dark };
}
