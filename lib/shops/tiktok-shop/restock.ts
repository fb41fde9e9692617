import { z } from 'zod/v4';
import { once, type Attempt } from '../../http';
import { ReturnsError } from '../../returns';
import type { TikTokShopClient } from './client';
import { failureOf } from './errors';
import { readStock, type SkuStock } from './stock';

/** Units of one SKU that go back on sale. */
export interface StockAddition {
  readonly skuId: string;
  readonly quantity: number;
}

/** What a restock is to do, worked out before anything is written, and kept: it tells later whether it was done. */
export interface RestockPlan {
  readonly warehouseId: string;
  readonly skus: readonly {
    readonly skuId: string;
    readonly productId: string;
    readonly add: number;
    /** Units on sale in the warehouse when the plan was made. */
    readonly before: number;
  }[];
}

export interface RestockedSku {
  readonly skuId: string;
  readonly quantity: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Reads what there is. Without a warehouse, the one that each SKU is sold from; where there are several, one must be named.
 * @throws ReturnsError `not_found` for a SKU that the shop does not have, `invalid_input` when a warehouse must be named
 */
export async function planRestock(
  client: TikTokShopClient,
  additions: readonly StockAddition[],
  warehouseId?: string,
): Promise<RestockPlan> {
  const wanted = additions.filter(({ quantity }) => quantity > 0);
  const stock = await readStock(
    client,
    wanted.map(({ skuId }) => skuId),
  );
  const warehouse = warehouseId ? warehouseId : commonWarehouse(stock);
  return {
    warehouseId: warehouse,
    skus: wanted.map(({ skuId, quantity }) => {
      const { productId, before } = placeOf(stock, skuId, warehouse);
      return { skuId, productId, add: quantity, before };
    }),
  };
}

function commonWarehouse(stock: readonly SkuStock[]): string {
  const ids = [...new Set(stock.flatMap(({ warehouses }) => warehouses.map((entry) => entry.warehouseId)))];
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return only;
  throw new ReturnsError('invalid_input', `These goods are sold from ${ids.length} warehouses`, {
    provider: 'tiktok_shop',
    description: 'Choose in "Warehouse" where the goods are.',
  });
}

function placeOf(
  stock: readonly SkuStock[],
  skuId: string,
  warehouseId: string,
): { productId: string; before: number } {
  const sku = stock.find((entry) => entry.skuId === skuId);
  const place = sku?.warehouses.find((entry) => entry.warehouseId === warehouseId);
  if (sku && place) return { productId: sku.productId, before: place.available };
  throw new ReturnsError(
    'not_found',
    sku ? `SKU ${skuId} is not sold from warehouse ${warehouseId}` : `TikTok Shop has no stock of SKU ${skuId}`,
    {
      provider: 'tiktok_shop',
      description: 'Check the SKU and the warehouse. A product that was deleted cannot be restocked.',
    },
  );
}

const updatedSchema = once(() =>
  z.object({
    errors: z
      .array(
        z.object({
          code: z.coerce.number(),
          message: z.string().nullish(),
          detail: z.looseObject({ sku_id: z.string().nullish() }).nullish(),
        }),
      )
      .nullish(),
  }),
);

/**
 * Adds units to the stock. TikTok Shop can only set a number, for all warehouses of a SKU at once, and has no way to say
 * "if it is still so many": so it is read, added to and written at once. Where an earlier attempt may have got through,
 * the stock must show plainly whether it did; otherwise a person has to look, rather than units being added twice.
 * @throws ReturnsError `needs_review` when nobody can tell
 */
export async function restock(
  client: TikTokShopClient,
  plan: RestockPlan,
  attempt: Attempt,
): Promise<readonly RestockedSku[]> {
  const results: RestockedSku[] = [];
  for (const productId of new Set(plan.skus.map((sku) => sku.productId))) {
    results.push(...(await restockProduct(client, plan, productId, attempt)));
  }
  return results;
}

async function restockProduct(
  client: TikTokShopClient,
  { warehouseId, skus }: RestockPlan,
  productId: string,
  { mayHaveHappened }: Attempt,
): Promise<RestockedSku[]> {
  const own = skus.filter((sku) => sku.productId === productId);
  const stock = await readStock(
    client,
    own.map(({ skuId }) => skuId),
  );
  const now = own.map((sku) => ({ ...sku, now: placeOf(stock, sku.skuId, warehouseId).before }));
  const isDone = (sku: (typeof now)[number]): boolean => mayHaveHappened && sku.now === sku.before + sku.add;
  const unclear = now.find((sku) => mayHaveHappened && !isDone(sku) && sku.now !== sku.before);
  if (unclear) throw nobodyCanTell(unclear);
  const open = now.filter((sku) => !isDone(sku));
  if (open.length > 0) await setStock(client, productId, warehouseId, open, stock);
  return now.map((sku) => {
    const before = isDone(sku) ? sku.before : sku.now;
    return { skuId: sku.skuId, quantity: sku.add, before, after: before + sku.add };
  });
}

async function setStock(
  client: TikTokShopClient,
  productId: string,
  warehouseId: string,
  open: readonly { readonly skuId: string; readonly add: number }[],
  stock: readonly SkuStock[],
): Promise<void> {
  const { errors } = await client.call('updateInventory', {
    ids: { product_id: productId },
    json: {
      skus: open.map(({ skuId, add }) => ({
        id: skuId,
        inventory: (stock.find((sku) => sku.skuId === skuId)?.warehouses ?? []).map((place) => ({
          warehouse_id: place.warehouseId,
          quantity: place.available + (place.warehouseId === warehouseId ? add : 0),
        })),
      })),
    },
    data: updatedSchema(),
  });
  const [error] = errors ?? [];
  if (!error) return;
  const about = error.detail?.sku_id ? ` (SKU ${error.detail.sku_id})` : '';
  // With several SKUs, others may have been written: the next attempt looks at each.
  throw failureOf({ code: error.code, message: `${error.message ?? ''}${about}` }, open.length > 1);
}

function nobodyCanTell({
  skuId,
  before,
  add,
  now,
}: {
  skuId: string;
  before: number;
  add: number;
  now: number;
}): ReturnsError {
  return new ReturnsError('needs_review', `Nobody can tell whether SKU ${skuId} was restocked already`, {
    provider: 'tiktok_shop',
    description: `There were ${before} before, ${add} were to be added, and now there are ${now}: something was sold or counted meanwhile. Look at the stock in Seller Center, correct it there, and settle the step by hand.`,
    context: { skuId, before, add, now },
  });
}
