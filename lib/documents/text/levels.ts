import bidiFactory, { type Bidi } from 'bidi-js';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const BEYOND_BASIC_PLANE = /[\u{10000}-\u{10ffff}]/gu;
/** A character of the basic plane for each bidirectional class that there is beyond it. Source: UAX 9, table 4. */
const ALIKE = new Map([
  ['R', '\u05d0'],
  ['AL', '\u0627'],
  ['AN', '\u0660'],
  ['EN', '0'],
  ['ET', '%'],
  ['NSM', '\u0300'],
  ['BN', '\u00ad'],
  ['ON', '*'],
]);
const LEFT_TO_RIGHT = 'a';

let bidi: Bidi | undefined;

/** Embedding levels by UTF-16 unit; undefined when everything runs from left to right. */
export function levelsOf(text: string): Uint8Array | undefined {
  if (!RIGHT_TO_LEFT.test(text)) return undefined;
  bidi ??= bidiFactory();
  return bidi.getEmbeddingLevels(standIns(text, bidi)).levels;
}

/** bidi-js takes each half of a surrogate pair for a letter from left to right, so Adlam would be set backwards. */
const standIns = (text: string, known: Bidi): string =>
  text.replace(BEYOND_BASIC_PLANE, (character) =>
    (ALIKE.get(known.getBidiCharTypeName(character)) ?? LEFT_TO_RIGHT).repeat(2),
  );
