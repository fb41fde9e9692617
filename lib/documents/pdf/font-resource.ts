import { PDFName, PDFString, type PDFContext, type PDFRef } from 'pdf-lib';
import { table, type Font } from '../fonts/font';
import { viewOf } from '../fonts/sfnt';
import { deflated } from './deflated';
import { subsetFont } from './subset-font';

const NON_SYMBOLIC_FLAG = 4;
const NOTDEF = 0;
/**
 * Codes of glyphs that say nothing, such as the dots of an Arabic letter. They have no entry in the Unicode map; a reader
 * that then takes the code itself for the character meets one of Unicode's invisible format characters.
 */
const SILENT_CODES = { first: 0x200b, last: 0x206f };
const INVISIBLE = /^\p{Cf}$/u;

/** A CMap block holds at most 100 entries. Source: Adobe Technical Note 5014. */
const BLOCK = 100;

interface Entry {
  code: number;
  glyph: number;
  says: string;
}

/**
 * One font as one document uses it. Every pair of glyph and meaning gets its own code, so that copied text is right even
 * where one glyph stands for different characters.
 */
export class FontResource {
  readonly ref: PDFRef;
  private readonly codes = new Map<number, Map<string, string>>();
  private readonly entries: Entry[] = [{ code: 0, glyph: NOTDEF, says: '' }];
  private nextCode = 1;
  private nextSilentCode = SILENT_CODES.first;

  constructor(
    readonly font: Font,
    readonly key: string,
    private readonly context: PDFContext,
  ) {
    this.ref = context.nextRef();
  }

  /** The code, as four hexadecimal digits, of a glyph that says `says`; a mark beside its letter says nothing. */
  encode(glyph: number, says: string): string {
    const meanings = this.codes.get(glyph) ?? new Map<string, string>();
    this.codes.set(glyph, meanings);
    let code = meanings.get(says);
    if (code === undefined) {
      const number = says === '' ? this.silentCode() : this.spokenCode();
      this.entries.push({ code: number, glyph, says });
      code = hex(number);
      meanings.set(says, code);
    }
    return code;
  }

  private spokenCode(): number {
    if (this.nextCode === SILENT_CODES.first) this.nextCode = SILENT_CODES.last + 1;
    this.nextCode += 1;
    return this.nextCode - 1;
  }

  private silentCode(): number {
    while (this.nextSilentCode <= SILENT_CODES.last && !INVISIBLE.test(String.fromCharCode(this.nextSilentCode))) {
      this.nextSilentCode += 1;
    }
    if (this.nextSilentCode > SILENT_CODES.last) return this.spokenCode();
    this.nextSilentCode += 1;
    return this.nextSilentCode - 1;
  }

  /** The advance that a PDF reader takes for a glyph, in thousandths of the font size. */
  advanceOf(glyph: number): number {
    const metrics = viewOf(table(this.font.sfnt, 'hmtx'));
    const full = viewOf(table(this.font.sfnt, 'hhea')).getUint16(34);
    return (metrics.getUint16(Math.min(glyph, full - 1) * 4) * 1000) / this.font.unitsPerEm;
  }

  /** Writes the font with the glyphs that were used. */
  finish(): void {
    const { font, context } = this;
    const scale = 1000 / font.unitsPerEm;
    const name = `${this.tag()}+${postScriptName(font)}`;
    const program = subsetFont(
      font,
      this.entries.map(({ glyph }) => glyph),
    );
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        Flags: NON_SYMBOLIC_FLAG,
        FontBBox: font.box.map((edge) => edge * scale),
        ItalicAngle: 0,
        Ascent: font.ascent * scale,
        Descent: font.descent * scale,
        CapHeight: 714,
        StemV: font.name === 'sans-bold' ? 140 : 80,
        FontFile2: context.register(deflated(context, program, { Length1: program.length })),
      }),
    );
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        CIDToGIDMap: this.glyphNumbers() ?? 'Identity',
        CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
        FontDescriptor: descriptor,
        DW: 0,
        W: this.widths(),
      }),
    );
    context.assign(
      this.ref,
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: PDFName.of('Identity-H'),
        DescendantFonts: [descendant],
        ToUnicode: context.register(deflated(context, Buffer.from(this.unicodeMap(), 'latin1'))),
      }),
    );
  }

  /** Widths by code, as stretches of following codes. ISO 32000-2, 9.7.4.3. */
  private widths(): (number | number[])[] {
    const stretches: { from: number; widths: number[] }[] = [];
    for (const { code, glyph } of [...this.entries].sort((left, right) => left.code - right.code)) {
      const last = stretches.at(-1);
      if (last !== undefined && last.from + last.widths.length === code) last.widths.push(this.advanceOf(glyph));
      else stretches.push({ from: code, widths: [this.advanceOf(glyph)] });
    }
    return stretches.flatMap(({ from, widths }) => [from, widths]);
  }

  /** The place of each code's glyph in the font file, where the two differ. ISO 32000-2, table 115. */
  private glyphNumbers(): PDFRef | undefined {
    if (this.nextSilentCode === SILENT_CODES.first && this.nextCode <= SILENT_CODES.first) return undefined;
    const highest = Math.max(...this.entries.map(({ code }) => code));
    const bytes = new Uint8Array(2 * (highest + 1));
    const view = viewOf(bytes);
    for (const [index, { code }] of this.entries.entries()) view.setUint16(2 * code, index);
    return this.context.register(deflated(this.context, bytes));
  }

  /** Six capital letters that differ between the fonts of a document, without chance. ISO 32000-2, 9.9.2. */
  private tag(): string {
    const number = Number(this.key.slice(1));
    return `RETRN${String.fromCharCode(65 + (number % 26))}`;
  }

  private unicodeMap(): string {
    const entries = this.entries
      .filter(({ says }) => says !== '')
      .map(({ code, says }) => `<${hex(code)}> <${utf16(says)}>`);
    const blocks: string[] = [];
    for (let from = 0; from < entries.length; from += BLOCK) {
      const block = entries.slice(from, from + BLOCK);
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
    }
    return [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
      '1 begincodespacerange <0000> <ffff> endcodespacerange',
      ...blocks,
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n');
  }
}

const postScriptName = ({ name }: Font): string => {
  if (name === 'sans') return 'NotoSans-Regular';
  return name === 'sans-bold' ? 'NotoSans-Bold' : `NotoSans-${name}-Regular`;
};

const hex = (value: number): string => value.toString(16).padStart(4, '0');

/** Text as UTF-16 in hexadecimal digits. */
export const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
