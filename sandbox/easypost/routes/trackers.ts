import { z } from 'zod/v4';
import { missing } from '../errors';
import { listPage } from '../list';
import type { Tracker } from '../objects';
import { birthStatus, createTracker } from '../trackers';
import { type Asked, found, type Route } from './route';

const trackerShape = z.object({
  tracker: z.object({ tracking_code: z.string().min(1), carrier: z.string().nullish() }),
});

function create({ context, store, body }: Asked): Tracker {
  const read = trackerShape.safeParse(body);
  if (!read.success) throw missing('tracker.tracking_code');
  const { tracking_code: trackingCode, carrier } = read.data.tracker;
  const existing = store.findTracker(trackingCode);
  if (existing !== undefined && (!carrier || carrier === existing.carrier)) return existing;
  return createTracker(context, store, {
    trackingCode,
    carrier: carrier ?? 'USPS',
    status: birthStatus(trackingCode),
    shipmentId: null,
    isReturn: false,
    deliveryDays: null,
  });
}

function list({ store, query }: Asked): object {
  const { tracking_code: code, carrier } = query;
  const asked = [...store.trackers.values()].filter(
    (tracker) =>
      (code === undefined || tracker.tracking_code === code) && (carrier === undefined || tracker.carrier === carrier),
  );
  const { page, has_more } = listPage(asked, query);
  return { trackers: page, has_more };
}

const retrieve = ({ store, id }: Asked): Tracker => found(store.trackers.get(id) ?? store.findTracker(id));

function remove({ store, id }: Asked): object {
  found(store.trackers.get(id));
  store.trackers.delete(id);
  return { success: true };
}

export const trackerRoutes: readonly Route[] = [
  { method: 'POST', path: 'trackers', handle: create },
  { method: 'GET', path: 'trackers', handle: list },
  { method: 'GET', path: 'trackers/:id', handle: retrieve },
  { method: 'DELETE', path: 'trackers/:id', handle: remove },
];
