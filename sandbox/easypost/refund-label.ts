import type { SandboxContext } from '../core/context';
import { EasyPostError } from './errors';
import { emitEvent } from './events';
import type { Shipment } from './objects';
import { seconds } from './seconds';
import type { EasyPostStore } from './store';

/** Carriers give the postage back after they saw for a while that the label was not used. */
const decidedAfterMs = 24 * 60 * 60 * 1000;

/** Asks for the postage back, which is possible until the parcel is scanned. */
export function refundLabel(context: SandboxContext, store: EasyPostStore, shipment: Shipment): Shipment {
  if (shipment.postage_label === null) {
    throw new EasyPostError(422, 'SHIPMENT.POSTAGE.REQUIRED', 'Postage is required before a refund can be requested.');
  }
  const status = shipment.tracker?.status ?? 'unknown';
  if (shipment.refund_status !== null || (status !== 'unknown' && status !== 'pre_transit')) {
    throw new EasyPostError(422, 'SHIPMENT.REFUND.UNAVAILABLE', 'Refund is not available for this shipment.');
  }
  shipment.refund_status = 'submitted';
  shipment.updated_at = seconds(context.clock);
  store.refundRequests.set(shipment.id, context.clock.now().getTime());
  context.journal.record({
    provider: 'easypost',
    effect: 'label.refund-requested',
    reference: shipment.id,
    detail: { trackingCode: shipment.tracking_code },
  });
  return shipment;
}

/** Grants the refunds that have waited long enough on the sandbox's clock, and tells the webhooks. */
export function grantDueRefunds(context: SandboxContext, store: EasyPostStore): void {
  const now = context.clock.now().getTime();
  for (const [id, requestedAt] of store.refundRequests) {
    const shipment = store.shipments.get(id);
    if (shipment === undefined || now - requestedAt < decidedAfterMs) continue;
    store.refundRequests.delete(id);
    shipment.refund_status = 'refunded';
    for (const fee of shipment.fees) fee.refunded = true;
    context.journal.record({ provider: 'easypost', effect: 'label.refunded', reference: id, detail: {} });
    emitEvent(context, store, 'refund.successful', {
      id: `rfnd_${context.random.hex(32)}`,
      object: 'Refund',
      created_at: seconds(context.clock),
      updated_at: seconds(context.clock),
      tracking_code: shipment.tracking_code,
      confirmation_number: null,
      status: 'refunded',
      carrier: shipment.selected_rate?.carrier ?? null,
      shipment_id: id,
    });
  }
}
