import { z } from 'zod/v4';
import type { Order, OrderLine, OrderStatus, Shop, Sku } from './model';
import { shareOut, toMinor } from './money';
import { tellOrder } from './webhooks';
import type { World } from './world';

const decimal = z.string().regex(/^\d+(\.\d+)?$/);
const instant = z.iso.datetime({ offset: true });

/** What `POST /control/tiktok-shop/orders` takes: amounts as decimal strings in major units. */
export const orderShape = z.strictObject({
  /** A shop that was opened besides the first one. */
  shopId: z.string().optional(),
  id: z.string().regex(/^\d+$/).optional(),
  buyer: z.strictObject({
    name: z.string(),
    nickname: z.string().optional(),
    phone: z.string().default('+33612345678'),
    /** The same buyer again: their user id, as an earlier order answered it. */
    userId: z.string().optional(),
  }),
  address: z.strictObject({
    line1: z.string(),
    line2: z.string().default(''),
    city: z.string(),
    state: z.string().default(''),
    postalCode: z.string(),
    country: z.string().length(2),
  }),
  currency: z.string().length(3).optional(),
  lines: z
    .array(
      z.strictObject({
        sku: z.string(),
        title: z.string(),
        variantTitle: z.string().default('Default'),
        quantity: z.int().min(1).default(1),
        unitPrice: decimal,
        /** Off each unit. */
        sellerDiscount: decimal.default('0'),
        platformDiscount: decimal.default('0'),
        /** 0.2 for 20 %. */
        taxRate: z.coerce.number().min(0).default(0),
        isGift: z.boolean().default(false),
        /** Units in the sales warehouse, when this SKU is new. */
        stock: z.int().min(0).default(10),
      }),
    )
    .min(1),
  shippingAmount: decimal.default('0'),
  shippingType: z.enum(['TIKTOK', 'SELLER']).default('TIKTOK'),
  tracking: z.strictObject({ provider: z.string(), number: z.string() }).optional(),
  message: z.string().default(''),
  createdAt: instant.optional(),
  /** Null for an order that has not left yet. */
  shippedAt: instant.nullish(),
  deliveredAt: instant.nullish(),
});
export type OrderSeed = z.infer<typeof orderShape>;

function shopOf(world: World, { shopId }: OrderSeed): Shop {
  const shop = shopId === undefined ? world.mainShop() : world.shops.get(shopId);
  if (shop === undefined) throw new RangeError(`no shop ${shopId ?? ''}`);
  return shop;
}

function skuOf(world: World, shop: Shop, line: OrderSeed['lines'][number]): Sku {
  const known = [...world.skus.values()].find((sku) => sku.shopId === shop.id && sku.sellerSku === line.sku);
  if (known !== undefined) return known;
  const sibling = [...world.skus.values()].find((sku) => sku.shopId === shop.id && sku.productName === line.title);
  const stock = new Map(
    world
      .warehousesOf(shop)
      .filter(({ type }) => type === 'SALES_WAREHOUSE')
      .map(({ id }) => [id, line.stock]),
  );
  const sku: Sku = {
    id: world.nextId('1729'),
    shopId: shop.id,
    productId: sibling?.productId ?? world.nextId('1729'),
    sellerSku: line.sku,
    productName: line.title,
    skuName: line.variantTitle,
    stock,
  };
  world.skus.set(sku.id, sku);
  return sku;
}

const unixOf = (at: string | null | undefined): number | undefined =>
  at === null || at === undefined ? undefined : Math.floor(Date.parse(at) / 1000);

function statusOf(seed: OrderSeed): OrderStatus {
  if (seed.deliveredAt) return 'DELIVERED';
  return seed.shippedAt ? 'IN_TRANSIT' : 'AWAITING_SHIPMENT';
}

/** A buyer who bought in the shop and paid; one line for each unit. @throws RangeError on an amount finer than the currency */
export function seedOrder(world: World, seed: OrderSeed): Order {
  const shop = shopOf(world, seed);
  const currency = seed.currency ?? shop.currency;
  const minor = (text: string): number => {
    const amount = toMinor(text, currency);
    if (amount === undefined) throw new RangeError(`${text} is no amount in ${currency}`);
    return amount;
  };
  const isTaxIncluded = shop.region !== 'US';
  const status = statusOf(seed);
  const packageId = world.nextId('1153');
  const lines = seed.lines.flatMap((line) => {
    const sku = skuOf(world, shop, line);
    const salePrice = minor(line.unitPrice) - minor(line.sellerDiscount) - minor(line.platformDiscount);
    if (salePrice < 0) throw new RangeError(`the discounts of ${line.sku} are above its price`);
    return Array.from({ length: line.quantity }, (): OrderLine => ({
      id: world.nextId('5764'),
      productId: sku.productId,
      skuId: sku.id,
      sellerSku: sku.sellerSku,
      productName: line.title,
      skuName: line.variantTitle,
      image: `${world.context.baseUrl('tiktok-shop')}/images/${sku.id}.jpeg`,
      originalPrice: minor(line.unitPrice),
      sellerDiscount: minor(line.sellerDiscount),
      platformDiscount: minor(line.platformDiscount),
      salePrice,
      tax: Math.round(isTaxIncluded ? salePrice - salePrice / (1 + line.taxRate) : salePrice * line.taxRate),
      taxRate: line.taxRate,
      shippingShare: 0,
      packageId,
      status,
      isGift: line.isGift,
    }));
  });
  const shippingFee = minor(seed.shippingAmount);
  const shares = shareOut(shippingFee, lines.length);
  for (const [index, line] of lines.entries()) line.shippingShare = shares[index] ?? 0;

  const createTime = unixOf(seed.createdAt) ?? world.now();
  const shippedTime = unixOf(seed.shippedAt) ?? (seed.deliveredAt ? createTime : undefined);
  const deliveryTime = unixOf(seed.deliveredAt);
  const { name, phone, nickname, userId } = seed.buyer;
  const order: Order = {
    id: seed.id ?? world.nextId('5764'),
    shopId: shop.id,
    userId: userId ?? world.nextId('7493'),
    buyerEmail: `v2b${world.random.id('', 20).toLowerCase()}@scs2.tiktok.com`,
    buyerNickname: nickname ?? name.split(' ')[0] ?? name,
    buyerMessage: seed.message,
    status,
    currency,
    isTaxIncluded,
    shippingFee,
    shippingSellerDiscount: 0,
    shippingPlatformDiscount: 0,
    shippingType: seed.shippingType,
    warehouseId: world.warehousesOf(shop).find(({ isDefault }) => isDefault)?.id ?? '',
    deliveryOptionId: '7129720299146184453',
    providerId: '6841743441349706241',
    providerName: seed.tracking?.provider ?? 'Mondial Relay',
    trackingNumber: seed.tracking?.number ?? (shippedTime === undefined ? '' : world.random.digits(12)),
    address: {
      name,
      phone,
      line1: seed.address.line1,
      line2: seed.address.line2,
      city: seed.address.city,
      state: seed.address.state,
      postalCode: seed.address.postalCode,
      regionCode: seed.address.country,
    },
    lines,
    createTime,
    paidTime: createTime,
    shippedTime,
    deliveryTime,
    cancelTime: undefined,
    cancelReason: undefined,
    isBuyerRequestCancel: false,
    replacedOrderId: undefined,
    updateTime: deliveryTime ?? shippedTime ?? createTime,
  };
  if (world.orders.has(order.id)) throw new RangeError(`there is an order ${order.id}`);
  world.orders.set(order.id, order);
  world.record('order.placed', order.id, { shopId: shop.id, units: lines.length, currency });
  tellOrder(world, order);
  return order;
}

/** What whoever seeded an order needs to go on. */
export const seededOrder = (order: Order): object => ({
  orderId: order.id,
  shopId: order.shopId,
  userId: order.userId,
  buyerEmail: order.buyerEmail,
  status: order.status,
  packageId: order.lines[0]?.packageId,
  lines: order.lines.map(({ id, skuId, productId, sellerSku }) => ({ id, skuId, productId, sku: sellerSku })),
});
