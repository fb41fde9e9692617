import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderReturnSlip } from '../../../lib/documents';
import { layoutText } from '../../../lib/documents/text/layout';
import { caseLine, slipInput } from './fixtures/dossier';
import { readPdfs, squeezed } from './fixtures/read-pdf';

const NOTDEF = 0;
const samples = [
  ['Latin with Vietnamese marks', 'Nguyễn Thị Ngọc Ánh', 'sans'],
  ['Greek', 'Γιώργος Παπαδόπουλος', 'sans'],
  ['Cyrillic', 'Дмитрий Щёголев', 'sans'],
  ['Armenian', 'Արամ Խաչատրյան', 'armenian'],
  ['Georgian', 'შოთა რუსთაველი', 'georgian'],
  ['Hebrew', 'יוסף לוי', 'hebrew'],
  ['Arabic', 'محمد بن عبد الله', 'arabic'],
  ['Devanagari', 'क्षत्रिय श्रीकृष्ण', 'devanagari'],
  ['Bengali', 'রবীন্দ্রনাথ ঠাকুর', 'bengali'],
  ['Gurmukhi', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ', 'gurmukhi'],
  ['Gujarati', 'શ્રીમતી', 'gujarati'],
  ['Odia', 'ଜଗନ୍ନାଥ', 'oriya'],
  ['Tamil', 'சௌந்தர்யா கோபால்', 'tamil'],
  ['Telugu', 'శ్రీనివాస్', 'telugu'],
  ['Kannada', 'ಶ್ರೀಧರ್', 'kannada'],
  ['Malayalam', 'ശ്രീകുമാർ', 'malayalam'],
  ['Sinhala', 'ශ්‍රී ලංකා', 'sinhala'],
  ['Thai', 'สมชาย น้ำผึ้ง', 'thai'],
  ['Lao', 'ສົມພອນ', 'lao'],
  ['Khmer', 'ស្រីមុំ ភ្នំពេញ', 'khmer'],
  ['Burmese', 'အောင်ဆန်းစုကြည်', 'myanmar'],
  ['Ethiopic', 'አበበ ቢቂላ', 'ethiopic'],
  ['Chinese, simplified', '陈小明', 'han-common'],
  ['Chinese, traditional', '歐陽修', 'han-common'],
  ['Chinese, a rare letter', '㗎', 'han-rare'],
  ['Japanese, beyond the basic plane', '𠮷', 'japanese'],
  ['Japanese', 'さいとう', 'japanese'],
  ['Korean', '김철수', 'korean'],
  ['Bopomofo', 'ㄨㄤ', 'han-common'],
  ['Katakana', 'サイトウ', 'japanese'],
  ['Chinese, of Hong Kong', '𡃁', 'han-hongkong'],
  ['Thaana', 'މުޙައްމަދު', 'thaana'],
  ['Tibetan', 'བསྟན་འཛིན་རྒྱ་མཚོ', 'tibetan'],
  ['Mongolian', 'ᠴᠢᠩᠭᠢᠰ ᠬᠠᠭᠠᠨ', 'mongolian'],
  ['Adlam', '𞤀𞤥𞤢𞤣𞤵 𞤄𞤢𞤸', 'adlam'],
  ['Balinese', 'ᬯᬬᬦ᭄ ᬲ᭄ᬯᬭ', 'balinese'],
  ['Bamum', 'ꚩꚫꛑꚩꚳ', 'bamum'],
  ['Batak', 'ᯘᯪᯔᯞᯬᯝᯬᯉ᯲', 'batak'],
  ['Buginese', 'ᨒᨚᨈᨑ', 'buginese'],
  ['Canadian syllabics', 'ᐃᓄᒃᑎᑐᑦ ᓄᓇᕗᑦ', 'canadian'],
  ['Chakma', '𑄌𑄋𑄴𑄟𑄳𑄦', 'chakma'],
  ['Cham', 'ꨀꨇꩉ ꨌꩌ', 'cham'],
  ['Cherokee', 'ᏍᏏᏉᏯ', 'cherokee'],
  ['Hanifi Rohingya', '𐴌𐴗𐴥𐴝𐴙𐴚𐴒𐴙𐴝', 'hanifi-rohingya'],
  ['Javanese', 'ꦥꦤ꧀ꦗꦶ ꦱꦸꦏꦂꦤ', 'javanese'],
  ['Kayah Li', 'ꤊꤢꤛꤢ꤬', 'kayah-li'],
  ['Lepcha', 'ᰛᰩᰵ', 'lepcha'],
  ['Limbu', 'ᤕᤰᤌᤢᤱ', 'limbu'],
  ['Lisu', 'ꓡꓲꓢꓴ', 'lisu'],
  ['Mandaic', 'ࡌࡀࡍࡃࡀ', 'mandaic'],
  ['Meetei Mayek', 'ꯃꯤꯇꯩ ꯏꯕꯣꯝꯆꯥ', 'meetei-mayek'],
  ['Miao', '𖼴𖽉𖼐𖽡', 'miao'],
  ['New Tai Lue', 'ᦅᧄᦺᦑᦟᦹᧉ', 'new-tai-lue'],
  ['Newa', '𑐣𑐾𑐥𑐵𑐮 𑐥𑑂𑐬𑐔𑐮𑐶𑐟', 'newa'],
  ['N’Ko', 'ߛߏߟߏߡߊ߬ߣߊ߫ ߞߊ߲ߕߍ', 'nko'],
  ['Nyiakeng Puachue Hmong', '𞄀𞄩𞄰', 'nyiakeng-puachue-hmong'],
  ['Ol Chiki', 'ᱨᱟᱹᱜᱷᱩᱱᱟᱛᱷ ᱢᱩᱨᱢᱩ', 'ol-chiki'],
  ['Osage', '𐓏𐓘𐓻𐓘𐓻𐓟', 'osage'],
  ['Osmanya', '𐒋𐒘𐒈𐒑𐒛𐒒𐒕𐒀', 'osmanya'],
  ['Saurashtra', 'ꢱꣃꢬꢵꢰ꣄ꢜ꣄ꢬ', 'saurashtra'],
  ['Sundanese', 'ᮃᮞᮨᮕ᮪', 'sundanese'],
  ['Syloti Nagri', 'ꠍꠤꠟꠐꠤ', 'syloti-nagri'],
  ['Syriac', 'ܝܘܚܢܢ ܐܦܪܝܡ', 'syriac'],
  ['Tai Le', 'ᥖᥭᥰᥖᥬᥳᥑᥨᥒᥰ', 'tai-le'],
  ['Tai Tham', 'ᨲᩫ᩠ᩅᨾᩮᩬᩥᨦ', 'tai-tham'],
  ['Tai Viet', 'ꪼꪕꪒꪾ', 'tai-viet'],
  ['Tifinagh', 'ⵢⴰⵙⵎⵉⵏⴰ ⴰⵎⴰⵣⵉⵖ', 'tifinagh'],
  ['Vai', 'ꕙꔤ', 'vai'],
  ['Wancho', '𞋒𞋀𞋉𞋃𞋕', 'wancho'],
  ['Yi', 'ꆈꌠꁱꂷ', 'yi'],
] as const;

/** Scripts in daily use. Source: Unicode Standard Annex 31, tables 5 (recommended) and 7 (limited use). */
const recommended =
  'Arab Armn Beng Bopo Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hebr Hira Kana Knda Khmr Laoo Latn Mlym Mymr Orya ' +
  'Sinh Taml Telu Thaa Thai Tibt';
const limitedUse =
  'Adlm Bali Bamu Batk Cakm Cans Cham Cher Hmnp Java Kali Lana Lepc Limb Lisu Mand Mtei Newa Nkoo Olck Osge Plrd Rohg ' +
  'Saur Sund Sylo Syrc Tale Talu Tavt Tfng Vaii Wcho Yiii';
/** Official in Mongolia; of Somali; of Bugis. */
const alsoDrawn = 'Mong Osma Bugi';
const scripts = [recommended, limitedUse, alsoDrawn].flatMap((codes) => codes.split(' '));

const runsOf = (text: string) => layoutText(text, { size: 10 }, { width: 500 }).flatMap(({ runs }) => runs);
const clustersOf = (text: string) => runsOf(text).flatMap((run) => run.clusters);
const glyphsOf = (text: string) => clustersOf(text).map((cluster) => cluster.owner?.id);
const saysOf = (text: string) => clustersOf(text).map((cluster) => cluster.says);
const isDrawn = (text: string): boolean =>
  clustersOf(text).every(({ says, glyphs }) => says !== '\ufffd' && glyphs.every(({ id }) => id !== NOTDEF));

/**
 * pdf.js reads text from right to left backwards sign by sign, which puts a vowel before its letter, and does not know
 * that letters beyond the basic plane may run so.
 */
function asPdfJsReads(text: string): string {
  const runsBackwards = runsOf(text).some(({ level }) => level === 1) && /[\u{10000}-\u{1ffff}]/u.test(text);
  return runsBackwards ? saysOf(text).join('') : text;
}
const lettersOf = (text: string): string => squeezed(text).replace(/\p{M}/gu, '');

/** The characters that docs/fonts/README.md says are replaced, by script. */
function documentedGaps(): Map<string, Set<number>> {
  const readme = readFileSync(path.resolve(__dirname, '../../../docs/fonts/README.md'), 'utf8');
  const rows = readme.matchAll(/^\| [^|]+ \| `(\w{4})` +\| ([^|]+?) +\|$/gm);
  return new Map(
    Array.from(rows, ([, script = '', ranges = '']) => [script, new Set(ranges.split(', ').flatMap(spread))]),
  );
}

function spread(range: string): number[] {
  const [first = 0, last = first] = range.split('–').map((point) => Number.parseInt(point, 16));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

describe('any script a name may be written in', () => {
  it.each(samples)('draws %s with the glyphs of its own font', (_, text, font) => {
    expect(new Set(runsOf(text).map((run) => run.font.name))).toEqual(new Set([font]));
    expect(isDrawn(text)).toBe(true);
  });

  it('is tried with a word of every script in daily use', () => {
    const tried = (code: string) => samples.some(([, text]) => new RegExp(`\\p{Script=${code}}`, 'u').test(text));
    expect(scripts.filter((code) => !tried(code))).toEqual([]);
  });

  it('draws every letter, mark and digit of them, but for what the guide says', () => {
    const gaps = documentedGaps();
    const missing = new Map<string, Set<number>>();
    const patterns = scripts
      .filter((code) => code !== 'Hani')
      .map((code) => [code, new RegExp(`\\p{Script=${code}}`, 'u')] as const);
    for (let point = 0x41; point < 0x20000; point += 1) {
      const character = String.fromCodePoint(point);
      if (!/[\p{L}\p{M}\p{Nd}]/u.test(character) || isDrawn(character)) continue;
      const code = patterns.find(([, pattern]) => pattern.test(character))?.[0];
      if (code !== undefined) missing.set(code, (missing.get(code) ?? new Set()).add(point));
    }
    expect(missing).toEqual(gaps);
  });

  it('gives every script back when the text is copied', async () => {
    const lines = samples.map(([, title]) => caseLine({ title, variantTitle: '', sku: '' }));
    const [slip] = readPdfs(await renderReturnSlip(slipInput({ lines })));
    const text = slip?.pages.map((page) => page.text).join('') ?? '';
    const isLost = (title: string): boolean =>
      runsOf(title).some(({ level }) => level === 1)
        ? !lettersOf(text).includes(lettersOf(asPdfJsReads(title)))
        : !squeezed(text).includes(squeezed(title));
    expect(samples.filter(([, title]) => isLost(title))).toEqual([]);
  });

  it('joins Arabic letters', () => {
    const [alone] = glyphsOf('ب');
    expect(glyphsOf('ببب')).not.toContain(alone);
  });

  it.each([
    ['Syriac', 'ܒ'],
    ['Mongolian', 'ᠨ'],
    ['N’Ko', 'ߞ'],
    ['Adlam', '𞤣'],
    ['Hanifi Rohingya', '𐴌'],
    ['Mandaic', 'ࡌ'],
  ])('joins the letters of %s too', (_, letter) => {
    const [alone] = glyphsOf(letter);
    expect(glyphsOf(letter.repeat(3))).not.toContain(alone);
  });

  it.each([
    ['Thaana', 'މަލޭ', ['ލޭ', 'މަ']],
    ['Syriac', 'ܝܘܚ', ['ܚ', 'ܘ', 'ܝ']],
    ['N’Ko', 'ߞߊ߲ߕ', ['ߕ', 'ߊ߲', 'ߞ']],
    ['Adlam, which is beyond the basic plane', '𞤀𞤥𞤢𞥄', ['𞤢𞥄', '𞤥', '𞤀']],
    ['Hanifi Rohingya', '𐴌𐴗𐴥𐴝', ['𐴝', '𐴗𐴥', '𐴌']],
    ['Adlam beside Latin and a number', '𞤀𞤥 Bah 12', ['B', 'a', 'h', ' ', '1', '2', ' ', '𞤥', '𞤀']],
  ])('sets %s from right to left', (_, text, drawn) => {
    expect(saysOf(text)).toEqual(drawn);
  });

  it.each([
    ['Tibetan', 'རྒྱ'],
    ['Javanese', 'ꦤ꧀ꦗ'],
    ['Balinese', 'ᬲ᭄ᬯ'],
    ['Chakma', '𑄟𑄳𑄦'],
    ['Tai Tham', 'ᨲ᩠ᩅ'],
  ])('stacks the letters of %s', (_, text) => {
    const upright = Array.from(text).reduce((sum, letter) => sum + (clustersOf(letter)[0]?.width ?? 0), 0);
    const [stack, ...others] = clustersOf(text);
    expect(others).toEqual([]);
    expect(stack?.says).toBe(text);
    expect(stack?.width).toBeLessThan(upright);
  });

  it('breaks a Tibetan line after a syllable, and a Yi line anywhere', () => {
    const linesOf = (text: string, width: number) =>
      layoutText(text, { size: 10 }, { width }).map(({ runs }) =>
        runs.flatMap((run) => run.clusters.map(({ says }) => says)).join(''),
      );
    expect(linesOf('བསྟན་འཛིན་རྒྱ་མཚོ', 40)).toEqual(['བསྟན་', 'འཛིན་རྒྱ་', 'མཚོ']);
    expect(linesOf('Yi ꆈꌠꁱꂷ', 30)).toEqual(['Yi ꆈꌠꁱ', 'ꂷ']);
  });

  it('reads Hebrew from right to left and the number in it from left to right', () => {
    const says = runsOf('דירה 12').flatMap((run) => run.clusters.map((cluster) => cluster.says));
    expect(says.join('')).toBe('12 הריד');
  });

  it('forms Devanagari conjuncts and puts the short i before its letter', () => {
    expect(runsOf('क्ष').flatMap((run) => run.clusters)).toMatchObject([{ says: 'क्ष', glyphs: [{}] }]);
    const [cluster] = runsOf('कि').flatMap((run) => run.clusters);
    const [letter] = runsOf('क').flatMap((run) => run.clusters);
    expect(cluster?.glyphs).toHaveLength(2);
    expect(cluster?.glyphs[1]?.id).toBe(letter?.glyphs[0]?.id);
  });

  it('sets Thai marks above their letter, without width', () => {
    const [cluster] = runsOf('ผึ้').flatMap((run) => run.clusters);
    expect(cluster?.glyphs.filter(({ advance }) => advance > 0)).toHaveLength(1);
    expect(cluster?.says).toBe('ผึ้');
  });

  it('shows one replacement for an emoji, whatever it is made of', () => {
    for (const emoji of ['😀', '👨‍👩‍👧', '🇫🇷', '👍🏽']) {
      const says = runsOf(`a${emoji}b`).flatMap((run) => run.clusters.map((cluster) => cluster.says));
      expect(says).toEqual(['a', '\ufffd', 'b']);
    }
  });

  it('prints styled letters plain, where no font has the styled ones', () => {
    expect(saysOf('𝐉𝐨𝐡𝐧 𝒮𝓂𝒾𝓉𝒽 𝟙')).toEqual(Array.from('John Smith 1'));
    expect(saysOf('Ｊｏ①')).toEqual(['Ｊ', 'ｏ', '①']);
  });

  it('draws Han characters as Japan writes them where the slip is for Japan', () => {
    const fontOf = (japanese: boolean) =>
      layoutText('直', { size: 10, japanese }, { width: 99 })[0]?.runs[0]?.font.name;
    expect([fontOf(true), fontOf(false)]).toEqual(['japanese', 'han-common']);
  });
});
