import { type Endpoint, endpoint, none } from '../endpoint';

export const authorizationEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/authorization/{version}/shops',
    versions: ['202309'],
    scope: 'seller.authorization.info',
    isShopless: true,
    query: none,
    body: none,
    handle: ({ world }) => ({
      shops: [...world.shops.values()].map(({ id, name, region, sellerType, cipher, code }) => ({
        id,
        name,
        region,
        seller_type: sellerType,
        cipher,
        code,
      })),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/seller/{version}/shops',
    versions: ['202309'],
    scope: 'seller.shop.info',
    isShopless: true,
    query: none,
    body: none,
    handle: ({ world }) => ({ shops: [...world.shops.values()].map(({ id, region }) => ({ id, region })) }),
  }),
];
