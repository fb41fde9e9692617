import { GREY, type Sheet } from '../slip/sheet';
import { drawCutLine } from '../slip/stub';

/** Most office printers leave 4 to 6 mm blank; 8 mm keep the label and its quiet zones clear of it. */
export const PRINTER_MARGIN = 22.7;
/** Room below the label for the fold line and the instructions; a taller label goes without. */
export const GUIDE_HEIGHT = 130;
const GAP = 26;

/** The fold line below the label and how to print and fix it. */
export function drawLabelGuide(sheet: Sheet, labelBottom: number): void {
  const { canvas, texts, left, width, block, rma } = sheet;
  const fold = labelBottom - GAP;
  drawCutLine(canvas, fold, texts.label.foldHere, sheet);
  let y = canvas.text(texts.label.heading, left, fold - 14, block(13, width, { bold: true, maxLines: 1 }));
  y = canvas.text(`${texts.rma} ${rma}`, left, y, block(9.5, width, { shade: GREY, maxLines: 1 }));
  for (const [index, step] of texts.label.steps.entries()) {
    canvas.text(`${index + 1}.`, left, y - 2, block(9.5, 16, { bold: true }));
    y = canvas.text(step, left + 16, y - 2, block(9.5, width - 16));
  }
}
