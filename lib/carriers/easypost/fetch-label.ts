import { z } from 'zod/v4';
import { downloadFile, type HttpClient } from '../../http';
import { parseDecimal, ReturnsError, type Label } from '../../returns';
import type { ReturnLabel } from '../carrier';
import { carrierNameOf } from './carrier-names';
import { postageLabelSchema, type Shipment } from './shapes';

type Format = Label['format'];
type PostageLabel = z.output<ReturnType<typeof postageLabelSchema>>;

/** The label of a bought shipment, as chapter and as file. */
export async function fetchLabel(client: HttpClient, shipment: Shipment, format: Format): Promise<ReturnLabel> {
  const label = await describeLabel(client, shipment, format);
  const file = await downloadLabel(client, label);
  return { label, file };
}

/** @throws ReturnsError `unexpected_answer` when the file is not of the label's format, e.g. an error page */
export async function downloadLabel(client: HttpClient, label: Label): Promise<Uint8Array> {
  const { bytes } = await downloadFile(client, label.url, client.environment);
  if (isOfFormat(bytes, label.format)) return bytes;
  throw new ReturnsError('unexpected_answer', `The label file is no ${label.format.toUpperCase()}`, {
    provider: 'easypost',
    description: 'Open the label in the EasyPost dashboard, or ask for another format.',
    context: { shipmentId: label.shipmentId },
  });
}

function isOfFormat(bytes: Uint8Array, format: Format): boolean {
  const start = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  if (format === 'pdf') return start.includes('%PDF-');
  if (format === 'png') return start.startsWith('\x89PNG\r\n');
  return /\^XA/i.test(start);
}

async function describeLabel(client: HttpClient, shipment: Shipment, format: Format): Promise<Label> {
  const { postage_label: postage, selected_rate: rate, tracking_code: trackingNumber, tracker } = shipment;
  if (!postage || !rate || !trackingNumber) throw incomplete(shipment.id);
  const url = urlOf(postage, format) ?? urlOf(await convert(client, shipment.id, format), format);
  if (!url) throw incomplete(shipment.id);
  return {
    carrier: rate.carrier,
    ...carrierNameOf(rate.carrier),
    service: rate.service,
    trackingNumber,
    ...(tracker?.public_url && { trackingUrl: tracker.public_url }),
    url,
    format,
    cost: parseDecimal(rate.rate, rate.currency),
    shipmentId: shipment.id,
    ...(tracker && { trackerId: tracker.id }),
    provider: 'easypost',
    createdAt: new Date(postage.created_at ?? client.environment.now()).toISOString(),
  };
}

function urlOf(postage: PostageLabel, format: Format): string | undefined {
  const type = postage.label_file_type ?? '';
  if (postage.label_url && type.includes(format)) return postage.label_url;
  if (format === 'pdf') return postage.label_pdf_url ?? undefined;
  if (format === 'zpl') return postage.label_zpl_url ?? undefined;
  return undefined;
}

/** Asks for the label in another format than it was bought in. A repeat answers the same file. */
async function convert(client: HttpClient, shipmentId: string, format: Format): Promise<PostageLabel> {
  const path = `/v2/shipments/${encodeURIComponent(shipmentId)}/label`;
  const query = { file_format: format.toUpperCase() };
  const parse = z.object({ postage_label: postageLabelSchema() });
  return (await client.request({ method: 'GET', path, query, parse })).postage_label;
}

function incomplete(shipmentId: string): ReturnsError {
  return new ReturnsError('unexpected_answer', 'EasyPost sold a label but answered without its file', {
    provider: 'easypost',
    description: 'Open the shipment in the EasyPost dashboard.',
    context: { shipmentId },
  });
}
