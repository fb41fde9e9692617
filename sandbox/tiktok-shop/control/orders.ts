import { moveOrder } from '../move-order';
import { orderShape, seededOrder, seedOrder } from '../seed-order';
import { type Asked, type ControlRoute, orderOf } from './route';

const place = ({ world, body }: Asked): object => seededOrder(seedOrder(world, orderShape.parse(body)));

const move = (step: 'ship' | 'deliver' | 'complete'): ControlRoute => ({
  path: `orders/:id/${step}`,
  handle: ({ world, id }) => seededOrder(moveOrder(world, orderOf(world, id), step)),
});

export const orderRoutes: readonly ControlRoute[] = [
  { path: 'orders', status: 201, handle: place },
  move('ship'),
  move('deliver'),
  move('complete'),
];
