import type { PDFDocument, PDFRef } from 'pdf-lib';
import { ReturnsError } from '../../returns';
import type { Canvas } from './canvas';
import { embedPixels, embedPngAsIs, isPng, readPng } from './png';
import { flattenPng } from './png-flatten';

interface Image {
  ref: PDFRef;
  width: number;
  height: number;
}

const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;

const unreadable = (what: string, cause?: unknown): ReturnsError =>
  new ReturnsError('invalid_input', `The ${what} is not a readable PNG or JPEG image`, {
    description: `Give the ${what} as a PNG or JPEG file and run the item again.`,
    cause,
  });

/** @throws ReturnsError `invalid_input` naming what the image is for */
export async function embedImage(document: PDFDocument, bytes: Uint8Array, what: string): Promise<Image> {
  try {
    if (isJpeg(bytes)) return sizeOf(await document.embedJpg(bytes));
    if (!isPng(bytes)) throw unreadable(what);
    const png = readPng(bytes);
    if (png === undefined) throw unreadable(what);
    const ref = embedPngAsIs(document.context, png);
    if (ref !== undefined) return { ref, width: png.width, height: png.height };
    const flat = flattenPng(png);
    if (flat !== undefined) return { ...png, ref: embedPixels(document.context, png, flat) };
    const image = await document.embedPng(bytes);
    await image.embed();
    return sizeOf(image);
  } catch (error) {
    throw error instanceof ReturnsError ? error : unreadable(what, error);
  }
}

const sizeOf = ({ ref, width, height }: Image): Image => ({ ref, width, height });

/** Draws a logo as large as its box allows, at the top left of it. */
export async function placeImage(
  document: PDFDocument,
  canvas: Canvas,
  bytes: Uint8Array,
  box: { x: number; top: number; width: number; height: number },
): Promise<void> {
  const { ref, width, height } = await embedImage(document, bytes, 'logo');
  const scale = Math.min(box.width / width, box.height / height);
  canvas.draw(ref, [width * scale, 0, 0, height * scale, box.x, box.top - height * scale]);
}
