import { deliverRma, openAftersalesRequest, returnsOf, shipRma } from '../batch';
import { type Asked, attempt, type ControlRoute, returnSummary } from './route';
import { shipShape } from './ship-shape';
import { readWish } from './wish';

function ask({ world, body }: Asked): object {
  const wish = readWish(world, body);
  const batch = attempt(() => openAftersalesRequest(world, wish));
  return {
    aftersalesRequestId: batch.id,
    status: batch.status,
    returns: returnsOf(world, batch).map(returnSummary),
  };
}

/** Something that happens to the parcel of a batch. */
const onRma = (verb: string, effect: typeof shipRma): ControlRoute => ({
  path: `rmas/:id/${verb}`,
  handle: ({ world, id, body }) => {
    const rma = world.rmas.get(id);
    if (rma === undefined) throw new RangeError(`no RMA ${id}`);
    effect(world, rma, shipShape.parse(body));
    return { rmaId: rma.id, status: rma.status, returns: returnsOf(world, rma).map(returnSummary) };
  },
});

export const aftersalesRoutes: readonly ControlRoute[] = [
  { path: 'aftersales', status: 201, handle: ask },
  onRma('ship', shipRma),
  onRma('deliver', deliverRma),
];
