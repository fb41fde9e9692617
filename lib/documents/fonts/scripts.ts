/** The font files of this folder, without extension. */
export type FontName =
  | 'sans'
  | 'sans-bold'
  | 'adlam'
  | 'arabic'
  | 'armenian'
  | 'balinese'
  | 'bamum'
  | 'batak'
  | 'bengali'
  | 'buginese'
  | 'canadian'
  | 'chakma'
  | 'cham'
  | 'cherokee'
  | 'devanagari'
  | 'ethiopic'
  | 'georgian'
  | 'gujarati'
  | 'gurmukhi'
  | 'hanifi-rohingya'
  | 'hebrew'
  | 'javanese'
  | 'kannada'
  | 'kayah-li'
  | 'khmer'
  | 'lao'
  | 'lepcha'
  | 'limbu'
  | 'lisu'
  | 'malayalam'
  | 'mandaic'
  | 'meetei-mayek'
  | 'miao'
  | 'mongolian'
  | 'myanmar'
  | 'new-tai-lue'
  | 'newa'
  | 'nko'
  | 'nyiakeng-puachue-hmong'
  | 'ol-chiki'
  | 'oriya'
  | 'osage'
  | 'osmanya'
  | 'saurashtra'
  | 'sinhala'
  | 'sundanese'
  | 'syloti-nagri'
  | 'syriac'
  | 'tai-le'
  | 'tai-tham'
  | 'tai-viet'
  | 'tamil'
  | 'telugu'
  | 'thaana'
  | 'thai'
  | 'tibetan'
  | 'tifinagh'
  | 'vai'
  | 'wancho'
  | 'yi'
  | 'han-common'
  | 'han-rare'
  | 'han-hongkong'
  | 'japanese'
  | 'korean';

/** `han` is drawn in Japanese or Chinese forms, and `european` in regular or bold, as the text around asks. */
export type Script =
  Exclude<FontName, 'sans' | 'sans-bold' | `han-${string}` | 'japanese'> | 'european' | 'han' | 'kana';

/** First code point of each stretch that one font serves, in ascending order. Source: Unicode blocks. */
const stretches: readonly (readonly [number, Script])[] = [
  [0x0000, 'european'],
  [0x0530, 'armenian'],
  [0x0590, 'hebrew'],
  [0x0600, 'arabic'],
  [0x0700, 'syriac'],
  [0x0750, 'arabic'],
  [0x0780, 'thaana'],
  [0x07c0, 'nko'],
  [0x0800, 'european'],
  [0x0840, 'mandaic'],
  [0x0860, 'syriac'],
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
  [0x0f00, 'tibetan'],
  [0x1000, 'myanmar'],
  [0x10a0, 'georgian'],
  [0x1100, 'korean'],
  [0x1200, 'ethiopic'],
  [0x13a0, 'cherokee'],
  [0x1400, 'canadian'],
  [0x1680, 'european'],
  [0x1780, 'khmer'],
  [0x1800, 'mongolian'],
  [0x18b0, 'canadian'],
  [0x1900, 'limbu'],
  [0x1950, 'tai-le'],
  [0x1980, 'new-tai-lue'],
  [0x19e0, 'khmer'],
  [0x1a00, 'buginese'],
  [0x1a20, 'tai-tham'],
  [0x1ab0, 'european'],
  [0x1b00, 'balinese'],
  [0x1b80, 'sundanese'],
  [0x1bc0, 'batak'],
  [0x1c00, 'lepcha'],
  [0x1c50, 'ol-chiki'],
  [0x1c80, 'european'],
  [0x1c90, 'georgian'],
  [0x1cc0, 'sundanese'],
  [0x1cd0, 'devanagari'],
  [0x1d00, 'european'],
  [0x2d00, 'georgian'],
  [0x2d30, 'tifinagh'],
  [0x2d80, 'ethiopic'],
  [0x2de0, 'european'],
  [0x2e80, 'han'],
  [0x3040, 'kana'],
  [0x3100, 'han'],
  [0x3130, 'korean'],
  [0x3190, 'han'],
  [0x31f0, 'kana'],
  [0x3200, 'han'],
  [0xa000, 'yi'],
  [0xa4d0, 'lisu'],
  [0xa500, 'vai'],
  [0xa640, 'european'],
  [0xa6a0, 'bamum'],
  [0xa700, 'european'],
  [0xa800, 'syloti-nagri'],
  [0xa830, 'european'],
  [0xa880, 'saurashtra'],
  [0xa8e0, 'devanagari'],
  [0xa900, 'kayah-li'],
  [0xa930, 'european'],
  [0xa960, 'korean'],
  [0xa980, 'javanese'],
  [0xa9e0, 'myanmar'],
  [0xaa00, 'cham'],
  [0xaa60, 'myanmar'],
  [0xaa80, 'tai-viet'],
  [0xaae0, 'meetei-mayek'],
  [0xab00, 'ethiopic'],
  [0xab30, 'european'],
  [0xab70, 'cherokee'],
  [0xabc0, 'meetei-mayek'],
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
  [0x10480, 'osmanya'],
  [0x104b0, 'osage'],
  [0x10500, 'european'],
  [0x10d00, 'hanifi-rohingya'],
  [0x10d40, 'european'],
  [0x10ec0, 'arabic'],
  [0x10f00, 'european'],
  [0x11100, 'chakma'],
  [0x11150, 'european'],
  [0x11400, 'newa'],
  [0x11480, 'european'],
  [0x11660, 'mongolian'],
  [0x11680, 'european'],
  [0x116d0, 'myanmar'],
  [0x11700, 'european'],
  [0x11ab0, 'canadian'],
  [0x11ac0, 'european'],
  [0x11b00, 'devanagari'],
  [0x11b60, 'european'],
  [0x11fb0, 'lisu'],
  [0x11fc0, 'tamil'],
  [0x12000, 'european'],
  [0x16800, 'bamum'],
  [0x16a40, 'european'],
  [0x16f00, 'miao'],
  [0x16fa0, 'european'],
  [0x16fe0, 'han'],
  [0x17000, 'european'],
  [0x1b000, 'kana'],
  [0x1b170, 'european'],
  [0x1e100, 'nyiakeng-puachue-hmong'],
  [0x1e150, 'european'],
  [0x1e2c0, 'wancho'],
  [0x1e300, 'european'],
  [0x1e7e0, 'ethiopic'],
  [0x1e800, 'european'],
  [0x1e900, 'adlam'],
  [0x1e960, 'european'],
  [0x1ee00, 'arabic'],
  [0x1ef00, 'european'],
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
    return japanese
      ? ['japanese', 'han-common', 'han-rare', 'han-hongkong']
      : ['han-common', 'han-rare', 'japanese', 'han-hongkong'];
  return [script, european];
}
