import { z } from 'zod/v4';
import { once } from '../../http';
import { defined } from '../../returns';
import type { TikTokShopClient } from './client';

/** What a shop has of one SKU, per warehouse. */
export interface SkuStock {
  readonly skuId: string;
  readonly productId: string;
  readonly sku?: string;
  readonly warehouses: readonly {
    readonly warehouseId: string;
    readonly available: number;
    readonly committed: number;
  }[];
}

const inventorySchema = once(() =>
  z.object({
    inventory: z
      .array(
        z.object({
          product_id: z.string(),
          skus: z
            .array(
              z.object({
                id: z.string(),
                seller_sku: z.string().nullish(),
                warehouse_inventory: z
                  .array(
                    z.object({
                      warehouse_id: z.string(),
                      available_quantity: z.coerce.number().nullish(),
                      committed_quantity: z.coerce.number().nullish(),
                    }),
                  )
                  .nullish(),
              }),
            )
            .nullish(),
        }),
      )
      .nullish(),
  }),
);

/** As many as one call takes. */
const SKUS_AT_ONCE = 600;

/** Stock by SKU id; SKUs that the shop does not have are left out. */
export async function readStock(client: TikTokShopClient, skuIds: readonly string[]): Promise<SkuStock[]> {
  const wanted = [...new Set(skuIds)];
  const found: SkuStock[] = [];
  for (let start = 0; start < wanted.length; start += SKUS_AT_ONCE) {
    const { inventory } = await client.call('searchInventory', {
      json: { sku_ids: wanted.slice(start, start + SKUS_AT_ONCE) },
      data: inventorySchema(),
    });
    for (const { product_id, skus } of inventory ?? []) {
      found.push(
        ...(skus ?? []).map(({ id, seller_sku, warehouse_inventory }) => ({
          skuId: id,
          productId: product_id,
          ...defined({ sku: seller_sku ?? undefined }),
          warehouses: (warehouse_inventory ?? []).map((entry) => ({
            warehouseId: entry.warehouse_id,
            available: entry.available_quantity ?? 0,
            committed: entry.committed_quantity ?? 0,
          })),
        })),
      );
    }
  }
  return found.filter(({ skuId }) => wanted.includes(skuId));
}
