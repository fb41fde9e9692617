import { labelHeight, labelWidth, type Mark, type TextMark } from './drawing';
import { isLatinFontEnough, textOutline } from './outline';
import { Raster } from './raster';

/** Characters that steer the printer are written as their hexadecimal bytes. */
function fieldData(text: string): string {
  return text.replace(/[\^~_\\]/g, (letter) => `_${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A line that the printer's own font cannot write, as a picture. */
function graphicField(mark: TextMark): string {
  const outline = textOutline(mark.text, mark.size, mark.isBold);
  const bytesPerRow = Math.ceil(outline.width / 8);
  const raster = new Raster(bytesPerRow * 8, Math.ceil(mark.size * 1.3));
  raster.fill(outline.polygons, 0, mark.size);
  let hex = '';
  for (let row = 0; row < raster.height; row += 1) {
    for (let byte = 0; byte < bytesPerRow; byte += 1) {
      let bits = 0;
      for (let bit = 0; bit < 8; bit += 1) bits = bits * 2 + (raster.isInk(byte * 8 + bit, row) ? 1 : 0);
      hex += bits.toString(16).padStart(2, '0').toUpperCase();
    }
  }
  const size = bytesPerRow * raster.height;
  return `^FO${mark.x},${Math.round(mark.y - mark.size)}^GFA,${size},${size},${bytesPerRow},${hex}^FS`;
}

function command(mark: Mark): string {
  switch (mark.kind) {
    case 'text':
      return isLatinFontEnough(mark.text)
        ? `^FO${mark.x},${Math.round(mark.y - mark.size * 0.75)}^A0N,${mark.size},${mark.size}^FH_^FD${fieldData(mark.text)}^FS`
        : graphicField(mark);
    case 'box':
      return `^FO${mark.x},${mark.y}^GB${mark.width},${mark.height},${Math.min(mark.width, mark.height)}^FS`;
    case 'code128':
      return `^FO${mark.x},${mark.y}^BY${mark.module}^BCN,${mark.height},N,N,N,A^FD${mark.text}^FS`;
  }
}

/** The label for a thermal printer of 203 dots per inch, in UTF-8. */
export function toZpl(marks: readonly Mark[]): string {
  return ['^XA', '^CI28', `^PW${labelWidth}`, `^LL${labelHeight}`, ...marks.map(command), '^XZ', ''].join('\n');
}
