import type { HttpClient } from '../../http';
import type { Tracking } from '../../returns';
import type { TrackingKey } from '../carrier';
import { trackingStatusOf, type TrackingWords } from '../tracking-vocabulary';
import { carrierNameOf } from './carrier-names';
import { trackerSchema, type Tracker } from './shapes';

/** By tracker id, or by number: EasyPost answers the tracker that a number has already, and starts one otherwise. */
export async function track(client: HttpClient, key: TrackingKey): Promise<Tracking> {
  if ('trackerId' in key) {
    const path = `/v2/trackers/${encodeURIComponent(key.trackerId)}`;
    return readTracking(
      await client.request({ method: 'GET', path, parse: trackerSchema() }),
      client.environment.now(),
    );
  }
  const tracker = { tracking_code: key.trackingNumber, ...(key.carrier && { carrier: key.carrier }) };
  const answer = await client.request({
    method: 'POST',
    path: '/v2/trackers',
    json: { tracker },
    retry: 'always',
    parse: trackerSchema(),
  });
  return readTracking(answer, client.environment.now());
}

/** EasyPost's statuses, and the details that tell more than the `in_transit` they come with. */
const statusWords: TrackingWords = {
  pre_transit: 'pre_transit',
  in_transit: 'in_transit',
  out_for_delivery: 'out_for_delivery',
  available_for_pickup: 'available_for_pickup',
  delivered: 'delivered',
  return_to_sender: 'returned_to_sender',
  failure: 'exception',
  error: 'exception',
  cancelled: 'cancelled',
  unknown: 'unknown',
};
const detailWords: TrackingWords = { delivery_exception: 'attempt_failed', lost: 'exception', damaged: 'exception' };

/** @param now milliseconds since 1970, for a tracker that names no time at all */
export function readTracking(tracker: Tracker, now: number): Tracking {
  const details = tracker.tracking_details ?? [];
  const newest = details
    .filter(({ datetime }) => timeOf(datetime) !== undefined)
    .toSorted(byTime)
    .at(-1);
  const status = trackingStatusOf(statusWords, tracker.status);
  const detail = tracker.status_detail ?? newest?.status_detail;
  const place = newest?.tracking_location;
  const location = [place?.city, place?.country].filter(Boolean).join(', ');
  const at = timeOf(newest?.datetime) ?? timeOf(tracker.updated_at) ?? timeOf(tracker.created_at) ?? now;
  return {
    trackingNumber: tracker.tracking_code,
    carrier: tracker.carrier ?? 'unknown',
    ...carrierNameOf(tracker.carrier ?? ''),
    status: status === 'in_transit' ? (detailWords[detail ?? ''] ?? status) : status,
    carrierStatus: [tracker.status ?? 'unknown', detail].filter(Boolean).join('/'),
    at: new Date(at).toISOString(),
    ...(newest?.message && { message: newest.message }),
    ...(location && { location }),
    provider: 'easypost',
  };
}

function timeOf(text: string | null | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
}

type Detail = NonNullable<Tracker['tracking_details']>[number];
const byTime = (one: Detail, other: Detail): number => (timeOf(one.datetime) ?? 0) - (timeOf(other.datetime) ?? 0);
