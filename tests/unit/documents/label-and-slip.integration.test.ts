import { deflateSync } from 'node:zlib';
import bwip from 'bwip-js';
import { degrees, PDFDocument } from 'pdf-lib';
import PdfKit from 'pdfkit';
import { drawLabelAndSlip, renderLabelAndSlip, type LabelFile, type PageSize } from '../../../lib/documents';
import { slipInput } from './fixtures/dossier';
import { readPdfs } from './fixtures/read-pdf';

const TRACKING = '1Z999AA10123456784';

/** A carrier's label as another library writes it. */
async function carrierLabel(options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const barcode = await bwip.toBuffer({ bcid: 'code128', text: TRACKING, scale: 3, height: 20 });
  return new Promise((resolve) => {
    const document = new PdfKit({ size: [288, 432], margin: 20, ...options });
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => {
      resolve(Buffer.concat(parts));
    });
    document.text('CARRIER LABEL');
    document.image(barcode, 20, 200, { width: 248 });
    document.end();
  });
}

const join = (bytes: Uint8Array, format: LabelFile['format'] = 'pdf', pageSize: PageSize = 'A4') =>
  renderLabelAndSlip({ ...slipInput({ input: { pageSize } }), label: { bytes, format } });

function png(
  width: number,
  height: number,
  { colour = 0, density }: { colour?: number; density?: number } = {},
): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const bytes = Buffer.alloc(12 + data.length);
    bytes.writeUInt32BE(data.length);
    bytes.write(type, 4, 'latin1');
    data.copy(bytes, 8);
    return bytes;
  };
  const channels = colour === 2 ? 3 : 1;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, colour], 8);
  const physical = Buffer.alloc(9);
  physical.writeUInt32BE(Math.round((density ?? 0) / 0.0254));
  physical.writeUInt32BE(Math.round((density ?? 0) / 0.0254), 4);
  physical[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(density === undefined ? [] : [chunk('pHYs', physical)]),
    chunk('IDAT', deflateSync(Buffer.alloc(height * (1 + width * channels), 0))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('label and slip in one file', () => {
  it('puts the label on the first page at 100 % of its size, with the slip after it', async () => {
    const [a4, letter] = readPdfs(await join(await carrierLabel()), await join(await carrierLabel(), 'pdf', 'Letter'));
    for (const document of [a4, letter]) {
      expect(document?.pages).toHaveLength(2);
      expect(document?.pages[0]?.placed[0]?.matrix?.slice(0, 4)).toEqual([1, 0, 0, 1]);
      expect(document?.pages[0]?.codes).toEqual([`Code128 ${TRACKING}`]);
      expect(document?.pages[0]?.text).toContain('CARRIER LABEL');
      expect(document?.pages[0]?.text).toContain('Print this page at 100 %');
      expect(document?.pages[1]?.text).toContain('Stick the shipping label flat');
    }
  });

  it('embeds a label whose cross-reference table is a compressed stream', async () => {
    const label = await PDFDocument.load(await carrierLabel());
    const [joined] = readPdfs(await join(await label.save({ useObjectStreams: true })));
    expect(joined?.pages[0]?.codes).toEqual([`Code128 ${TRACKING}`]);
  });

  it('turns a rotated label upright, still at 100 %', async () => {
    const label = await PDFDocument.load(await carrierLabel());
    label.getPage(0).setRotation(degrees(90));
    const [joined] = readPdfs(await join(await label.save()));
    const matrix = joined?.pages[0]?.placed[0]?.matrix ?? [];
    expect(matrix.slice(0, 4)).toEqual([0, -1, 1, 0]);
    expect(joined?.pages[0]?.codes).toEqual([`Code128 ${TRACKING}`]);
  });

  it('keeps a label as large as the paper on its own page', async () => {
    const [joined] = readPdfs(await join(await carrierLabel({ size: 'A4' }), 'pdf', 'Letter'));
    expect(joined?.pages.map(({ width }) => Math.round(width))).toEqual([595, 612]);
    expect(joined?.pages[0]?.codes).toEqual([`Code128 ${TRACKING}`]);
  });

  it('takes every page of a label, such as customs papers', async () => {
    const label = await PDFDocument.load(await carrierLabel());
    label.addPage([288, 432]).drawText('CN23');
    const { bytes, pages } = await drawLabelAndSlip({
      ...slipInput(),
      label: { bytes: await label.save(), format: 'pdf' },
    });
    expect(pages).toBe(3);
    expect(readPdfs(bytes)[0]?.pages[1]?.text).toContain('CN23');
  });

  it('opens a label that only forbids editing', async () => {
    const [joined] = readPdfs(await join(await carrierLabel({ ownerPassword: 'carrier', pdfVersion: '1.7' })));
    expect(joined?.pages[0]?.codes).toEqual([`Code128 ${TRACKING}`]);
  });

  it.each([
    ['4 × 6 inches at 203 dpi', png(812, 1218), [288, 432]],
    ['4 × 6 inches at 300 dpi', png(1200, 1800, { colour: 2 }), [288, 432]],
    ['the size its density says', png(1200, 1200, { density: 300 }), [288, 288]],
    ['203 dpi for another shape', png(812, 812), [288, 288]],
  ])('prints an image at %s', async (_, bytes, [width, height]) => {
    const [joined] = readPdfs(await join(bytes, 'png'));
    const matrix = joined?.pages[0]?.placed[0]?.matrix ?? [];
    expect([matrix[0], matrix[3]].map((side) => Math.round(side ?? 0))).toEqual([width, height]);
  });

  it('puts a real PNG label into the file, whatever the format was said to be', async () => {
    const bytes = await bwip.toBuffer({
      bcid: 'code128',
      text: TRACKING,
      scale: 3,
      height: 30,
      backgroundcolor: 'FFFFFF',
    });
    const [joined] = readPdfs(await join(bytes, 'pdf'));
    expect(joined?.pages[0]?.codes).toEqual([`Code128 ${TRACKING}`]);
  });

  it.each([
    ['ZPL', () => Buffer.from('^XA^FO50,50^FDx^FS^XZ'), 'unsupported', 'label printer'],
    ['a password', () => carrierLabel({ userPassword: 'secret', ownerPassword: 'more' }), 'unsupported', 'protection'],
    ['a cut-off file', async () => (await carrierLabel()).subarray(0, 500), 'invalid_input', 'cut off'],
    ['a cut-off image', () => png(812, 1218).subarray(0, 60), 'invalid_input', 'cut off'],
    ['an error page', () => Buffer.from('<html>Not found</html>'), 'invalid_input', 'error page'],
    ['nothing', () => Buffer.alloc(0), 'invalid_input', 'Ask the carrier'],
  ])('says what to do about %s', async (_, make, code, advice) => {
    const error: unknown = await join(await make()).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ name: 'ReturnsError', code });
    expect(error).toHaveProperty('description', expect.stringContaining(advice));
  });
});
