/** Longer texts than any page has room for are cut before they cost time. */
const LONGEST = 2000;

/**
 * Makes any string fit to be drawn: control characters and line breaks become spaces, half surrogates the replacement
 * character. Explicit direction marks are dropped, because an override (U+202E) can make a name or a number read as another
 * one; the bidirectional algorithm orders honest text without them. Source: Unicode TR 36, 2.10.
 */
export function cleanText(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text.trim();
  return text
    .slice(0, LONGEST)
    .replace(DIRECTION_MARKS, '')
    .replace(HALF_SURROGATES, '\ufffd')
    .normalize('NFC')
    .replace(INVISIBLE, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const PRINTABLE_ASCII = /^(?:[!-~]| (?! )){0,2000}$/;
const HALF_SURROGATES = /\p{Cs}/gu;
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f]/g;
/** Controls, line and paragraph separators, every space, soft hyphen, tags, private invisible fillers. */
const INVISIBLE = /[\p{Cc}\p{Zs}\p{Zl}\p{Zp}\u00ad\u200b\u2060\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
