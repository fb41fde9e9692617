import { brotliDecompressSync } from 'node:zlib';
import { viewOf, type Sfnt } from './sfnt';

/** The first entries of WOFF2's table of known tags; our files use no other. Source: W3C WOFF2, 4.1. */
const KNOWN_TAGS = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post', 'cvt ', 'fpgm', 'glyf', 'loca'];
const CUSTOM_TAG = 63;
const HEADER = 48;

/**
 * Unpacks a WOFF2 file whose glyphs are stored untransformed, as all files in this folder are: they then need no more
 * than the Brotli decoder that Node brings.
 */
export function readWoff2(bytes: Uint8Array): Sfnt {
  const view = viewOf(bytes);
  let at = HEADER;
  const next = (): number => {
    const byte = view.getUint8(at);
    at += 1;
    return byte;
  };
  const base128 = (): number => {
    let value = 0;
    for (let byte = 0x80; byte & 0x80;) {
      byte = next();
      value = value * 128 + (byte & 0x7f);
    }
    return value;
  };
  const sizes: [string, number][] = [];
  for (let count = view.getUint16(12); count > 0; count -= 1) {
    const known = next() & CUSTOM_TAG;
    const tag = KNOWN_TAGS[known] ?? String.fromCharCode(next(), next(), next(), next());
    sizes.push([tag, base128()]);
  }
  // A plain view, because `slice` of a Buffer does not copy and the subsetter changes its copies.
  const { buffer, byteOffset, length } = brotliDecompressSync(bytes.subarray(at, at + view.getUint32(20)));
  const content = new Uint8Array(buffer, byteOffset, length);
  const tables = new Map<string, Uint8Array>();
  let offset = 0;
  for (const [tag, size] of sizes) {
    tables.set(tag, content.subarray(offset, offset + size));
    offset += size;
  }
  return { tables };
}
