import { z } from 'zod/v4';
import { currencySchema, moneySchema } from '../money';
import { channelSchema, instantSchema } from '../vocabulary';
import { idSchema, providerSchema } from './scalars';
import { addressSchema } from './shop';

/** What goods are, where the law or a policy asks for it; a shop may say the same by tags or categories. */
export const goodsTraits = [
  'final_sale',
  'customised',
  'perishable',
  'hygiene',
  'sealed_media',
  'digital',
  'oversize',
  'gift_card',
  'dated_leisure',
  'press',
  'alcohol',
  'mixed',
  'urgent_repair',
  'auction',
] as const;
export type GoodsTrait = (typeof goodsTraits)[number];

export const orderLineSchema = z.lazy(() =>
  z
    .object({
      id: idSchema.meta({ description: "The shop's id of the order line" }),
      fulfillmentLineId: idSchema.optional().meta({ description: 'Shopify expresses returns in fulfilment lines' }),
      sku: z.string().max(120).optional(),
      title: z.string().min(1).max(500),
      variantTitle: z.string().max(300).optional(),
      productId: idSchema.optional(),
      variantId: idSchema.optional(),
      category: z.string().max(120).optional(),
      productType: z.string().max(120).optional(),
      vendor: z.string().max(120).optional(),
      collections: z.array(z.string()).optional(),
      tags: z.array(z.string()).default([]),
      traits: z.array(z.enum(goodsTraits)).optional().meta({ description: 'What the goods are, e.g. `customised`' }),
      soldAs: z.enum(['new', 'used', 'refurbished']).optional(),
      digitalConsent: z
        .boolean()
        .optional()
        .meta({ description: 'Digital content: begun with consent, the loss of the right acknowledged and confirmed' }),
      quantity: z.int().positive(),
      returnableQuantity: z.int().nonnegative(),
      paid: moneySchema.meta({ description: 'What all units of the line cost, after discounts, tax included' }),
      tax: moneySchema.meta({ description: 'The tax within `paid`' }),
      discount: moneySchema.optional().meta({ description: 'What was taken off the price of all units' }),
      cost: moneySchema.optional().meta({ description: 'What one unit costs the shop' }),
      stock: z.int().optional().meta({ description: 'Units of this variant that the shop has now' }),
      weightGrams: z.number().nonnegative().optional().meta({ description: 'Of one unit' }),
      deliveredAt: instantSchema
        .optional()
        .meta({ description: 'When the last parcel of this line arrived, where it is not that of the order' }),
      parcel: idSchema.optional().meta({ description: 'The parcel in which the line was sent' }),
      bundle: idSchema.optional().meta({ description: 'Lines of one bundle share this id' }),
      giftWith: z
        .array(idSchema)
        .optional()
        .meta({ description: 'The lines with which this one came free in a promotion' }),
    })
    .meta({ title: 'OrderLine' }),
);
export type OrderLine = z.infer<typeof orderLineSchema>;

export const orderSchema = z.lazy(() =>
  z
    .object({
      id: idSchema,
      name: z.string().min(1).max(80).meta({ description: 'What the shopper knows the order by, e.g. #1001' }),
      channel: channelSchema,
      market: z.string().max(80).optional().meta({ description: 'The market or shop front, where a shop has several' }),
      premises: z
        .enum(['distance', 'off_premises', 'in_store'])
        .optional()
        .meta({ description: 'How the contract was concluded; from afar when absent' }),
      placedAt: instantSchema,
      fulfilledAt: instantSchema.optional(),
      deliveredAt: instantSchema.optional(),
      currency: currencySchema,
      taxesIncluded: z.boolean().default(true),
      customer: z.object({
        id: idSchema.optional(),
        name: z.string().max(200),
        email: z.email().optional(),
        phone: z.string().max(40).optional(),
        locale: z.string().max(20).optional(),
        orders: z.int().nonnegative().optional().meta({ description: 'How many orders this customer has placed' }),
        tags: z.array(z.string()).default([]),
        segments: z.array(z.string()).optional().meta({ description: 'e.g. `vip`, `b2b`, `subscriber`, `ambassador`' }),
        since: instantSchema.optional().meta({ description: 'When the customer account was made' }),
        isConsumer: z.boolean().optional().meta({ description: 'False for a buyer who acts for a trade' }),
      }),
      shippingAddress: addressSchema.optional(),
      lines: z.array(orderLineSchema).min(1),
      shipping: moneySchema.meta({ description: 'What the shopper paid for outbound delivery' }),
      total: moneySchema,
      payment: z.object({
        provider: providerSchema.meta({
          description: 'Who took the money, e.g. `stripe`; the shop, where it did itself',
        }),
        reference: idSchema.optional().meta({ description: 'Stripe payment intent, or Shopify parent transaction' }),
        method: z.string().max(80).optional().meta({ description: 'How the shopper paid, e.g. `card`, `klarna`' }),
      }),
      tags: z.array(z.string()).default([]),
      shippingMethod: z.string().max(120).optional(),
      cheapestShipping: moneySchema
        .optional()
        .meta({ description: 'What the cheapest standard delivery that was offered would have cost' }),
      discount: moneySchema.optional().meta({ description: 'Everything that was taken off, tax included' }),
      discountCodes: z.array(z.string()).optional(),
      campaign: z.string().max(120).optional().meta({ description: 'The promotion under which the order was placed' }),
      isGift: z.boolean().optional(),
      riskLevel: z.enum(['low', 'medium', 'high']).optional().meta({ description: "The shop's own fraud rating" }),
      disclosures: z
        .object({
          withdrawalInfoAt: instantSchema
            .nullable()
            .optional()
            .meta({ description: 'When the shopper was told of the right of withdrawal; null when never' }),
          returnFee: z.boolean().optional().meta({ description: 'The cost of the way back was told before the order' }),
          exceptions: z.boolean().optional().meta({ description: 'So were the goods that cannot come back' }),
          policy: z.boolean().optional().meta({ description: 'The returns policy was shown where the law wants it' }),
        })
        .optional()
        .meta({ description: 'What this shopper was told before the order' }),
    })
    .meta({ title: 'Order' }),
);
export type Order = z.infer<typeof orderSchema>;
