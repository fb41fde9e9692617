import type { PDFDocument } from 'pdf-lib';
import { pageDimensions, type SlipInput } from '../input';
import { Canvas, FontBook, type TextBlock } from '../pdf/canvas';
import { cleanText } from '../text/clean';
import { textsFor, type DocumentTexts } from '../texts';
import { isJapanese } from './content';

export const MARGIN = 40;
export const GREY = 0.36;

/** The pages of one document and where the next block goes. */
export interface Sheet {
  input: SlipInput;
  texts: DocumentTexts;
  /** The return number as it is printed and as its barcodes say it. */
  rma: string;
  document: PDFDocument;
  fonts: FontBook;
  canvases: Canvas[];
  canvas: Canvas;
  /** Top of the free space on the current page. */
  y: number;
  left: number;
  width: number;
  block: (size: number, width: number, extra?: Partial<TextBlock>) => TextBlock;
}

export function openSheet(document: PDFDocument, fonts: FontBook, input: SlipInput): Sheet {
  const japanese = isJapanese(input);
  const canvas = new Canvas(document.addPage([...pageDimensions[input.pageSize]]), fonts);
  return {
    input,
    texts: textsFor(input.locale),
    rma: cleanText(input.dossier.case.rma),
    document,
    fonts,
    canvases: [canvas],
    canvas,
    y: canvas.height - MARGIN,
    left: MARGIN,
    width: canvas.width - 2 * MARGIN,
    block: (size, width, extra = {}) => ({ size, width, japanese, ...extra }),
  };
}

/** Goes on at the top of a new page, which repeats the return number. */
export function turnPage(sheet: Sheet): void {
  const { document, fonts, input, texts, rma } = sheet;
  sheet.canvas = new Canvas(document.addPage([...pageDimensions[input.pageSize]]), fonts);
  sheet.canvases.push(sheet.canvas);
  const top = sheet.canvas.height - MARGIN;
  const heading = `${texts.rma} ${rma}`;
  sheet.y = sheet.canvas.text(heading, sheet.left, top, sheet.block(11, sheet.width, { bold: true, maxLines: 1 })) - 10;
}
