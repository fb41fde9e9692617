import { z } from 'zod/v4';
import type { Return } from '../model';
import { appeal, arbitrate } from '../returning/arbitrate';
import { acceptOffer, refuseOffer } from '../returning/offer';
import { editReturn, openReturn, withdraw } from '../returning/open-return';
import { deliverBack, shipBack } from '../returning/parcel';
import type { World } from '../world';
import { type Asked, attempt, type ControlRoute, returnSummary } from './route';
import { shipShape } from './ship-shape';
import { readWish } from './wish';

const editShape = z.strictObject({
  type: z.enum(['REFUND', 'RETURN_AND_REFUND', 'REPLACEMENT']),
  reason: z.string().optional(),
  note: z.string().optional(),
});

const verdictShape = z.strictObject({ inFavourOf: z.enum(['BUYER', 'SELLER']) });

function ask({ world, body }: Asked): object {
  const wish = readWish(world, body);
  return returnSummary(attempt(() => openReturn(world, { ...wish, role: 'BUYER' })));
}

/** Something that happens to a return; the answer is how it stands then. */
const on = (verb: string, effect: (world: World, entry: Return, body: unknown) => void): ControlRoute => ({
  path: `returns/:id/${verb}`,
  handle: ({ world, id, body }) => {
    const entry = world.returns.get(id);
    if (entry === undefined) throw new RangeError(`no return ${id}`);
    attempt(() => {
      effect(world, entry, body);
    });
    return returnSummary(entry);
  },
});

export const returnRoutes: readonly ControlRoute[] = [
  { path: 'returns', status: 201, handle: ask },
  on('ship', (world, entry, body) => {
    shipBack(world, entry, shipShape.parse(body));
  }),
  on('edit', (world, entry, body) => {
    editReturn(world, entry, editShape.parse(body));
  }),
  on('arbitrate', (world, entry, body) => {
    arbitrate(world, entry, verdictShape.parse(body).inFavourOf);
  }),
  on('deliver', deliverBack),
  on('withdraw', withdraw),
  on('accept-offer', acceptOffer),
  on('refuse-offer', refuseOffer),
  on('appeal', appeal),
];
