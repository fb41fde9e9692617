import { z } from 'zod/v4';
import { writeToShop } from '../conversing';
import { type Asked, type ControlRoute, orderOf } from './route';

const messageShape = z.strictObject({ orderId: z.string(), text: z.string().min(1) });

function write({ world, body }: Asked): object {
  const { orderId, text } = messageShape.parse(body);
  return writeToShop(world, orderOf(world, orderId), text);
}

export const messageRoutes: readonly ControlRoute[] = [{ path: 'messages', status: 201, handle: write }];
