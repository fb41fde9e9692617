/** Which code points each shipped font file keeps, and the package that its outlines come from. */
export interface FontRecipe {
  /** Name of the file in lib/documents/fonts, without extension. */
  file: string;
  /** npm package and exact version; its fonts are Google's Noto releases under the SIL Open Font License 1.1. */
  source: string;
  weight?: '700Bold';
  keep?: (codePoint: number) => boolean;
}

const between = (from: number, to: number) => (codePoint: number) => codePoint >= from && codePoint <= to;

/** Every character of a two-byte national character set, as Node's own decoder knows it. */
function charactersOf(encoding: string, lead: [number, number], trail: [number, number]): ReadonlySet<number> {
  const decoder = new TextDecoder(encoding);
  const found = new Set<number>();
  for (let high = lead[0]; high <= lead[1]; high += 1) {
    for (let low = trail[0]; low <= trail[1]; low += 1) {
      const point = decoder.decode(Uint8Array.of(high, low)).codePointAt(0);
      if (point !== undefined && point > 0x7f && point !== 0xfffd) found.add(point);
    }
  }
  return found;
}

const gb2312 = charactersOf('gb18030', [0xa1, 0xf7], [0xa1, 0xfe]);
const big5Frequent = charactersOf('big5', [0xa1, 0xc6], [0x40, 0xfe]);
/** With the vendors' extensions, which hold letters of family names such as 髙 and 﨑. */
const windows31j = charactersOf('shift_jis', [0x81, 0xfc], [0x40, 0xfc]);

const isEuropean = (point: number): boolean => !between(0x0900, 0x097f)(point) && !between(0xa8e0, 0xa8ff)(point);
const isHangul = (point: number): boolean =>
  between(0xac00, 0xd7ff)(point) ||
  between(0x1100, 0x11ff)(point) ||
  between(0x3130, 0x318f)(point) ||
  between(0xa960, 0xa97f)(point) ||
  point === 0x20;
const isHanCommon = (point: number): boolean => point >= 0x2000 && (gb2312.has(point) || big5Frequent.has(point));
const isHanRare = (point: number): boolean => point >= 0x2e80 && !isHanCommon(point) && !isHangul(point);
const isJapanese = (point: number): boolean =>
  windows31j.has(point) ||
  between(0x3000, 0x30ff)(point) ||
  between(0x31f0, 0x31ff)(point) ||
  between(0xf900, 0xffef)(point) ||
  point >= 0x20000;

const script = (name: string, version: string): FontRecipe => ({
  file: name,
  source: `@expo-google-fonts/noto-sans-${name}@${version}`,
});

export const recipes: readonly FontRecipe[] = [
  { file: 'sans', source: '@expo-google-fonts/noto-sans@0.4.2', keep: isEuropean },
  { file: 'sans-bold', source: '@expo-google-fonts/noto-sans@0.4.2', weight: '700Bold', keep: isEuropean },
  script('arabic', '0.4.3'),
  script('armenian', '0.4.2'),
  script('bengali', '0.4.4'),
  script('devanagari', '0.4.1'),
  script('ethiopic', '0.4.2'),
  script('georgian', '0.4.3'),
  script('gujarati', '0.4.2'),
  script('gurmukhi', '0.4.1'),
  script('hebrew', '0.4.1'),
  script('kannada', '0.4.3'),
  script('khmer', '0.4.3'),
  script('lao', '0.4.2'),
  script('malayalam', '0.4.2'),
  script('myanmar', '0.4.2'),
  script('oriya', '0.4.2'),
  script('sinhala', '0.4.2'),
  script('tamil', '0.4.3'),
  script('telugu', '0.4.2'),
  script('thai', '0.4.2'),
  { file: 'han-common', source: '@expo-google-fonts/noto-sans-sc@0.4.3', keep: isHanCommon },
  { file: 'han-rare', source: '@expo-google-fonts/noto-sans-sc@0.4.3', keep: isHanRare },
  { file: 'japanese', source: '@expo-google-fonts/noto-sans-jp@0.4.3', keep: isJapanese },
  { file: 'korean', source: '@expo-google-fonts/noto-sans-kr@0.4.3', keep: isHangul },
];
