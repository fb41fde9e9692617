import bwipjs from 'bwip-js';
import PDFDocument from 'pdfkit';
import { z } from 'zod/v4';
import type { SandboxContext } from '../core/context';
import { EasyPostError, missing } from './errors';
import { latinFontFile } from './label/outline';
import { bytesOf } from './label/pdf';
import type { Form, Shipment } from './objects';
import { seconds } from './seconds';
import type { EasyPostStore, StoredFile } from './store';

const formShape = z.object({
  type: z.string(),
  barcode: z.string().optional(),
  line_items: z
    .array(
      z.object({
        product: z.object({ title: z.string().optional() }).optional(),
        units: z.unknown().optional(),
        quantity: z.union([z.string(), z.number()]).optional(),
      }),
    )
    .optional(),
});

type FormInput = z.infer<typeof formShape>;

const qrCode = (text: string): Promise<Buffer> =>
  bwipjs.toBuffer({ bcid: 'qrcode', text, scale: 8, padding: 4, backgroundcolor: 'FFFFFF' });

async function packingSlip(shipment: Shipment, input: FormInput): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 56, font: latinFontFile(false) });
  const bytes = bytesOf(document);
  const number = input.barcode ?? shipment.reference ?? shipment.id;
  const bars = await bwipjs.toBuffer({ bcid: 'code128', text: number, height: 12, scale: 3, includetext: true });
  document.fontSize(22).text('Return packing slip');
  document
    .fontSize(12)
    .moveDown()
    .text(`Return ${number}`)
    .text(`Parcel ${shipment.tracking_code ?? ''}`)
    .moveDown();
  for (const item of input.line_items ?? []) {
    document.text(`${item.quantity ?? 1} x ${item.product?.title ?? 'Item'}`);
  }
  document.moveDown().image(bars, { width: 240 });
  document.end();
  return bytes;
}

async function draw(shipment: Shipment, input: FormInput): Promise<StoredFile & { extension: string }> {
  switch (input.type) {
    case 'label_qr_code':
      return { extension: 'png', mediaType: 'image/png', bytes: await qrCode(shipment.tracking_code ?? shipment.id) };
    case 'rma_qr_code':
      return { extension: 'png', mediaType: 'image/png', bytes: await qrCode(shipment.reference ?? shipment.id) };
    case 'return_packing_slip':
      return { extension: 'pdf', mediaType: 'application/pdf', bytes: await packingSlip(shipment, input) };
    default:
      throw new EasyPostError(422, 'SHIPMENT.FORM.INVALID_TYPE', 'Invalid form type.', [
        { field: 'type', message: `${input.type} is not supported` },
      ]);
  }
}

/** Adds a form to a bought shipment: a QR code that is shown instead of a label, or a packing slip. */
export async function createForm(
  context: SandboxContext,
  store: EasyPostStore,
  shipment: Shipment,
  body: unknown,
): Promise<Shipment> {
  const read = z.object({ form: formShape }).safeParse(body);
  if (!read.success) throw missing('form.type');
  if (shipment.postage_label === null) {
    throw new EasyPostError(
      422,
      'SHIPMENT.POSTAGE.REQUIRED',
      'Postage must be purchased before a form can be generated.',
    );
  }
  const file = await draw(shipment, read.data.form);
  const now = seconds(context.clock);
  const id = `form_${context.random.hex(32)}`;
  const name = `${id}.${file.extension}`;
  store.files.set(name, file);
  const form: Form = {
    object: 'Form',
    id,
    created_at: now,
    updated_at: now,
    mode: 'test',
    form_type: read.data.form.type,
    form_url: `${context.baseUrl('easypost')}/forms/${name}`,
    submitted_electronically: null,
  };
  shipment.forms.push(form);
  return shipment;
}
