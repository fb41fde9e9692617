/** Scripts written without spaces between words; the dictionary of the runtime knows where words end. */
const SPACELESS = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const IDEOGRAPH = /[\u2e80-\u30ff\u3400-\u9fff\ua000-\ua4cf\uf900-\ufaff\uff01-\uff60\u{20000}-\u{323af}]/u;
/** Tibetan sets a dot after each syllable, where a line may end unless a stroke follows. Source: UAX 14, BA and EX. */
const TSHEG = '\u0f0b';
const AFTER_TSHEG = /(?<=\u0f0b)(?![ \u0f0b\u0f0d-\u0f12]|$)/;
/** Signs that a line must not begin with. Source: JIS X 4051 and GB/T 15834, the common part. */
const NEVER_FIRST = /^[、。，．・：；？！）」』】〕〉》ゝゞーァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎ々)\]},.!?:;]/u;
const NEVER_LAST = /[（「『【〔〈《([{]$/u;

let words: Intl.Segmenter | undefined;

/** Cuts text where a line may break. Spaces stay at the end of the piece before them. */
export function breakable(text: string): string[] {
  const pieces = text.match(/[^ -]*(?:-+(?! )| +|-+ +|$)/g)?.filter((piece) => piece !== '') ?? [];
  if (!SPACELESS.test(text) && !IDEOGRAPH.test(text) && !text.includes(TSHEG)) return pieces;
  return pieces.flatMap((piece) => piece.split(AFTER_TSHEG)).flatMap(finer);
}

function finer(piece: string): string[] {
  if (SPACELESS.test(piece)) {
    words ??= new Intl.Segmenter('th', { granularity: 'word' });
    return glue(Array.from(words.segment(piece), ({ segment }) => segment));
  }
  return IDEOGRAPH.test(piece) ? glue(Array.from(piece)) : [piece];
}

/** Undoes the cuts that typography forbids. */
function glue(pieces: readonly string[]): string[] {
  const glued: string[] = [];
  for (const piece of pieces) {
    const last = glued.at(-1);
    if (last !== undefined && !mayBreakBetween(last, piece)) glued[glued.length - 1] = last + piece;
    else glued.push(piece);
  }
  return glued;
}

function mayBreakBetween(left: string, right: string): boolean {
  if (/^[ \p{M}\u200c\u200d]/u.test(right) || NEVER_FIRST.test(right) || NEVER_LAST.test(left)) return false;
  return IDEOGRAPH.test(left) || IDEOGRAPH.test(right) || (SPACELESS.test(left) && SPACELESS.test(right));
}

let graphemes: Intl.Segmenter | undefined;

/** What a reader takes for single characters. */
export function charactersOf(text: string): string[] {
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
