/** The font files of this folder, without extension. */
export type FontName =
  | 'sans'
  | 'sans-bold'
  | 'arabic'
  | 'armenian'
  | 'bengali'
  | 'devanagari'
  | 'ethiopic'
  | 'georgian'
  | 'gujarati'
  | 'gurmukhi'
  | 'hebrew'
  | 'kannada'
  | 'khmer'
  | 'lao'
  | 'malayalam'
  | 'myanmar'
  | 'oriya'
  | 'sinhala'
  | 'tamil'
  | 'telugu'
  | 'thai'
  | 'han-common'
  | 'han-rare'
  | 'japanese'
  | 'korean';

/** `han` is drawn in Japanese or Chinese forms, and `european` in regular or bold, as the text around asks. */
export type Script =
  Exclude<FontName, 'sans' | 'sans-bold' | 'han-common' | 'han-rare' | 'japanese'> | 'european' | 'han' | 'kana';

/** First code point of each stretch that one font serves, in ascending order. Source: Unicode blocks. */
const stretches: readonly (readonly [number, Script])[] = [
  [0x0000, 'european'],
  [0x0530, 'armenian'],
  [0x0590, 'hebrew'],
  [0x0600, 'arabic'],
  [0x0780, 'european'],
  [0x0870, 'arabic'],
  [0x0900, 'devanagari'],
  [0x0980, 'bengali'],
  [0x0a00, 'gurmukhi'],
  [0x0a80, 'gujarati'],
  [0x0b00, 'oriya'],
  [0x0b80, 'tamil'],
  [0x0c00, 'telugu'],
  [0x0c80, 'kannada'],
  [0x0d00, 'malayalam'],
  [0x0d80, 'sinhala'],
  [0x0e00, 'thai'],
  [0x0e80, 'lao'],
  [0x0f00, 'european'],
  [0x1000, 'myanmar'],
  [0x10a0, 'georgian'],
  [0x1100, 'korean'],
  [0x1200, 'ethiopic'],
  [0x13a0, 'european'],
  [0x1780, 'khmer'],
  [0x1800, 'european'],
  [0x19e0, 'khmer'],
  [0x1a00, 'european'],
  [0x1c90, 'georgian'],
  [0x1cc0, 'european'],
  [0x1cd0, 'devanagari'],
  [0x1d00, 'european'],
  [0x2d00, 'georgian'],
  [0x2d30, 'european'],
  [0x2d80, 'ethiopic'],
  [0x2de0, 'european'],
  [0x2e80, 'han'],
  [0x3040, 'kana'],
  [0x3100, 'han'],
  [0x3130, 'korean'],
  [0x3190, 'han'],
  [0x31f0, 'kana'],
  [0x3200, 'han'],
  [0xa000, 'european'],
  [0xa8e0, 'devanagari'],
  [0xa900, 'european'],
  [0xa960, 'korean'],
  [0xa980, 'european'],
  [0xa9e0, 'myanmar'],
  [0xaa00, 'european'],
  [0xaa60, 'myanmar'],
  [0xaa80, 'european'],
  [0xab00, 'ethiopic'],
  [0xab30, 'european'],
  [0xac00, 'korean'],
  [0xd800, 'european'],
  [0xf900, 'han'],
  [0xfb00, 'european'],
  [0xfb13, 'armenian'],
  [0xfb1d, 'hebrew'],
  [0xfb50, 'arabic'],
  [0xfe00, 'european'],
  [0xfe30, 'han'],
  [0xfe50, 'european'],
  [0xfe70, 'arabic'],
  [0xfeff, 'european'],
  [0xff00, 'han'],
  [0xfff0, 'european'],
  [0x16fe0, 'han'],
  [0x17000, 'european'],
  [0x1b000, 'kana'],
  [0x1b170, 'european'],
  [0x1f200, 'han'],
  [0x1f300, 'european'],
  [0x20000, 'han'],
  [0x323b0, 'european'],
];

export function scriptOf(codePoint: number): Script {
  if (codePoint < 0x0530) return 'european';
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((stretches[middle]?.[0] ?? Infinity) <= codePoint) low = middle;
    else high = middle - 1;
  }
  return stretches[low]?.[1] ?? 'european';
}

export interface FontChoice {
  bold: boolean;
  /** Whether Han characters are drawn as Japan writes them; China's forms otherwise. */
  japanese: boolean;
}

/** Fonts to try for a script, best first. Symbols that no European font has are found among the Chinese ones. */
export function fontsFor(script: Script, { bold, japanese }: FontChoice): readonly FontName[] {
  const european: FontName = bold ? 'sans-bold' : 'sans';
  if (script === 'european') return [european];
  if (script === 'kana') return ['japanese', 'han-common', 'han-rare'];
  if (script === 'han')
    return japanese ? ['japanese', 'han-common', 'han-rare'] : ['han-common', 'han-rare', 'japanese'];
  return [script, european];
}
