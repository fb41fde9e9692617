import PDFDocument from 'pdfkit';
import { barsOf, dotsPerInch, labelHeight, labelWidth, type Mark } from './drawing';
import { isLatinFontEnough, latinFont, textOutline } from './outline';

const pointsPerInch = 72;
const ascent = 0.905;

/** The bytes of a document once it has ended. */
export function bytesOf(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    document.on('error', reject);
  });
}

/** pdfkit also takes a font that is open; its type definitions do not say so. From a file it opens it for each label. */
const isFontSource = (font: unknown): font is PDFKit.Mixins.PDFFontSource =>
  typeof font === 'object' && font !== null && 'layout' in font;

function openFont(isBold: boolean): PDFKit.Mixins.PDFFontSource {
  const font = latinFont(isBold);
  if (isFontSource(font)) return font;
  throw new Error('pdfkit cannot lay text out in this font');
}

/** The label as a PDF page of 4 by 6 inches. Text stays text where the font has its letters, else it is outlines. */
export function toPdf(marks: readonly Mark[]): Promise<Buffer> {
  // Without a name of a font, pdfkit would read its own default one for each label.
  const document = new PDFDocument({ size: [4 * pointsPerInch, 6 * pointsPerInch], margin: 0, font: '' });
  const bytes = bytesOf(document);
  document.registerFont('regular', openFont(false)).registerFont('bold', openFont(true));
  document.scale((4 * pointsPerInch) / labelWidth, (6 * pointsPerInch) / labelHeight);
  for (const mark of marks) {
    if (mark.kind !== 'text') {
      for (const bar of mark.kind === 'box' ? [mark] : barsOf(mark)) document.rect(bar.x, bar.y, bar.width, bar.height);
      document.fill('black');
    } else if (isLatinFontEnough(mark.text)) {
      document.font(mark.isBold ? 'bold' : 'regular').fontSize(mark.size);
      document.text(mark.text, mark.x, mark.y - mark.size * ascent, { lineBreak: false });
    } else {
      for (const polygon of textOutline(mark.text, mark.size, mark.isBold).polygons) {
        polygon.forEach(([x, y], index) => {
          if (index === 0) document.moveTo(mark.x + x, mark.y + y);
          else document.lineTo(mark.x + x, mark.y + y);
        });
        document.closePath();
      }
      document.fill('black', 'non-zero');
    }
  }
  document.info.Title = 'Shipping label';
  document.info.Creator = `EasyPost sandbox, ${dotsPerInch} dpi`;
  document.end();
  return bytes;
}
