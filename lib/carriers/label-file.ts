import type { Label } from '../returns';

const mimeTypes: Readonly<Record<Label['format'], string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  zpl: 'application/zpl',
};

/** What the file of a label is called, and what kind of file it is, whether it was just bought or is fetched again. */
export const labelFile = ({ trackingNumber, format }: Pick<Label, 'trackingNumber' | 'format'>) => ({
  fileName: `return-label-${trackingNumber}.${format}`,
  mimeType: mimeTypes[format],
});
