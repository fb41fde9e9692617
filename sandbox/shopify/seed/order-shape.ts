import { z } from 'zod/v4';

const decimal = z.union([z.string().regex(/^\d+(\.\d+)?$/), z.number().nonnegative()]).transform(String);
const instant = z.iso.datetime({ offset: true });

const addressShape = z.object({
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  company: z.string().nullish(),
  address1: z.string(),
  address2: z.string().nullish(),
  city: z.string(),
  zip: z.string(),
  provinceCode: z.string().nullish(),
  countryCode: z.string().length(2),
  country: z.string().optional(),
  phone: z.string().nullish(),
});

const lineShape = z.object({
  sku: z.string(),
  title: z.string(),
  variantTitle: z.string().optional(),
  optionName: z.string().default('Size'),
  /** Other variants of the same product, by their titles; the line's own may be among them. */
  siblings: z.array(z.string()).default([]),
  /** What other variants cost, by their titles, where it is not the price of the line. */
  siblingPrices: z.record(z.string(), decimal).default({}),
  productType: z.string().default(''),
  productTags: z.array(z.string()).default([]),
  vendor: z.string().default('Atelier Lune'),
  quantity: z.int().min(1),
  unitPrice: decimal,
  /** Taken off the whole line, before a discount on the order. */
  lineDiscount: decimal.default('0'),
  taxRate: decimal.default('0'),
  weightGrams: z.int().nonnegative().default(300),
  stock: z.int().nonnegative().default(10),
});

export const orderShape = z.object({
  name: z.string().optional(),
  email: z.email(),
  customer: z.object({
    firstName: z.string(),
    lastName: z.string(),
    phone: z.string().nullish(),
    locale: z.string().default('fr'),
    tags: z.array(z.string()).default([]),
  }),
  shippingAddress: addressShape,
  currency: z.string().length(3).default('EUR'),
  taxesIncluded: z.boolean().default(true),
  processedAt: instant.optional(),
  /** Null for an order that has not left yet. */
  fulfilledAt: instant.nullish(),
  deliveredAt: instant.nullish(),
  tags: z.array(z.string()).default([]),
  note: z.string().nullish(),
  customerOrders: z.int().min(1).optional(),
  discount: z
    .object({ code: z.string(), amount: decimal.optional(), percent: decimal.optional() })
    .refine(({ amount, percent }) => (amount === undefined) !== (percent === undefined), 'either amount or percent')
    .optional(),
  shippingAmount: decimal.default('0'),
  /** The first line's rate when left out and taxes are included, else none. */
  shippingTaxRate: decimal.optional(),
  shippingTitle: z.string().default('Colissimo'),
  tracking: z.object({ company: z.string(), number: z.string(), url: z.string().optional() }).optional(),
  lines: z.array(lineShape).min(1),
  payment: z.object({ gateway: z.string(), reference: z.string().optional() }).default({ gateway: 'shopify_payments' }),
});
export type OrderSeed = z.infer<typeof orderShape>;
export type LineSeed = OrderSeed['lines'][number];
