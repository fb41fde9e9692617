import { drawLabel, type LabelContent, labelHeight, labelWidth } from './drawing';
import { toPdf } from './pdf';
import { rasterize, toPng } from './raster';
import { toZpl } from './zpl';

export const labelFormats = ['PNG', 'PDF', 'ZPL'] as const;
export type LabelFormat = (typeof labelFormats)[number];

export const mediaTypes: Readonly<Record<LabelFormat, string>> = {
  PNG: 'image/png',
  PDF: 'application/pdf',
  ZPL: 'application/zpl',
};

/** Makes a label's file. */
export type PrintLabel = (content: LabelContent, format: LabelFormat) => Promise<Buffer>;

/** A label as a file. */
export async function printLabel(content: LabelContent, format: LabelFormat): Promise<Buffer> {
  const marks = drawLabel(content);
  switch (format) {
    case 'PNG':
      return toPng(rasterize(marks, labelWidth, labelHeight));
    case 'PDF':
      return toPdf(marks);
    case 'ZPL':
      return Buffer.from(toZpl(marks), 'utf8');
  }
}
