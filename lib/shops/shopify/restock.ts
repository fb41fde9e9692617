import { z } from 'zod/v4';
import { ReturnsError, type Inspection } from '../../returns';
import { afterWrite, type ShopifyClient } from './client';
import { dispositionOf, planDispositions } from './disposition';
import { defineDocument } from './document';
import { gid } from './gid';
import { listLocations } from './list-locations';
import { readReturn } from './read-return';
import type { RestockInput, RestockResult } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';

const disposeDocument = defineDocument(
  `mutation ReturnsDispose($inputs: [ReverseFulfillmentOrderDisposeInput!]!) {
    reverseFulfillmentOrderDispose(dispositionInputs: $inputs) {
      reverseFulfillmentOrderLineItems { id }
      userErrors { field message code }
    }
  }`,
  () => z.object({ reverseFulfillmentOrderDispose: z.object({ userErrors: userErrorsSchema() }) }),
);

/**
 * Tells Shopify where the inspected goods went; restocked units raise the stock of the location. Units that Shopify has on
 * record already are not told again, unless `attempt` says that this is the first try of a new inspection.
 * @throws ReturnsError `conflict` when the return was never approved
 */
export async function restock(client: ShopifyClient, input: RestockInput): Promise<RestockResult> {
  const id = gid('Return', input.returnId);
  const before = await readReturn(client, id);
  ensureReversible(before.shopifyReturn.reverseOrders.length, before.shopifyReturn.name);
  const locationId = await locationFor(client, input.inspection, input.locationId);
  const cumulative = input.attempt?.mayHaveHappened ?? true;
  const planned = planDispositions(
    before.shopifyReturn,
    input.inspection,
    placeOf(input.locations, locationId),
    cumulative,
  );
  const place = locationId === undefined ? {} : { locationId };
  if (planned.length === 0) return { ...before, restocked: [], ...place };
  const answer = await client.run(disposeDocument, { inputs: planned.map((entry) => entry.input) });
  ensureAccepted(answer.reverseFulfillmentOrderDispose.userErrors, 'restock the goods');
  const restocked = planned.map(({ orderLineId, input: { quantity, dispositionType } }) => ({
    orderLineId,
    quantity,
    disposition: dispositionType,
  }));
  return { ...(await afterWrite(() => readReturn(client, id))), restocked, ...place };
}

/** The location of an order line: its own, or the one that all share. */
export const placeOf =
  (locations: Readonly<Record<string, string>> = {}, shared: string | undefined) =>
  (orderLineId: string): string | undefined => {
    const own = Object.entries(locations).find(([id]) => gid('LineItem', id) === orderLineId)?.[1];
    return own ? gid('Location', own) : shared;
  };

function ensureReversible(reverseOrders: number, name: string): void {
  if (reverseOrders > 0) return;
  throw new ReturnsError('conflict', `Return ${name} expects no goods in Shopify`, {
    provider: 'shopify',
    description: 'Approve the return first: Shopify then expects the goods.',
  });
}

/**
 * Where restocked goods go: the location named, or the first one that ships orders. Undefined when nothing is restocked.
 * @throws ReturnsError `invalid_input` when the shop has no such location
 */
export async function locationFor(
  client: ShopifyClient,
  inspection: Inspection | undefined,
  named: string | undefined,
): Promise<string | undefined> {
  if (named) return gid('Location', named);
  if (!inspection?.lines.some((line) => dispositionOf(line) === 'RESTOCKED')) return undefined;
  const locations = await listLocations(client);
  const location = locations.find(({ shipsInventory }) => shipsInventory) ?? locations[0];
  if (location) return location.id;
  throw new ReturnsError('invalid_input', 'The shop has no location to restock at', {
    provider: 'shopify',
    description: 'Choose a location, or give the app the access scope read_locations.',
  });
}
