import bwip from 'bwip-js';

/** Widths in modules of bars and spaces in turn, beginning with a bar. */
export interface LinearCode {
  bars: readonly number[];
  /** Width of the whole symbol in modules, without quiet zones. */
  modules: number;
}

/** Empty margin on both sides, in modules. Source: ISO/IEC 15417, 4.3.1. */
export const QUIET_MODULES = 10;
/** Beyond this a symbol is too long for a hand scanner at arm's length, whatever the width of its bars. */
const LONGEST = 48;

const kept = new Map<string, LinearCode | undefined>();
const KEPT = 200;

/** Code 128 of a text, or nothing when the symbology cannot carry it: the QR code then stands alone. */
export function code128(text: string): LinearCode | undefined {
  if (kept.has(text)) return kept.get(text);
  const code = /^[ -~]+$/.test(text) && text.length <= LONGEST ? encode(text) : undefined;
  if (kept.size >= KEPT) kept.clear();
  kept.set(text, code);
  return code;
}

function encode(text: string): LinearCode | undefined {
  const symbol = bwip.raw({ bcid: 'code128', text })[0];
  if (symbol === undefined || !('sbs' in symbol)) return undefined;
  return { bars: symbol.sbs, modules: symbol.sbs.reduce((sum, width) => sum + width, 0) };
}
