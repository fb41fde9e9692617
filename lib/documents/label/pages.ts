import { PDFDocument, type PDFPage } from 'pdf-lib';
import { ReturnsError } from '../../returns';
import { pageDimensions, type LabelAndSlipInput } from '../input';
import { Canvas, type FontBook } from '../pdf/canvas';
import { embedImage } from '../pdf/image';
import { isPng, readPng } from '../pdf/png';
import { openSheet, type Sheet } from '../slip/sheet';
import { isEncrypted } from './encrypted';
import { labelIsBroken, labelIsEncrypted, labelIsZpl, isZpl } from './errors';
import { drawLabelGuide, GUIDE_HEIGHT, PRINTER_MARGIN } from './guide';
import { uprightMatrix } from './upright';

/** 4 × 6 inches, the carriers' common label, in points. */
const FOUR_BY_SIX = [288, 432] as const;
const THERMAL_DENSITY = 203;

/** Something that is drawn at its own size: the matrix maps it to a place whose lower left corner is the origin. */
interface Stamp {
  width: number;
  height: number;
  stamp: (canvas: Canvas, x: number, y: number) => void;
}

/**
 * Adds the carrier's label, every page of it, at 100 % of its size: a scaled barcode may not scan. A label as large as
 * the paper keeps its own page.
 */
export async function drawLabelPages(document: PDFDocument, fonts: FontBook, input: LabelAndSlipInput): Promise<void> {
  const { bytes } = input.label;
  if (isZpl(bytes)) throw labelIsZpl();
  if (isPng(bytes)) {
    placeOnPaper(document, fonts, input, await pngStamp(document, bytes));
    return;
  }
  const label = await openLabel(bytes);
  try {
    for (const page of label.getPages()) await addPage(document, fonts, input, label, page);
  } catch (error) {
    throw error instanceof ReturnsError ? error : labelIsBroken(error);
  }
}

async function openLabel(bytes: Uint8Array): Promise<PDFDocument> {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) throw labelIsBroken();
  try {
    const label = await loadLabel(bytes);
    if (label.getPageCount() === 0) throw labelIsBroken();
    return label;
  } catch (error) {
    throw error instanceof ReturnsError ? error : labelIsBroken(error);
  }
}

/** Some carriers only forbid editing: such a file opens with the empty password. */
async function loadLabel(bytes: Uint8Array): Promise<PDFDocument> {
  const load = (password: { password?: string }): Promise<PDFDocument> =>
    PDFDocument.load(bytes, { updateMetadata: false, ...password });
  if (!isEncrypted(bytes)) return load({});
  try {
    return await load({ password: '' });
  } catch (error) {
    throw labelIsEncrypted(error);
  }
}

async function addPage(
  document: PDFDocument,
  fonts: FontBook,
  input: LabelAndSlipInput,
  label: PDFDocument,
  page: PDFPage,
): Promise<void> {
  const { x, y, width, height } = page.getCropBox();
  const turn = page.getRotation().angle;
  const size = turn % 180 === 0 ? { width, height } : { width: height, height: width };
  if (!fitsPaper(size, input)) {
    const [copy] = await document.copyPages(label, [label.getPages().indexOf(page)]);
    if (copy !== undefined) document.addPage(copy);
    return;
  }
  const embedded = await document.embedPage(page, { left: x, bottom: y, right: x + width, top: y + height });
  await embedded.embed();
  placeOnPaper(document, fonts, input, {
    ...size,
    stamp: (canvas, left, bottom) => {
      canvas.draw(embedded.ref, uprightMatrix({ width, height, turn }, left, bottom));
    },
  });
}

async function pngStamp(document: PDFDocument, bytes: Uint8Array): Promise<Stamp> {
  const png = readPng(bytes);
  if (png === undefined) throw labelIsBroken();
  const { ref } = await embedImage(document, bytes, 'label');
  const { width, height } = printedSize(png);
  return {
    width,
    height,
    stamp: (canvas, x, y) => {
      canvas.draw(ref, [width, 0, 0, height, x, y]);
    },
  };
}

/** Points that a label image covers: the file's own density, else 4 × 6 inches if it has that shape, else 203 dpi. */
function printedSize({ width, height, density }: { width: number; height: number; density: number | undefined }): {
  width: number;
  height: number;
} {
  const [short, long] = FOUR_BY_SIX;
  const shape = Math.max(width, height) / Math.min(width, height);
  if (Math.abs(shape - long / short) < 0.01) {
    return width < height ? { width: short, height: long } : { width: long, height: short };
  }
  const perPoint = (density !== undefined && density >= 150 ? density : THERMAL_DENSITY) / 72;
  return { width: width / perPoint, height: height / perPoint };
}

function fitsPaper({ width, height }: { width: number; height: number }, { pageSize }: LabelAndSlipInput): boolean {
  const [paperWidth, paperHeight] = pageDimensions[pageSize];
  return width <= paperWidth - 2 * PRINTER_MARGIN && height <= paperHeight - 2 * PRINTER_MARGIN;
}

function placeOnPaper(document: PDFDocument, fonts: FontBook, input: LabelAndSlipInput, label: Stamp): void {
  if (!fitsPaper(label, input)) {
    const page = document.addPage([label.width, label.height]);
    const canvas = new Canvas(page, fonts);
    label.stamp(canvas, 0, 0);
    canvas.finish();
    return;
  }
  const sheet: Sheet = openSheet(document, fonts, input);
  const { canvas } = sheet;
  const bottom = canvas.height - PRINTER_MARGIN - label.height;
  label.stamp(canvas, (canvas.width - label.width) / 2, bottom);
  if (bottom >= GUIDE_HEIGHT) drawLabelGuide(sheet, bottom);
  canvas.finish();
}
