import { z } from 'zod/v4';
import { once } from '../../http';
import { defined } from '../../returns';
import type { TikTokShopClient } from './client';

export interface Warehouse {
  readonly id: string;
  readonly name: string;
  /** `SALES_WAREHOUSE`, `RETURN_WAREHOUSE` */
  readonly type?: string;
  /** `ENABLED`, `DISABLED`, `RESTRICTED` */
  readonly status?: string;
  readonly isDefault: boolean;
  readonly country?: string;
  readonly address?: string;
}

const warehousesSchema = once(() =>
  z.object({
    warehouses: z
      .array(
        z.object({
          id: z.string(),
          name: z.string().nullish(),
          type: z.string().nullish(),
          effect_status: z.string().nullish(),
          is_default: z.boolean().nullish(),
          address: z.object({ region_code: z.string().nullish(), full_address: z.string().nullish() }).nullish(),
        }),
      )
      .nullish(),
  }),
);

export async function listWarehouses(client: TikTokShopClient): Promise<Warehouse[]> {
  const { warehouses } = await client.call('listWarehouses', { data: warehousesSchema() });
  return (warehouses ?? []).map((entry) => ({
    id: entry.id,
    name: entry.name ? entry.name : entry.id,
    isDefault: entry.is_default === true,
    ...defined({
      type: entry.type ?? undefined,
      status: entry.effect_status ?? undefined,
      country: entry.address?.region_code ?? undefined,
      address: entry.address?.full_address ?? undefined,
    }),
  }));
}

export interface ShippingProvider {
  readonly id: string;
  readonly name: string;
  readonly deliveryOption: string;
}

const optionsSchema = once(() =>
  z.object({ delivery_options: z.array(z.object({ id: z.string(), name: z.string().nullish() })).nullish() }),
);
const providersSchema = once(() =>
  z.object({ shipping_providers: z.array(z.object({ id: z.string(), name: z.string().nullish() })).nullish() }),
);

/** The carriers that a warehouse can send by, each once. */
export async function listShippingProviders(
  client: TikTokShopClient,
  warehouseId: string,
): Promise<ShippingProvider[]> {
  const { delivery_options } = await client.call('deliveryOptions', {
    ids: { warehouse_id: warehouseId },
    data: optionsSchema(),
  });
  const found = new Map<string, ShippingProvider>();
  for (const option of delivery_options ?? []) {
    const { shipping_providers } = await client.call('shippingProviders', {
      ids: { delivery_option_id: option.id },
      data: providersSchema(),
    });
    for (const { id, name } of shipping_providers ?? []) {
      if (!found.has(id)) found.set(id, { id, name: name ? name : id, deliveryOption: option.name ?? option.id });
    }
  }
  return [...found.values()];
}
