import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create } from 'fontkit';
import { writeSfnt } from '../../lib/documents/fonts/sfnt';
import { readWoff2 } from '../../lib/documents/fonts/woff2';
import { projectFolder } from '../measuring/built';

type FontSource = PDFKit.Mixins.PDFFontSource;

export interface PeerFonts {
  readonly regular: FontSource;
  readonly bold: FontSource;
}

/**
 * Our own two fonts, unpacked and opened once for all documents, as ours are. pdfkit's usual way, a file or its bytes,
 * opens them anew for each document, which makes it some ten times slower.
 */
export const peerFonts = (): PeerFonts => ({ regular: openFont('sans'), bold: openFont('sans-bold') });

function openFont(name: string): FontSource {
  const { tables } = readWoff2(readFileSync(path.join(projectFolder, `lib/documents/fonts/${name}.woff2`)));
  const opened: unknown = create(Buffer.from(writeSfnt({ tables: new Map([...tables, ['post', postTable()]]) })));
  if (isFontSource(opened)) return opened;
  throw new Error(`the font ${name} cannot be opened`);
}

/** pdfkit takes any object that lays text out; its type definitions do not say so. */
const isFontSource = (opened: unknown): opened is FontSource =>
  typeof opened === 'object' && opened !== null && 'layout' in opened;

/** pdfkit reads a table that our files leave out. Version 3 names no glyphs. Source: OpenType, `post`. */
function postTable(): Uint8Array {
  const table = new Uint8Array(32);
  table.set([0, 3]);
  return table;
}
