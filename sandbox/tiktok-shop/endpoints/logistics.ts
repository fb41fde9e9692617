import { z } from 'zod/v4';
import { type Endpoint, endpoint, none } from '../endpoint';
import { invalidParameter } from '../errors';
import type { Warehouse } from '../model';
import { deliveryOption, shippingProviders } from '../providers';

const scope = 'seller.logistics';

function warehouseView({ id, name, type, isDefault, address }: Warehouse): object {
  return {
    id,
    name,
    type,
    sub_type: 'DOMESTIC_WAREHOUSE',
    effect_status: 'ENABLED',
    is_default: isDefault,
    entity_id: id,
    address: {
      address_line1: address.line1,
      address_line2: address.line2,
      city: address.city,
      distict: '',
      state: address.state,
      postal_code: address.postalCode,
      region: address.regionCode,
      region_code: address.regionCode,
      contact_person: address.name,
      phone_number: address.phone,
      full_address: `${address.line1}, ${address.postalCode} ${address.city}, ${address.regionCode}`,
    },
  };
}

export const logisticsEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/logistics/{version}/warehouses',
    versions: ['202309'],
    scope,
    query: none,
    body: none,
    handle: ({ world, shop }) => ({ warehouses: world.warehousesOf(shop).map(warehouseView) }),
  }),
  endpoint({
    method: 'GET',
    path: '/logistics/{version}/warehouses/{warehouse_id}/delivery_options',
    versions: ['202309'],
    scope,
    query: z.strictObject({ scope: z.string().optional() }),
    body: none,
    handle: ({ world, shop, params }) => {
      if (!world.warehousesOf(shop).some(({ id }) => id === params['warehouse_id'])) {
        throw invalidParameter('warehouse_id');
      }
      const { id, name, type } = deliveryOption;
      return { delivery_options: [{ id, name, type, description: name, platform: ['TIKTOK_SHOP'] }] };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/logistics/{version}/delivery_options/{delivery_option_id}/shipping_providers',
    versions: ['202309'],
    scope,
    query: none,
    body: none,
    handle: ({ params }) => {
      if (params['delivery_option_id'] !== deliveryOption.id) throw invalidParameter('delivery_option_id');
      return { shipping_providers: shippingProviders.map(({ id, name }) => ({ id, name })) };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/fulfillment/{version}/orders/{order_id}/tracking',
    versions: ['202309'],
    scope: 'seller.fulfillment.basic',
    query: none,
    body: none,
    handle: ({ world, shop, params }) => {
      const { createTime, shippedTime, deliveryTime } = world.ensureOrder(shop, params['order_id'] ?? '');
      const steps = [
        ['Your package is delivered.', deliveryTime],
        ['Your package is in transit.', shippedTime],
        ['Your order is placed.', createTime],
      ] as const;
      return {
        tracking: steps.flatMap(([description, at]) =>
          at === undefined ? [] : [{ description, update_time_millis: at * 1000 }],
        ),
      };
    },
  }),
];
