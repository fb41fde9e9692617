import { scriptOf } from '../../lib/documents/fonts/scripts';

/** Which code points each shipped font file keeps, and the package that its outlines come from. */
export interface FontRecipe {
  /** Name of the file in lib/documents/fonts, without extension. */
  file: string;
  /** Package and exact version; its fonts are Google's Noto releases under the SIL Open Font License 1.1. */
  source: string;
  /** Whether the package is one of npm's or one of Debian's. */
  registry?: 'debian';
  /** The font within the package, as TTF or WOFF, where it is not the one of a weight. */
  path?: string;
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
const isBeyondBasicPlane = (point: number): boolean => point >= 0x20000;
const isJapanese = (point: number): boolean =>
  windows31j.has(point) ||
  between(0x3000, 0x30ff)(point) ||
  between(0x31f0, 0x31ff)(point) ||
  between(0xf900, 0xffef)(point) ||
  isBeyondBasicPlane(point);

/**
 * A font is asked for the characters of its own stretches, and for the marks, joiners and spaces between them. The Latin
 * letters and signs that most of Noto's files bring along are never drawn.
 */
const isOf =
  (file: string) =>
  (point: number): boolean =>
    scriptOf(point) === file || CLINGING.test(String.fromCodePoint(point));
/** With the circle that HarfBuzz sets under a mark without a letter. */
const CLINGING = /^[ \p{M}\p{Cf}\u25cc]$/u;

const script = (file: string, version: string, family = `noto-sans-${file}`): FontRecipe => ({
  file,
  source: `@expo-google-fonts/${family}@${version}`,
  keep: isOf(file),
});

/** The letters of one script alone, as web pages get them: what npm has of fonts that the other packages lack. */
const webScript = (file: string, version: string): FontRecipe => ({
  file,
  source: `@fontsource/noto-sans-${file}@${version}`,
  path: `files/noto-sans-${file}-${file}-400-normal.woff`,
  keep: isOf(file),
});

/** What npm has not, or not with its licence. */
const debianScript = (file: string, face: string): FontRecipe => ({
  file,
  source: 'fonts-noto-core=20201225-1',
  registry: 'debian',
  path: `usr/share/fonts/truetype/noto/${face}-Regular.ttf`,
  keep: isOf(file),
});

export const recipes: readonly FontRecipe[] = [
  { file: 'sans', source: '@expo-google-fonts/noto-sans@0.4.2', keep: isEuropean },
  { file: 'sans-bold', source: '@expo-google-fonts/noto-sans@0.4.2', weight: '700Bold', keep: isEuropean },
  script('adlam', '0.4.1'),
  script('arabic', '0.4.3'),
  script('armenian', '0.4.2'),
  script('balinese', '0.4.1'),
  webScript('bamum', '4.5.12'),
  debianScript('batak', 'NotoSansBatak'),
  script('bengali', '0.4.4'),
  webScript('buginese', '5.0.12'),
  script('canadian', '0.4.1', 'noto-sans-canadian-aboriginal'),
  script('chakma', '0.4.2'),
  script('cham', '0.4.1'),
  script('cherokee', '0.4.2'),
  script('devanagari', '0.4.1'),
  script('ethiopic', '0.4.2'),
  script('georgian', '0.4.3'),
  script('gujarati', '0.4.2'),
  script('gurmukhi', '0.4.1'),
  script('hanifi-rohingya', '0.4.2'),
  script('hebrew', '0.4.1'),
  script('javanese', '0.4.2'),
  script('kannada', '0.4.3'),
  webScript('kayah-li', '5.3.0'),
  script('khmer', '0.4.3'),
  script('lao', '0.4.2'),
  webScript('lepcha', '4.5.9'),
  webScript('limbu', '5.3.0'),
  script('lisu', '0.4.2'),
  script('malayalam', '0.4.2'),
  debianScript('mandaic', 'NotoSansMandaic'),
  script('meetei-mayek', '0.4.2'),
  webScript('miao', '5.0.13'),
  script('mongolian', '0.4.1'),
  script('myanmar', '0.4.2'),
  webScript('new-tai-lue', '5.3.0'),
  webScript('newa', '5.3.0'),
  script('nko', '0.4.1'),
  debianScript('nyiakeng-puachue-hmong', 'NotoSerifNyiakengPuachueHmong'),
  script('ol-chiki', '0.4.2'),
  script('oriya', '0.4.2'),
  script('osage', '0.4.2'),
  webScript('osmanya', '5.0.12'),
  webScript('saurashtra', '4.5.9'),
  script('sinhala', '0.4.2'),
  webScript('sundanese', '5.3.0'),
  script('syloti-nagri', '0.4.1'),
  script('syriac', '0.4.2'),
  webScript('tai-le', '5.2.7'),
  webScript('tai-tham', '4.5.12'),
  script('tai-viet', '0.4.1'),
  script('tamil', '0.4.3'),
  script('telugu', '0.4.2'),
  script('thaana', '0.4.2'),
  script('thai', '0.4.2'),
  script('tibetan', '0.4.2', 'noto-serif-tibetan'),
  script('tifinagh', '0.4.1'),
  script('vai', '0.4.2'),
  debianScript('wancho', 'NotoSansWancho'),
  script('yi', '0.4.2'),
  { file: 'han-common', source: '@expo-google-fonts/noto-sans-sc@0.4.3', keep: isHanCommon },
  { file: 'han-rare', source: '@expo-google-fonts/noto-sans-sc@0.4.3', keep: isHanRare },
  { file: 'han-hongkong', source: '@expo-google-fonts/noto-sans-hk@0.4.3', keep: isBeyondBasicPlane },
  { file: 'japanese', source: '@expo-google-fonts/noto-sans-jp@0.4.3', keep: isJapanese },
  { file: 'korean', source: '@expo-google-fonts/noto-sans-kr@0.4.3', keep: isHangul },
];
