import PDFDocument from 'pdfkit';
import type { LabelFile, SlipInput } from '../../lib/documents';
import { addressLines, slipFacts, slipLines } from '../../lib/documents/slip/content';
import { textsFor } from '../../lib/documents/texts';
import { drawCode128, drawQr } from './peer-barcodes';
import type { PeerFonts } from './peer-fonts';

const LEFT = 40;
const WIDTH = 515;
const GREY = '#5c5c5c';

/** The slip of `renderReturnSlip` drawn with pdfkit: the same texts, fonts, codes, table and cut line; no tidying. */
export function drawPeerSlip(fonts: PeerFonts, input: SlipInput, label?: LabelFile): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', margin: 0 });
  const finished = collect(doc);
  doc.registerFont('regular', fonts.regular);
  doc.registerFont('bold', fonts.bold);
  if (label !== undefined) {
    drawLabelPage(doc, input, label);
    doc.addPage();
  }
  drawHeader(doc, input);
  drawItems(doc, input);
  drawInstructions(doc, input, label !== undefined);
  drawStub(doc, input);
  doc.end();
  return finished;
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.once('error', reject);
    doc.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
  });
}

interface Style {
  bold?: boolean;
  color?: string;
  align?: 'left' | 'right';
}

/** Writes text within a width and answers where the next line goes. */
function write(
  doc: PDFKit.PDFDocument,
  text: string,
  x: number,
  y: number,
  size: number,
  width: number,
  { bold = false, color = 'black', align = 'left' }: Style = {},
): number {
  doc
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(color)
    .text(text, x, y, { width, align });
  return doc.y;
}

function drawHeader(doc: PDFKit.PDFDocument, input: SlipInput): void {
  const { dossier, shop, locale } = input;
  const texts = textsFor(locale);
  write(doc, shop.name, LEFT, 40, 16, 250, { bold: true });
  write(doc, texts.title, LEFT + 257, 40, 20, 258, { bold: true, align: 'right' });
  doc.moveTo(LEFT, 92).lineTo(555, 92).stroke();
  write(doc, texts.rma, LEFT, 104, 9, 390, { color: GREY });
  write(doc, dossier.case.rma, LEFT, 116, 30, 390, { bold: true });
  drawCode128(doc, dossier.case.rma, LEFT, 158, 44);
  drawQr(doc, dossier.case.rma, 451, 96, 104);
  const facts = slipFacts(input);
  for (const [index, { label, value }] of facts.entries()) {
    const x = LEFT + (index * WIDTH) / facts.length;
    write(doc, label, x, 216, 8.5, 120, { color: GREY });
    write(doc, value, x, 228, 10.5, 120, { bold: true });
  }
  const { shippingAddress } = dossier.order;
  const sides = [
    { label: texts.from, lines: shippingAddress === undefined ? [] : addressLines(shippingAddress, locale) },
    { label: texts.returnTo, lines: addressLines(shop.returnAddress, locale) },
  ];
  for (const [index, { label, lines }] of sides.entries()) {
    const x = LEFT + (index * WIDTH) / 2;
    const top = write(doc, label, x, 256, 8.5, 245, { color: GREY });
    lines.reduce((y, line) => write(doc, line, x, y, 10, 245), top);
  }
}

function drawItems(doc: PDFKit.PDFDocument, { dossier, locale }: SlipInput): void {
  const texts = textsFor(locale);
  const columns = { item: LEFT, sku: 277, quantity: 380, reason: 421 };
  doc.rect(36, 360, 523, 17).fill('#ebebeb');
  for (const name of ['item', 'sku', 'quantity', 'reason'] as const) {
    write(doc, texts.columns[name], columns[name], 362, 9, 130, { bold: true });
  }
  for (const [index, { line, quantity }] of slipLines(dossier.case.lines).entries()) {
    const y = 382 + index * 38;
    const below = write(doc, line.title, columns.item, y, 10, 229);
    write(doc, line.variantTitle ?? '', columns.item, below, 9, 229, { color: GREY });
    write(doc, line.sku ?? '', columns.sku, y, 9, 95);
    write(doc, String(quantity), columns.quantity, y, 10, 33, { bold: true, align: 'right' });
    write(doc, texts.reasons[line.reason], columns.reason, y, 10, 134);
    doc
      .moveTo(36, y + 33)
      .lineTo(559, y + 33)
      .stroke('#bfbfbf');
  }
}

function drawInstructions(doc: PDFKit.PDFDocument, { dossier, shop, locale }: SlipInput, withLabel: boolean): void {
  const { packing, next } = textsFor(locale);
  let y = write(doc, packing.heading, LEFT, 505, 11.5, WIDTH, { bold: true });
  for (const [index, step] of (withLabel ? packing.stepsWithLabel : packing.steps).entries()) {
    write(doc, `${index + 1}.`, LEFT, y, 9.5, 16, { bold: true });
    y = write(doc, step, LEFT + 16, y, 9.5, WIDTH - 16);
  }
  y = write(doc, next.heading, LEFT, y + 8, 11.5, WIDTH, { bold: true });
  y = write(doc, next.byResolution[dossier.case.resolution], LEFT, y, 9.5, WIDTH);
  if (shop.supportEmail !== undefined) write(doc, next.questions(shop.supportEmail), LEFT, y, 9.5, WIDTH);
}

function drawStub(doc: PDFKit.PDFDocument, { dossier, shop, locale }: SlipInput): void {
  const texts = textsFor(locale);
  doc.dash(4, { space: 3 }).moveTo(12, 692).lineTo(583, 692).stroke('#404040').undash();
  write(doc, texts.cutHere, LEFT + 4, 681, 7.5, 200, { color: GREY });
  write(doc, texts.stub, LEFT, 708, 8, 288, { color: GREY });
  write(doc, dossier.case.rma, LEFT, 720, 16, 288, { bold: true });
  drawCode128(doc, dossier.case.rma, LEFT, 746, 54);
  const top = write(doc, texts.returnTo, 338, 708, 8, 217, { color: GREY });
  addressLines(shop.returnAddress, locale).reduce((y, line) => write(doc, line, 338, y, 10.5, 217), top);
}

/** The label at its own size as an image; pdfkit takes no PDF. */
function drawLabelPage(doc: PDFKit.PDFDocument, { dossier, locale }: SlipInput, { bytes }: LabelFile): void {
  const { label, rma } = textsFor(locale);
  doc.image(Buffer.from(bytes), (595.28 - 288) / 2, 22.7, { width: 288, height: 432 });
  doc.dash(4, { space: 3 }).moveTo(12, 481).lineTo(583, 481).stroke('#404040').undash();
  write(doc, label.foldHere, LEFT + 4, 470, 7.5, 200, { color: GREY });
  write(doc, label.heading, LEFT, 495, 13, WIDTH, { bold: true });
  let y = write(doc, `${rma} ${dossier.case.rma}`, LEFT, 511, 9.5, WIDTH, { color: GREY });
  for (const [index, step] of label.steps.entries()) {
    write(doc, `${index + 1}.`, LEFT, y, 9.5, 16, { bold: true });
    y = write(doc, step, LEFT + 16, y, 9.5, WIDTH - 16);
  }
}
