import { z } from 'zod/v4';
import { notifyUnknown } from '../webhooks';
import type { Asked, ControlRoute } from './route';

const eventShape = z.strictObject({ type: z.int(), data: z.record(z.string(), z.unknown()).default({}) });

function tell({ world, body }: Asked): object {
  const { type, data } = eventShape.parse(body);
  notifyUnknown(world, world.mainShop(), type, data);
  return { ok: true };
}

export const eventRoutes: readonly ControlRoute[] = [{ path: 'events', handle: tell }];
