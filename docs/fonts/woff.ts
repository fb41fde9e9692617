import { inflateSync } from 'node:zlib';
import { viewOf, type Sfnt } from '../../lib/documents/fonts/sfnt';

const SIGNATURE = 0x774f4646;
const HEADER = 44;
const RECORD = 20;

export const isWoff = (bytes: Uint8Array): boolean => viewOf(bytes).getUint32(0) === SIGNATURE;

/** Unpacks a WOFF file, whose tables are packed one by one unless that would lengthen them. Source: W3C WOFF 1.0, 4 and 5. */
export function readWoff(bytes: Uint8Array): Sfnt {
  const view = viewOf(bytes);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < view.getUint16(12); index += 1) {
    const record = HEADER + RECORD * index;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const [offset, packedLength, length] = [4, 8, 12].map((field) => view.getUint32(record + field));
    const packed = bytes.subarray(offset, (offset ?? 0) + (packedLength ?? 0));
    tables.set(tag, packedLength === length ? packed : new Uint8Array(inflateSync(packed)));
  }
  return { tables };
}
