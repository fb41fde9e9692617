import { type Inspection } from '../../returns';
import { gid } from './gid';
import type { Restocked, ShopifyReturn } from './types';

export interface DisposeInput {
  readonly reverseFulfillmentOrderLineItemId: string;
  readonly quantity: number;
  readonly dispositionType: Restocked['disposition'];
  readonly locationId?: string;
}

export interface PlannedDisposition {
  readonly input: DisposeInput;
  readonly orderLineId: string;
  /** The return line that the goods belong to. */
  readonly returnLineId: string;
}

type InspectedLine = Inspection['lines'][number];

/** Shopify only needs to know whether the goods go back on sale. */
export function dispositionOf({ grade, disposition }: InspectedLine): Restocked['disposition'] {
  if (grade === 'missing') return 'MISSING';
  return disposition === 'restock' ? 'RESTOCKED' : 'NOT_RESTOCKED';
}

/**
 * What is left to tell Shopify of an inspection. Pure.
 * @param cumulative whether what Shopify has on record counts as part of this inspection: an attempt that may have
 *   happened must not be repeated, while a second parcel must not be taken for the first
 */
export function planDispositions(
  value: ShopifyReturn,
  inspection: Inspection,
  locationOf: (orderLineId: string) => string | undefined,
  cumulative: boolean,
): PlannedDisposition[] {
  const shelves = openShelves(value);
  const recorded = cumulative ? recordedUnits(value) : new Map<string, number>();
  return inspection.lines.flatMap((line) => {
    const orderLineId = gid('LineItem', line.orderLineId);
    const dispositionType = dispositionOf(line);
    const key = `${orderLineId} ${dispositionType}`;
    const done = Math.min(line.quantity, recorded.get(key) ?? 0);
    recorded.set(key, (recorded.get(key) ?? 0) - done);
    let left = line.quantity - done;
    const planned: PlannedDisposition[] = [];
    for (const shelf of shelves.filter((candidate) => candidate.orderLineId === orderLineId)) {
      const quantity = Math.min(left, shelf.left);
      if (quantity <= 0) continue;
      shelf.left -= quantity;
      left -= quantity;
      const locationId = dispositionType === 'RESTOCKED' ? locationOf(orderLineId) : undefined;
      const place = locationId === undefined ? {} : { locationId };
      const input = { reverseFulfillmentOrderLineItemId: shelf.id, quantity, dispositionType, ...place };
      planned.push({ input, orderLineId, returnLineId: shelf.returnLineId });
    }
    return planned;
  });
}

/** Reverse fulfilment lines with units that were not disposed of, and the order line that they belong to. */
function openShelves(value: ShopifyReturn): { id: string; orderLineId: string; returnLineId: string; left: number }[] {
  return value.reverseOrders.flatMap(({ lines }) =>
    lines.flatMap((line) => {
      const sold = value.lines.find(({ fulfillmentLineId }) => fulfillmentLineId === line.fulfillmentLineId);
      if (line.fulfillmentLineId === undefined || sold?.orderLineId === undefined) return [];
      const disposed = line.disposed.reduce((sum, { quantity }) => sum + quantity, 0);
      return [{ id: line.id, orderLineId: sold.orderLineId, returnLineId: sold.id, left: line.quantity - disposed }];
    }),
  );
}

function recordedUnits(value: ShopifyReturn): Map<string, number> {
  const units = new Map<string, number>();
  for (const line of value.reverseOrders.flatMap(({ lines }) => lines)) {
    const sold = value.lines.find(({ fulfillmentLineId }) => fulfillmentLineId === line.fulfillmentLineId);
    for (const { type, quantity } of line.disposed) {
      const key = `${sold?.orderLineId ?? ''} ${type}`;
      units.set(key, (units.get(key) ?? 0) + quantity);
    }
  }
  return units;
}
