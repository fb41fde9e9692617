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
] as const;

const runsOf = (text: string) => layoutText(text, { size: 10 }, { width: 500 }).flatMap(({ runs }) => runs);

describe('any script a name may be written in', () => {
  it.each(samples)('draws %s with the glyphs of its own font', (_, text, font) => {
    const runs = runsOf(text);
    expect(new Set(runs.map((run) => run.font.name))).toEqual(new Set([font]));
    expect(runs.flatMap((run) => run.clusters.flatMap(({ glyphs }) => glyphs.map(({ id }) => id)))).not.toContain(
      NOTDEF,
    );
  });

  it('gives every script back when the text is copied', async () => {
    const lines = samples.map(([, title]) => caseLine({ title, variantTitle: '', sku: '' }));
    const [slip] = readPdfs(await renderReturnSlip(slipInput({ lines })));
    const text = squeezed(slip?.pages.map((page) => page.text).join('') ?? '');
    const lost = samples.filter(([, title]) => !text.includes(squeezed(title)));
    expect(lost).toEqual([]);
  });

  it('joins Arabic letters', () => {
    const glyphs = (text: string) =>
      runsOf(text).flatMap((run) => run.clusters.flatMap((cluster) => cluster.owner?.id));
    const [alone] = glyphs('ب');
    expect(glyphs('ببب')).not.toContain(alone);
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

  it('draws Han characters as Japan writes them where the slip is for Japan', () => {
    const fontOf = (japanese: boolean) =>
      layoutText('直', { size: 10, japanese }, { width: 99 })[0]?.runs[0]?.font.name;
    expect([fontOf(true), fontOf(false)]).toEqual(['japanese', 'han-common']);
  });
});
