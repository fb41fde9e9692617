import type { SandboxContext } from '../core/context';
import { EasyPostError } from './errors';
import type { LabelContent } from './label/drawing';
import { type LabelFormat, labelFormats, mediaTypes } from './label/print';
import type { PostageLabel, Shipment } from './objects';
import { seconds } from './seconds';
import { type EasyPostStore, labelFileName } from './store';

/** Names and numbers that the caller asked to have printed. */
function printedReferences({ reference, options }: Shipment): string[] {
  const printed = ['print_custom_1', 'print_custom_2', 'invoice_number'].map((name) => options[name]);
  return [...new Set([reference, ...printed])].filter(
    (text): text is string => typeof text === 'string' && text !== '',
  );
}

function contentOf(shipment: Shipment): LabelContent {
  const [sender, recipient] = shipment.is_return
    ? [shipment.to_address, shipment.from_address]
    : [shipment.from_address, shipment.to_address];
  return {
    carrier: shipment.selected_rate?.carrier ?? '',
    service: shipment.selected_rate?.service ?? '',
    isReturn: shipment.is_return,
    sender,
    recipient,
    weight: shipment.parcel.weight,
    date: shipment.postage_label?.label_date.slice(0, 10) ?? shipment.updated_at.slice(0, 10),
    references: printedReferences(shipment),
    trackingCode: shipment.tracking_code ?? '',
  };
}

/** A label format by its name in any case, or EasyPost's refusal. */
export function readFormat(name: unknown): LabelFormat {
  const wanted = typeof name === 'string' ? name.toUpperCase() : 'PNG';
  const format = labelFormats.find((known) => known === wanted);
  if (format !== undefined) return format;
  if (wanted === 'EPL2') {
    throw new EasyPostError(422, 'SHIPMENT.POSTAGE.FORMAT_UNAVAILABLE', 'This label cannot be converted to EPL2.');
  }
  throw new EasyPostError(
    422,
    'SHIPMENT.POSTAGE.INVALID_FORMAT',
    'Invalid label format. Allowed formats: PNG, PDF, ZPL, EPL2.',
  );
}

/** Prints a bought shipment's label in one format, once, and answers where it can be fetched. */
export async function printPostage(
  context: SandboxContext,
  store: EasyPostStore,
  shipment: Shipment,
  format: LabelFormat,
): Promise<string> {
  const label = shipment.postage_label;
  if (label === null)
    throw new EasyPostError(
      422,
      'SHIPMENT.POSTAGE.REQUIRED',
      'Postage must be purchased before a label can be printed.',
    );
  const name = labelFileName(label.id, format);
  if (!store.files.has(name)) {
    store.files.set(name, { mediaType: mediaTypes[format], bytes: await store.print(contentOf(shipment), format) });
  }
  const url = `${context.baseUrl('easypost')}/labels/${name}`;
  if (format === 'PDF') label.label_pdf_url = url;
  if (format === 'ZPL') label.label_zpl_url = url;
  label.updated_at = seconds(context.clock);
  return url;
}

/** A label that is about to be printed. */
export function newLabel(context: SandboxContext, format: LabelFormat): PostageLabel {
  const now = seconds(context.clock);
  const id = `pl_${context.random.hex(32)}`;
  return {
    object: 'PostageLabel',
    id,
    created_at: now,
    updated_at: now,
    date_advance: 0,
    integrated_form: 'none',
    label_date: now,
    label_resolution: format === 'PDF' ? 300 : 203,
    label_size: '4x6',
    label_type: 'default',
    label_file_type: mediaTypes[format],
    label_url: `${context.baseUrl('easypost')}/labels/${labelFileName(id, format)}`,
    label_pdf_url: null,
    label_zpl_url: null,
    label_epl2_url: null,
    label_file: null,
  };
}
