import type { Order, ReturnRequest } from '../returns';

/** For a unit whose weight nobody has entered in the shop. */
const UNKNOWN_UNIT_GRAMS = 500;
const PACKAGING_GRAMS = 150;

/** What is packed: the lines that are asked back, of the order that knows their weight. */
export interface Goods {
  readonly order: Pick<Order, 'lines'>;
  readonly request: Pick<ReturnRequest, 'lines'>;
}

/** Grams of the whole parcel, packaging included; as of one unknown unit where the goods are not known. */
export function parcelWeight(goods: Goods | undefined): number {
  if (goods === undefined) return PACKAGING_GRAMS + UNKNOWN_UNIT_GRAMS;
  return goods.request.lines.reduce((sum, { orderLineId, quantity }) => {
    const line = goods.order.lines.find(({ id }) => id === orderLineId);
    return sum + quantity * (line?.weightGrams ?? UNKNOWN_UNIT_GRAMS);
  }, PACKAGING_GRAMS);
}
