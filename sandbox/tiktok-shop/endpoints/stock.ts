import { z } from 'zod/v4';
import { type Endpoint, endpoint, none } from '../endpoint';
import { invalidParameter } from '../errors';
import { groupBy } from '../group-by';
import type { Shop, Sku } from '../model';
import type { World } from '../world';

const most = 99_999;
const failed = 12052_023;

function skuView(sku: Sku): object {
  const total = [...sku.stock.values()].reduce((sum, units) => sum + units, 0);
  return {
    id: sku.id,
    seller_sku: sku.sellerSku,
    total_available_quantity: total,
    total_committed_quantity: 0,
    total_available_inventory_distribution: { in_shop_inventory: { quantity: total } },
    warehouse_inventory: [...sku.stock].map(([id, units]) => ({
      warehouse_id: id,
      available_quantity: units,
      committed_quantity: 0,
    })),
  };
}

const updateShape = z.strictObject({
  skus: z
    .array(
      z.strictObject({
        id: z.string(),
        inventory: z
          .array(
            z.strictObject({
              warehouse_id: z.string(),
              quantity: z.int().min(0).max(most),
              backorder_quantity: z.int().min(0).optional(),
              handling_time: z.int().min(0).optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
type Wanted = z.infer<typeof updateShape>['skus'][number];

/** What is wrong with the figures for a SKU: every warehouse of it must be named, and no other. */
function complaint(sku: Sku | undefined, productId: string, wanted: Wanted): object | undefined {
  if (sku?.productId !== productId) {
    return { code: failed, message: 'the SKU does not belong to the product', detail: { sku_id: wanted.id } };
  }
  const named = new Set(wanted.inventory.map(({ warehouse_id: id }) => id));
  const missing = [...sku.stock.keys()].filter((id) => !named.has(id));
  const foreign = [...named].filter((id) => !sku.stock.has(id));
  if (missing.length + foreign.length === 0) return undefined;
  const extra = [
    ...missing.map((id) => ({ warehouse_id: id, code: failed, message: 'the warehouse of the SKU is missing' })),
    ...foreign.map((id) => ({ warehouse_id: id, code: failed, message: 'the SKU is not stored in the warehouse' })),
  ];
  return { code: failed, message: 'invalid warehouse', detail: { sku_id: sku.id, extra_errors: extra } };
}

function setStock(world: World, sku: Sku, wanted: Wanted): void {
  for (const { warehouse_id: id, quantity } of wanted.inventory) {
    const before = sku.stock.get(id) ?? 0;
    sku.stock.set(id, quantity);
    if (before !== quantity) {
      world.record('stock.set', sku.id, { sku: sku.sellerSku, warehouseId: id, before, quantity });
    }
  }
}

function askedSkus(
  world: World,
  shop: Shop,
  body: { product_ids?: string[] | undefined; sku_ids?: string[] | undefined },
): Sku[] {
  const { product_ids: products = [], sku_ids: skus = [] } = body;
  if (products.length > 100) throw invalidParameter('product_ids');
  if (skus.length > 600) throw invalidParameter('sku_ids');
  if (products.length + skus.length === 0) throw invalidParameter('product_ids');
  return [...world.skus.values()].filter(
    (sku) => sku.shopId === shop.id && (skus.length > 0 ? skus.includes(sku.id) : products.includes(sku.productId)),
  );
}

export const stockEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/product/{version}/inventory/search',
    versions: ['202309'],
    scope: 'seller.product.basic',
    isRead: true,
    query: none,
    body: z.strictObject({ product_ids: z.array(z.string()).optional(), sku_ids: z.array(z.string()).optional() }),
    handle: ({ world, shop, body }) => {
      const byProduct = groupBy(askedSkus(world, shop, body), ({ productId }) => productId);
      return { inventory: [...byProduct].map(([id, skus]) => ({ product_id: id, skus: skus.map(skuView) })) };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/product/{version}/products/search',
    versions: ['202309', '202502'],
    scope: 'seller.product.basic',
    isRead: true,
    query: z.strictObject({ page_size: z.string(), page_token: z.string().optional() }),
    body: z.strictObject({
      seller_skus: z.array(z.string()).optional(),
      status: z.string().optional(),
    }),
    handle: ({ world, shop, body }) => {
      const own = [...world.skus.values()].filter(({ shopId }) => shopId === shop.id);
      const asked = own.filter(({ sellerSku }) => body.seller_skus?.includes(sellerSku) ?? true);
      const products = groupBy(
        own.filter((sku) => asked.some(({ productId }) => productId === sku.productId)),
        ({ productId }) => productId,
      );
      return {
        total_count: products.size,
        next_page_token: '',
        products: [...products].map(([id, skus]) => ({
          id,
          title: skus[0]?.productName,
          status: 'ACTIVATE',
          skus: skus.map((sku) => ({
            id: sku.id,
            seller_sku: sku.sellerSku,
            inventory: [...sku.stock].map(([warehouse, quantity]) => ({ warehouse_id: warehouse, quantity })),
          })),
        })),
      };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/product/{version}/products/{product_id}/inventory/update',
    versions: ['202309'],
    scope: 'seller.product.write',
    query: none,
    body: updateShape,
    handle: ({ world, shop, params, body }) => {
      const errors = body.skus.flatMap((wanted) => {
        const found = world.skus.get(wanted.id);
        const sku = found?.shopId === shop.id ? found : undefined;
        const wrong = complaint(sku, params['product_id'] ?? '', wanted);
        if (wrong !== undefined || sku === undefined) return [wrong ?? {}];
        setStock(world, sku, wanted);
        return [];
      });
      return { errors };
    },
  }),
];
