import { deflateSync } from 'node:zlib';
import { PDFRawStream, type PDFContext } from 'pdf-lib';

/** A compressed stream. Node's zlib is several times faster here than the JavaScript one that pdf-lib brings. */
export function deflated(context: PDFContext, bytes: Uint8Array, entries: Record<string, number> = {}): PDFRawStream {
  const packed = deflateSync(bytes);
  return PDFRawStream.of(context.obj({ ...entries, Filter: 'FlateDecode', Length: packed.length }), packed);
}
