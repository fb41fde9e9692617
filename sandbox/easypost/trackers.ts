import type { SandboxContext } from '../core/context';
import { emitEvent } from './events';
import type { Tracker, TrackerStatus, TrackingDetail, TrackingLocation } from './objects';
import { seconds } from './seconds';
import type { EasyPostStore } from './store';

export interface NewTracker {
  trackingCode: string;
  carrier: string;
  status: TrackerStatus;
  shipmentId: string | null;
  isReturn: boolean;
  deliveryDays: number | null;
}

export interface Movement {
  status: TrackerStatus;
  statusDetail?: string | undefined;
  message?: string | undefined;
  location?: Partial<Omit<TrackingLocation, 'object'>> | undefined;
}

/** What a carrier says at each step when nobody told it to say something else. */
const usual: Readonly<Record<TrackerStatus, { detail: string; message: string }>> = {
  unknown: { detail: 'unknown', message: 'Status unknown' },
  pre_transit: { detail: 'label_created', message: 'Shipping label created' },
  in_transit: { detail: 'received_at_origin_facility', message: 'Accepted by the carrier' },
  out_for_delivery: { detail: 'out_for_delivery', message: 'Out for delivery' },
  delivered: { detail: 'arrived_at_destination', message: 'Delivered' },
  available_for_pickup: { detail: 'arrived_at_pickup_location', message: 'Available for pickup' },
  return_to_sender: { detail: 'return', message: 'Returning to sender' },
  failure: { detail: 'failure', message: 'Delivery failed' },
  cancelled: { detail: 'cancelled', message: 'Cancelled' },
  error: { detail: 'unknown', message: 'Tracking is not possible' },
};

const finalStatuses: readonly TrackerStatus[] = ['delivered', 'return_to_sender', 'failure', 'cancelled', 'error'];

/** The test codes of EasyPost's documentation, each born in its status. */
const testCodes: Readonly<Record<string, TrackerStatus>> = {
  EZ1000000001: 'pre_transit',
  EZ2000000002: 'in_transit',
  EZ3000000003: 'out_for_delivery',
  EZ4000000004: 'delivered',
  EZ5000000005: 'return_to_sender',
  EZ6000000006: 'failure',
  EZ7000000007: 'unknown',
};

/** The status in which a tracker of this code is born when it was not bought here. */
export const birthStatus = (trackingCode: string): TrackerStatus => testCodes[trackingCode] ?? 'unknown';

function detailOf(tracker: Tracker, movement: Movement, at: string): TrackingDetail {
  const { city = null, state = null, country = null, zip = null } = movement.location ?? {};
  return {
    object: 'TrackingDetail',
    message: movement.message ?? usual[movement.status].message,
    description: '',
    status: movement.status,
    status_detail: movement.statusDetail ?? usual[movement.status].detail,
    datetime: at,
    source: tracker.carrier,
    carrier_code: '',
    tracking_location: { object: 'TrackingLocation', city, state, country, zip },
    est_delivery_date: tracker.est_delivery_date,
  };
}

/** Starts following a parcel and tells the webhooks. */
export function createTracker(context: SandboxContext, store: EasyPostStore, input: NewTracker): Tracker {
  const now = seconds(context.clock);
  const id = `trk_${context.random.hex(32)}`;
  const days = input.deliveryDays ?? 3;
  const tracker: Tracker = {
    id,
    object: 'Tracker',
    mode: 'test',
    tracking_code: input.trackingCode,
    status: input.status,
    status_detail: usual[input.status].detail,
    created_at: now,
    updated_at: now,
    signed_by: null,
    weight: null,
    est_delivery_date: new Date(context.clock.now().getTime() + days * 86_400_000)
      .toISOString()
      .replace(/\.\d+Z$/, 'Z'),
    shipment_id: input.shipmentId,
    carrier: input.carrier,
    tracking_details: [],
    fees: [{ object: 'Fee', type: 'TrackerFee', amount: '0.00000', charged: true, refunded: false }],
    carrier_detail: null,
    finalized: finalStatuses.includes(input.status),
    is_return: input.isReturn,
    public_url: `${context.baseUrl('easypost')}/track/${input.trackingCode}`,
  };
  if (input.status !== 'unknown') tracker.tracking_details.push(detailOf(tracker, { status: input.status }, now));
  store.trackers.set(id, tracker);
  emitEvent(context, store, 'tracker.created', tracker);
  return tracker;
}

/** A scan: appends what the carrier saw, moves the tracker there and tells the webhooks. */
export function moveTracker(
  context: SandboxContext,
  store: EasyPostStore,
  tracker: Tracker,
  movement: Movement,
): Tracker {
  const now = seconds(context.clock);
  const previous = { status: tracker.status };
  const detail = detailOf(tracker, movement, now);
  tracker.tracking_details.push(detail);
  tracker.status = movement.status;
  tracker.status_detail = detail.status_detail;
  tracker.updated_at = now;
  tracker.finalized = finalStatuses.includes(movement.status);
  const shipment = store.shipments.get(tracker.shipment_id ?? '');
  if (shipment !== undefined) {
    shipment.status = tracker.status;
    shipment.updated_at = now;
    tracker.weight = shipment.parcel.weight;
  }
  context.journal.record({
    provider: 'easypost',
    effect: 'tracker.moved',
    reference: tracker.tracking_code,
    detail: { status: movement.status, statusDetail: detail.status_detail },
  });
  emitEvent(context, store, 'tracker.updated', tracker, previous);
  return tracker;
}
