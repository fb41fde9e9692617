import type { FastifyInstance } from 'fastify';
import { z } from 'zod/v4';
import { jsonBody } from '../core/body';
import type { SandboxContext } from '../core/context';
import { trackerStatuses } from './objects';
import type { EasyPostStore } from './store';
import { moveTracker } from './trackers';

const place = z.string().nullable().optional();

const movementShape = z.strictObject({
  status: z.enum(trackerStatuses),
  statusDetail: z.string().optional(),
  message: z.string().optional(),
  location: z.strictObject({ city: place, state: place, country: place, zip: place }).optional(),
});

/** What the carriers' scanners do. */
export function registerControl(app: FastifyInstance, context: SandboxContext, store: EasyPostStore): void {
  app.post('/control/easypost/trackers/:trackingCode/status', (request) => {
    const { trackingCode } = z.object({ trackingCode: z.string() }).parse(request.params);
    const tracker = store.findTracker(trackingCode);
    if (tracker === undefined) throw new RangeError('no parcel has this tracking code');
    const { location, ...movement } = movementShape.parse(jsonBody(request));
    const { city = null, state = null, country = null, zip = null } = location ?? {};
    return moveTracker(context, store, tracker, { ...movement, location: { city, state, country, zip } });
  });
}
