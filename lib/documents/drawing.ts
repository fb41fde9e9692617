import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { languageTags } from '../returns';
import type { LabelAndSlipInput, RenderedDocument, SlipInput } from './input';
import { drawLabelPages } from './label/pages';
import { FontBook } from './pdf/canvas';
import { drawHeader } from './slip/header';
import { drawInstructions } from './slip/instructions';
import { drawItems } from './slip/items';
import { GREY, openSheet } from './slip/sheet';
import { drawStub, STUB_HEIGHT } from './slip/stub';
import { cleanText } from './text/clean';
import { textsFor } from './texts';

/** Loaded by the first document only: see `loadDrawing`. */
export async function drawReturnSlip(input: SlipInput): Promise<RenderedDocument> {
  const document = await newDocument(input);
  const fonts = new FontBook(document);
  await addSlip(document, fonts, input, false);
  return finish(document, fonts);
}

export async function drawLabelAndSlip(input: LabelAndSlipInput): Promise<RenderedDocument> {
  const document = await newDocument(input);
  const fonts = new FontBook(document);
  await drawLabelPages(document, fonts, input);
  await addSlip(document, fonts, input, true);
  return finish(document, fonts);
}

async function newDocument({ dossier, shop, locale, createdAt }: SlipInput): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const texts = textsFor(locale);
  const at = new Date(createdAt ?? dossier.case.updatedAt);
  document.setTitle(`${texts.title} ${cleanText(dossier.case.rma)}`, { showInWindowTitleBar: true });
  document.setAuthor(cleanText(shop.name));
  document.setProducer('n8n-nodes-returns');
  document.setCreationDate(at);
  document.setModificationDate(at);
  document.catalog.set(PDFName.of('Lang'), PDFString.of(languageTags[locale]));
  return document;
}

async function addSlip(document: PDFDocument, fonts: FontBook, input: SlipInput, withLabel: boolean): Promise<void> {
  const sheet = openSheet(document, fonts, input);
  await drawHeader(sheet);
  drawItems(sheet);
  drawInstructions(sheet, { withLabel, stub: STUB_HEIGHT + 16 });
  drawStub(sheet);
  const pages = sheet.canvases.length;
  for (const [index, canvas] of sheet.canvases.entries()) {
    if (pages > 1) {
      const number = sheet.texts.page(index + 1, pages);
      canvas.text(number, sheet.left, 22, sheet.block(8, sheet.width, { shade: GREY, align: 'right' }));
    }
    canvas.finish();
  }
}

async function finish(document: PDFDocument, fonts: FontBook): Promise<RenderedDocument> {
  fonts.finish();
  const bytes = await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  return { bytes, pages: document.getPageCount() };
}
