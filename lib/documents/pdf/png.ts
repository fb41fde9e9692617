import { PDFName, PDFRawStream, type PDFContext, type PDFRef } from 'pdf-lib';
import { viewOf } from '../fonts/sfnt';
import { deflated } from './deflated';
import type { FlatImage } from './png-flatten';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const METRES = 1;
const INCH = 0.0254;
const GREY = 0;
const RGB = 2;
const PALETTE = 3;

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

export interface PngFacts {
  width: number;
  height: number;
  /** Pixels per inch, when the file says so. */
  density: number | undefined;
}

export interface Png extends PngFacts {
  depth: number;
  colour: number;
  interlaced: boolean;
  transparent: boolean;
  palette: Uint8Array;
  data: Uint8Array[];
}

/** Reads the chunks of a PNG without unpacking its pixels; undefined when the file is broken. Source: PNG, third edition. */
export function readPng(bytes: Uint8Array): Png | undefined {
  const view = viewOf(bytes);
  const png: Png = {
    ...{ width: 0, height: 0, density: undefined, depth: 0, colour: 0, interlaced: false, transparent: false },
    palette: new Uint8Array(),
    data: [],
  };
  for (let at = SIGNATURE.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) return undefined;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const chunk = bytes.subarray(at + 8, end);
    if (type === 'IHDR' && length === 13) {
      png.width = view.getUint32(at + 8);
      png.height = view.getUint32(at + 12);
      png.depth = chunk[8] ?? 0;
      png.colour = chunk[9] ?? 0;
      png.interlaced = chunk[12] !== 0;
    }
    if (type === 'pHYs' && length === 9 && chunk[8] === METRES) png.density = view.getUint32(at + 8) * INCH;
    if (type === 'PLTE') png.palette = chunk;
    if (type === 'tRNS') png.transparent = true;
    if (type === 'IDAT') png.data.push(chunk);
    if (type === 'IEND') return png.width > 0 && png.height > 0 && png.data.length > 0 ? png : undefined;
    at = end + 4;
  }
  return undefined;
}

/**
 * Puts a PNG into the file as it is: PDF knows its compression and its filters (ISO 32000-2, 7.4.4.4). Carrier labels are
 * such files; unpacking and packing 4 million pixels again would take most of a document's time.
 * @returns undefined for transparent and interlaced files, whose pixels have to be unpacked
 */
export function embedPngAsIs(context: PDFContext, png: Png): PDFRef | undefined {
  const channels = png.colour === RGB ? 3 : 1;
  if (png.interlaced || png.transparent || ![GREY, RGB, PALETTE].includes(png.colour)) return undefined;
  const data = Buffer.concat(png.data);
  const palette = png.colour === PALETTE ? context.register(rawStream(context, png.palette)) : undefined;
  const image = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: png.width,
    Height: png.height,
    BitsPerComponent: png.depth,
    ColorSpace:
      palette === undefined
        ? channels === 3
          ? 'DeviceRGB'
          : 'DeviceGray'
        : ['Indexed', 'DeviceRGB', png.palette.length / 3 - 1, palette],
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: channels, BitsPerComponent: png.depth, Columns: png.width },
    Length: data.length,
  });
  return context.register(PDFRawStream.of(image, data));
}

/** Puts unpacked pixels into the file. */
export function embedPixels(context: PDFContext, { width, height }: PngFacts, { channels, pixels }: FlatImage): PDFRef {
  const image = deflated(context, pixels, { Width: width, Height: height, BitsPerComponent: 8 });
  image.dict.set(PDFName.of('Type'), PDFName.of('XObject'));
  image.dict.set(PDFName.of('Subtype'), PDFName.of('Image'));
  image.dict.set(PDFName.of('ColorSpace'), PDFName.of(channels === 3 ? 'DeviceRGB' : 'DeviceGray'));
  return context.register(image);
}

const rawStream = (context: PDFContext, bytes: Uint8Array): PDFRawStream =>
  PDFRawStream.of(context.obj({ Length: bytes.length }), bytes);
