/** The tables of a TrueType font, by tag. */
export interface Sfnt {
  tables: ReadonlyMap<string, Uint8Array>;
}

const HEADER = 12;
const RECORD = 16;

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function readSfnt(bytes: Uint8Array): Sfnt {
  const view = viewOf(bytes);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = HEADER + RECORD * index;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const offset = view.getUint32(record + 8);
    tables.set(tag, bytes.subarray(offset, offset + view.getUint32(record + 12)));
  }
  return { tables };
}

/** Lays tables out as a TrueType file. Checksums stay zero: neither HarfBuzz nor a PDF reader looks at them. */
export function writeSfnt({ tables }: Sfnt): Uint8Array {
  const sorted = [...tables].sort(([left], [right]) => (left < right ? -1 : 1));
  const padded = (length: number): number => (length + 3) & ~3;
  const directory = HEADER + RECORD * sorted.length;
  const bytes = new Uint8Array(sorted.reduce((sum, [, data]) => sum + padded(data.length), directory));
  const view = viewOf(bytes);
  const power = Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  view.setUint16(6, RECORD * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, RECORD * (sorted.length - 2 ** power));
  let offset = directory;
  for (const [index, [tag, data]] of sorted.entries()) {
    const record = HEADER + RECORD * index;
    for (let letter = 0; letter < 4; letter += 1) bytes[record + letter] = tag.charCodeAt(letter);
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, data.length);
    bytes.set(data, offset);
    offset += padded(data.length);
  }
  return bytes;
}
