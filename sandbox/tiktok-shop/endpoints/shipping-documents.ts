import { z } from 'zod/v4';
import { commaList, type Endpoint, endpoint, none } from '../endpoint';
import { invalidParameter, statusRefused } from '../errors';
import type { Return } from '../model';
import type { Part } from '../multipart';
import { providerNameOf } from '../providers';
import { addRecord } from '../returning/set-status';
import { tellReturn } from '../webhooks';
import type { World } from '../world';

const partNames = ['return_shipping_label', 'return_qr_code', 'tracking_number', 'return_provider_id'] as const;
const largestBytes = 10 * 1024 * 1024;

interface Document {
  kind: 'SHIPPING_LABEL' | 'QR_CODE' | undefined;
  trackingNumber: string | undefined;
  providerId: string | undefined;
}

function documentOf(parts: readonly Part[]): Document {
  for (const { name, content } of parts) {
    if (!partNames.some((known) => known === name)) throw invalidParameter(name);
    if (content.length > largestBytes) throw invalidParameter(`${name} is too large`);
  }
  const text = (name: (typeof partNames)[number]): string | undefined => {
    const found = parts.find((part) => part.name === name)?.content.toString('utf8');
    return found === '' ? undefined : found;
  };
  const isThere = (name: (typeof partNames)[number]): boolean =>
    parts.some((part) => part.name === name && part.content.length > 0);
  const kind = isThere('return_shipping_label') ? 'SHIPPING_LABEL' : isThere('return_qr_code') ? 'QR_CODE' : undefined;
  const document = { kind, trackingNumber: text('tracking_number'), providerId: text('return_provider_id') } as const;
  if (kind === undefined && document.trackingNumber === undefined) throw invalidParameter('return_shipping_label');
  return document;
}

/** The seller's own label for the way back, in place of TikTok's. */
function attach(world: World, entry: Return, document: Document): void {
  if (entry.status !== 'AWAITING_BUYER_SHIP') throw statusRefused('upload shipping document');
  entry.method = 'SELLER_SHIPPED';
  entry.documentType = document.kind ?? entry.documentType;
  entry.returnShippingFee = 0;
  if (document.trackingNumber !== undefined) {
    const providerId = document.providerId ?? '6707206504077901825';
    entry.tracking = { number: document.trackingNumber, providerId, providerName: providerNameOf(providerId) };
  }
  entry.updateTime = world.now();
  addRecord(world, entry, 'SELLER', 'Seller uploaded a return shipping document');
  world.record('return-label.uploaded', entry.id, {
    orderId: entry.orderId,
    kind: document.kind ?? null,
    trackingNumber: document.trackingNumber ?? null,
  });
  tellReturn(world, entry);
}

export const shippingDocumentEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/return_refund/{version}/returns/shipping_documents',
    versions: ['202405'],
    scope: 'seller.return_refund.basic',
    isMultipart: true,
    query: z.strictObject({
      return_ids: commaList,
      return_id_type: z.enum(['RETURN', 'RMA']).default('RETURN'),
    }),
    body: none,
    handle: ({ world, shop, query, parts }) => {
      const { return_ids: ids, return_id_type: type } = query;
      if (ids.length === 0) throw invalidParameter('return_ids');
      const returnIds = type === 'RETURN' ? ids : ids.flatMap((id) => world.ensureRma(shop, id).returnIds);
      const entries = returnIds.map((id) => world.ensureReturn(shop, id));
      const document = documentOf(parts);
      for (const entry of entries) attach(world, entry, document);
      return {};
    },
  }),
];
