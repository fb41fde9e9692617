import { openFont, type Font } from '../fonts/font';
import { charactersOf } from './breaks';
import { fontsFor, scriptOf, type FontChoice } from '../fonts/scripts';

/** A stretch of text that one font draws in one direction. */
export interface Run {
  font: Font;
  text: string;
  /** Bidirectional embedding level; odd levels run from right to left. */
  level: number;
}

/** What stands in for a sign that no font has, such as an emoji. */
const REPLACEMENT = '\ufffd';
const BASIC_LATIN = /^[ -~\u00a1-\u017f\u2013\u2014\u2018-\u201e\u2026\u20ac]*$/;

const isSymbol = (point: number): boolean => (point >= 0x2000 && point < 0x2e80) || (point >= 0x3000 && point < 0x3400);

const has = (font: Font, character: string): boolean => font.glyphOf(character.codePointAt(0) ?? 0) !== 0;

function fontWith(character: string, choice: FontChoice): Font | undefined {
  const point = character.codePointAt(0) ?? 0;
  const names = fontsFor(scriptOf(point), choice);
  const candidates = isSymbol(point) ? [...names, 'han-common' as const] : names;
  for (const name of candidates) {
    const font = openFont(name);
    if (has(font, character)) return font;
  }
  return undefined;
}

/** What a styled letter says, such as those of 𝐉𝐨𝐡𝐧: its plain form, if one font has all of it. */
function plainForm(character: string, choice: FontChoice): Pick<Run, 'font' | 'text'> | undefined {
  const text = character.normalize('NFKC');
  const font = text === character ? undefined : fontWith(text, choice);
  return font !== undefined && Array.from(text).every((part) => has(font, part)) ? { font, text } : undefined;
}

/** The font that has a character, and the character, or what may stand for it. */
function drawable(character: string, choice: FontChoice): Pick<Run, 'font' | 'text'> | undefined {
  const font = fontWith(character, choice);
  return font === undefined ? plainForm(character, choice) : { font, text: character };
}

/**
 * Splits text by font and direction. What a reader takes for one sign stays in one font; where no font has it, one
 * visible replacement stands for all of it, so that a family of emoji is not four.
 */
export function runsOf(text: string, levels: Uint8Array | undefined, choice: FontChoice): Run[] {
  const latin = openFont(choice.bold ? 'sans-bold' : 'sans');
  if (levels === undefined && BASIC_LATIN.test(text)) return [{ font: latin, text, level: 0 }];
  const runs: Run[] = [];
  let index = 0;
  for (const sign of charactersOf(text)) {
    const level = levels?.[index] ?? 0;
    index += sign.length;
    const last = runs.at(-1);
    const [base = '', ...marks] = Array.from(sign);
    // A space belongs to the words beside it: a change of font there would only cost a longer file.
    const found =
      base === ' ' && last !== undefined && has(last.font, base)
        ? { font: last.font, text: base }
        : drawable(base, choice);
    const font = found?.font ?? latin;
    const shown =
      found === undefined ? REPLACEMENT : found.text + marks.filter((mark) => has(found.font, mark)).join('');
    if (last !== undefined && last.font === font && last.level === level) last.text += shown;
    else runs.push({ font, text: shown, level });
  }
  return runs;
}
