import { z } from 'zod/v4';
import { once } from '../../http';
import { addressSchema, type Address, type Order, type OrderLine } from '../../returns';
import { fromStripeAmount } from './amount';

/**
 * Orders of a shop that has only Stripe Checkout: a session is the order, and its number stands in
 * `client_reference_id` or in `metadata.order_number`. When the goods arrived is not known to Stripe.
 */
const stripeAddressSchema = once(() =>
  z.object({
    city: z.string().nullish(),
    country: z.string().nullish(),
    line1: z.string().nullish(),
    line2: z.string().nullish(),
    postal_code: z.string().nullish(),
    state: z.string().nullish(),
  }),
);
const shippingSchema = once(() =>
  z.object({ name: z.string().nullish(), address: stripeAddressSchema().nullish() }).nullish(),
);
const metadataSchema = once(() => z.record(z.string(), z.string()).nullish());
const referenceSchema = once(() =>
  z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).nullish(),
);

export const sessionSchema = once(() =>
  z.object({
    id: z.string(),
    amount_total: z.int().nullable(),
    client_reference_id: z.string().nullish(),
    collected_information: z.object({ shipping_details: shippingSchema() }).nullish(),
    created: z.int(),
    currency: z.string().nullable(),
    customer: referenceSchema(),
    customer_details: z
      .object({
        name: z.string().nullish(),
        email: z.string().nullish(),
        phone: z.string().nullish(),
        address: stripeAddressSchema().nullish(),
      })
      .nullish(),
    locale: z.string().nullish(),
    metadata: metadataSchema(),
    payment_intent: referenceSchema(),
    payment_status: z.string(),
    shipping_cost: z.object({ amount_total: z.int() }).nullish(),
  }),
);
export type Session = z.output<ReturnType<typeof sessionSchema>>;

const productSchema = once(() => z.object({ id: z.string(), name: z.string().nullish(), metadata: metadataSchema() }));
export const itemSchema = once(() =>
  z.object({
    id: z.string(),
    amount_tax: z.int(),
    amount_total: z.int(),
    currency: z.string(),
    description: z.string().nullish(),
    metadata: metadataSchema(),
    quantity: z.int().nullish(),
    price: z
      .object({
        id: z.string(),
        metadata: metadataSchema(),
        tax_behavior: z.string().nullish(),
        product: z.union([z.string(), productSchema()]).nullish(),
      })
      .nullish(),
  }),
);
export type Item = z.output<ReturnType<typeof itemSchema>>;

/** What a shopper may know the order by. */
export const numbersOf = (session: Session): string[] =>
  [session.client_reference_id, session.metadata?.['order_number']].filter((name) => typeof name === 'string');

/** A paid session with its line items as our chapter. Pure. */
export function readOrder(session: Session, items: readonly Item[]): Order {
  const currency = session.currency ?? items[0]?.currency ?? '';
  const details = session.customer_details;
  const address = readAddress(session);
  return {
    id: session.id,
    name: numbersOf(session)[0] ?? session.id,
    channel: 'stripe',
    placedAt: new Date(session.created * 1000).toISOString(),
    currency: currency.toUpperCase(),
    taxesIncluded: !items.some(({ price }) => price?.tax_behavior === 'exclusive'),
    customer: {
      ...(session.customer && { id: session.customer }),
      name: details?.name ?? address?.name ?? '',
      ...emailOf(details?.email),
      ...(details?.phone && { phone: details.phone }),
      ...(session.locale && session.locale !== 'auto' && { locale: session.locale }),
      tags: [],
    },
    ...(address && { shippingAddress: address }),
    lines: items.filter(({ quantity }) => quantity !== 0).map(readLine),
    shipping: fromStripeAmount(session.shipping_cost?.amount_total ?? 0, currency),
    total: fromStripeAmount(session.amount_total ?? 0, currency),
    payment: { provider: 'stripe', ...(session.payment_intent && { reference: session.payment_intent }) },
    tags: [],
  };
}

/** Facts that Stripe has no field for stand in the metadata of the line, of its price or of its product. */
function readLine(item: Item): OrderLine {
  const product = typeof item.price?.product === 'object' ? item.price.product : undefined;
  const known = { ...product?.metadata, ...item.price?.metadata, ...item.metadata };
  const productId = typeof item.price?.product === 'string' ? item.price.product : product?.id;
  const quantity = item.quantity ?? 1;
  const weight = Number(known['weight_grams']);
  return {
    id: item.id,
    ...(known['sku'] && { sku: known['sku'] }),
    title: item.description ?? product?.name ?? item.id,
    ...(productId && { productId }),
    ...(item.price && { variantId: item.price.id }),
    ...(known['category'] && { category: known['category'] }),
    tags: (known['tags'] ?? '')
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
    quantity,
    returnableQuantity: quantity,
    paid: fromStripeAmount(item.amount_total, item.currency),
    tax: fromStripeAmount(item.amount_tax, item.currency),
    ...(weight > 0 && { weightGrams: weight }),
  };
}

function readAddress(session: Session): Address | undefined {
  const shipping = session.collected_information?.shipping_details;
  const address = shipping?.address ?? session.customer_details?.address;
  const name = shipping?.name ?? session.customer_details?.name;
  if (!name || !address?.line1 || !address.city || !/^[A-Z]{2}$/.test(address.country ?? '')) return undefined;
  return {
    name,
    line1: address.line1,
    ...(address.line2 && { line2: address.line2 }),
    city: address.city,
    postalCode: address.postal_code ?? '',
    ...(address.state && { region: address.state }),
    country: address.country ?? '',
    ...(session.customer_details?.phone && { phone: session.customer_details.phone }),
    ...emailOf(session.customer_details?.email),
  };
}

/** An address that mail cannot be written to is left out, rather than making the whole order unreadable. */
function emailOf(text: string | null | undefined): { email?: string } {
  const email = addressSchema.unwrap().shape.email.safeParse(text ?? undefined);
  return email.success && email.data !== undefined ? { email: email.data } : {};
}
