import type { SandboxContext } from '../core/context';
import { carriers } from './carriers';
import { EasyPostError } from './errors';
import type { Rate, Shipment } from './objects';
import { newLabel, printPostage, readFormat } from './print-postage';
import { seconds } from './seconds';
import type { EasyPostStore } from './store';
import { createTracker } from './trackers';

const inProgress = new WeakSet<Shipment>();

function ensureBuyable(shipment: Shipment, rateId: string | undefined): Rate {
  if (shipment.postage_label !== null) {
    throw new EasyPostError(422, 'SHIPMENT.POSTAGE.EXISTS', 'Postage already exists for this shipment.');
  }
  if (inProgress.has(shipment)) {
    throw new EasyPostError(
      422,
      'SHIPMENT.PURCHASE.IN_PROGRESS',
      'A purchase of this shipment is already in progress.',
    );
  }
  if (rateId === undefined) {
    throw new EasyPostError(422, 'SHIPMENT.MISSING_RATE', 'A rate is required to purchase a shipment.', [
      { field: 'rate', message: 'cannot be blank' },
    ]);
  }
  const rate = shipment.rates.find((offered) => offered.id === rateId);
  if (rate === undefined) {
    throw new EasyPostError(404, 'RATE.NOT_FOUND', 'The rate could not be found for this shipment.');
  }
  return rate;
}

/** Buys postage at a rate of this shipment: label, tracking code, tracker, fee. Once only. */
export async function buyShipment(
  context: SandboxContext,
  store: EasyPostStore,
  shipment: Shipment,
  rateId: string | undefined,
): Promise<Shipment> {
  const rate = ensureBuyable(shipment, rateId);
  const format = readFormat(shipment.options['label_format'] ?? 'PNG');
  const carrier = carriers.find((known) => known.name === rate.carrier);
  const postage = {
    selected_rate: { ...rate },
    tracking_code: carrier?.trackingCode(context.random) ?? context.random.digits(12),
    postage_label: newLabel(context, format),
  };
  inProgress.add(shipment);
  try {
    // Printed from a copy: nothing is bought when the label cannot be made.
    await printPostage(context, store, { ...shipment, ...postage }, format);
  } finally {
    inProgress.delete(shipment);
  }
  Object.assign(shipment, postage);
  shipment.fees = [
    { object: 'Fee', type: 'LabelFee', amount: '0.00000', charged: true, refunded: false },
    { object: 'Fee', type: 'PostageFee', amount: `${rate.rate}000`, charged: true, refunded: false },
  ];
  shipment.tracker = createTracker(context, store, {
    trackingCode: postage.tracking_code,
    carrier: rate.carrier,
    status: 'pre_transit',
    shipmentId: shipment.id,
    isReturn: shipment.is_return,
    deliveryDays: rate.delivery_days,
  });
  shipment.status = shipment.tracker.status;
  shipment.updated_at = seconds(context.clock);
  context.journal.record({
    provider: 'easypost',
    effect: 'label.bought',
    reference: shipment.id,
    detail: {
      reference: shipment.reference,
      trackingCode: shipment.tracking_code,
      carrier: rate.carrier,
      service: rate.service,
      rate: rate.rate,
      currency: rate.currency,
    },
  });
  return shipment;
}
