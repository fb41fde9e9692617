import {
  addMoney,
  addressSchema,
  localeFor,
  subtractMoney,
  sumMoney,
  type Address,
  type Money,
  type Order,
  type OrderLine,
  type RequestLine,
  type ReturnRequest,
} from '../../returns';
import { tiktokOrderId } from './marketplace';
import type { OrderHead, Returnable, ShopifyAddress, ShopifyLine } from './order-documents';
import type { ShopifyReturn } from './types';

/** Shopify's orders and returns as our chapters. Pure; all money is what the shopper saw and paid. */

export interface OrderParts {
  readonly head: OrderHead;
  readonly lines: readonly ShopifyLine[];
  readonly returnables: readonly Returnable[];
}

export function readOrder({ head, lines, returnables }: OrderParts): Order {
  const { customer } = head;
  const email = head.email ?? customer?.defaultEmailAddress?.emailAddress;
  const phone = head.phone ?? customer?.defaultPhoneNumber?.phoneNumber ?? head.shippingAddress?.phone;
  const locale = head.customerLocale ?? customer?.locale;
  const address = readAddress(head.shippingAddress, email);
  const payment = head.transactions.find(
    ({ kind, status }) => ['SALE', 'CAPTURE'].includes(kind) && status === 'SUCCESS',
  );
  return {
    id: head.id,
    name: head.name,
    channel: 'shopify',
    placedAt: head.processedAt,
    ...readDelivery(head.fulfillments),
    currency: head.presentmentCurrencyCode,
    taxesIncluded: head.taxesIncluded,
    customer: {
      ...(customer && { id: customer.id, orders: customer.numberOfOrders }),
      name: customer?.displayName ?? head.shippingAddress?.name ?? '',
      ...emailOf(email),
      ...(phone && { phone }),
      ...(locale && { locale }),
      tags: customer?.tags ?? [],
    },
    ...(address && { shippingAddress: address }),
    lines: lines.filter(({ quantity }) => quantity > 0).map((line) => readLine(line, head, returnables)),
    shipping: readShipping(head),
    total: head.totalPriceSet,
    payment: readPayment(head.name, payment?.id),
    tags: head.tags,
  };
}

/** The money of an order that was copied from a marketplace never was in Shopify. */
function readPayment(orderName: string, transactionId: string | undefined): Order['payment'] {
  const sold = tiktokOrderId(orderName);
  if (sold !== undefined) return { provider: 'tiktok_shop', reference: sold };
  return { provider: 'shopify', ...(transactionId !== undefined && { reference: transactionId }) };
}

function readLine(line: ShopifyLine, head: OrderHead, returnables: readonly Returnable[]): OrderLine {
  const { paid, tax } = linePaid(line, head.taxesIncluded);
  const discount = discountsOf(line);
  const own = returnables.filter(({ orderLineId, quantity }) => orderLineId === line.id && quantity > 0);
  const category = line.product?.productType ? line.product.productType : line.product?.category?.name;
  const weightGrams = gramsOf(line.weight ?? line.variant?.inventoryItem?.measurement.weight);
  return {
    id: line.id,
    ...(own[0] && { fulfillmentLineId: own[0].fulfillmentLineId }),
    ...(line.sku && { sku: line.sku }),
    title: line.title,
    // Shopify's name for "no variants".
    ...(line.variantTitle && line.variantTitle !== 'Default Title' && { variantTitle: line.variantTitle }),
    ...(line.product && { productId: line.product.id }),
    ...(line.variant && { variantId: line.variant.id }),
    ...(category && { category }),
    tags: line.product?.tags ?? [],
    quantity: line.quantity,
    returnableQuantity: own.reduce((sum, { quantity }) => sum + quantity, 0),
    paid,
    tax,
    ...(discount.amount > 0 && { discount }),
    ...(weightGrams !== undefined && { weightGrams }),
  };
}

/**
 * What all units of a line cost: the list price less every discount that fell on it, its own and its part of those on
 * the whole order, with tax on top where prices are without.
 */
export function linePaid(
  line: Pick<ShopifyLine, 'originalTotalSet' | 'discountAllocations' | 'taxLines'>,
  taxesIncluded: boolean,
): { paid: Money; tax: Money } {
  const tax = sumTax(line.taxLines, line.originalTotalSet.currency);
  const discounted = subtractMoney(line.originalTotalSet, discountsOf(line));
  return { paid: taxesIncluded ? discounted : addMoney(discounted, tax), tax };
}

const discountsOf = ({
  discountAllocations,
  originalTotalSet: { currency },
}: Pick<ShopifyLine, 'originalTotalSet' | 'discountAllocations'>): Money =>
  sumMoney(
    discountAllocations.map(({ allocatedAmountSet }) => allocatedAmountSet),
    currency,
  );

const sumTax = (lines: ShopifyLine['taxLines'], currency: string): Money =>
  sumMoney(
    lines.map(({ priceSet }) => priceSet),
    currency,
  );

function readShipping({ shippingLines, taxesIncluded, totalPriceSet: { currency } }: OrderHead): Money {
  return sumMoney(
    shippingLines.nodes.map(({ discountedPriceSet, taxLines }) =>
      taxesIncluded ? discountedPriceSet : addMoney(discountedPriceSet, sumTax(taxLines, currency)),
    ),
    currency,
  );
}

/**
 * An order in several parcels was delivered when the last one was: that is where the shopper's period begins (directive
 * 2011/83/EU art. 9). While one of them is not known to have arrived, neither is the order.
 */
function readDelivery(fulfillments: OrderHead['fulfillments']): { fulfilledAt?: string; deliveredAt?: string } {
  const sent = fulfillments.filter(({ status }) => !['CANCELLED', 'ERROR', 'FAILURE'].includes(status));
  const fulfilledAt = latest(sent.map(({ createdAt }) => createdAt));
  const arrivals = sent.flatMap(({ deliveredAt }) => (deliveredAt ? [deliveredAt] : []));
  const deliveredAt = arrivals.length === sent.length ? latest(arrivals) : undefined;
  return { ...(fulfilledAt && { fulfilledAt }), ...(deliveredAt && { deliveredAt }) };
}

const latest = (instants: readonly string[]): string | undefined =>
  instants.toSorted((one, other) => Date.parse(one) - Date.parse(other)).at(-1);

const gramsPerUnit: Readonly<Record<string, number>> = {
  GRAMS: 1,
  KILOGRAMS: 1000,
  OUNCES: 28.349523125,
  POUNDS: 453.59237,
};

function gramsOf(weight: ShopifyLine['weight']): number | undefined {
  const factor = gramsPerUnit[weight?.unit ?? ''];
  return weight && factor !== undefined ? Math.round(weight.value * factor * 10) / 10 : undefined;
}

export function readAddress(address: ShopifyAddress | null | undefined, email?: string): Address | undefined {
  const country = address?.countryCodeV2 ?? '';
  if (!address?.name || !address.address1 || !address.city || !/^[A-Z]{2}$/.test(country)) return undefined;
  return {
    name: address.name,
    ...(address.company && { company: address.company }),
    line1: address.address1,
    ...(address.address2 && { line2: address.address2 }),
    city: address.city,
    postalCode: address.zip ?? '',
    ...(address.provinceCode && { region: address.provinceCode }),
    country,
    ...(address.phone && { phone: address.phone }),
    ...emailOf(email),
  };
}

/** An address that mail cannot be written to is left out, rather than making the whole order unreadable. */
function emailOf(text: string | null | undefined): { email?: string } {
  const email = addressSchema.unwrap().shape.email.safeParse(text ?? undefined);
  return email.success && email.data !== undefined ? { email: email.data } : {};
}

/**
 * What the shopper asked for. Lines that Shopify cannot tie to the order are left out: nothing is known of what they
 * cost. Exchange lines are not tied to return lines in Shopify, so they are dealt out in order.
 */
export function readRequest(value: ShopifyReturn, locale: string | undefined): ReturnRequest {
  const wanted = value.exchangeLines.flatMap(({ variantId, title }) => (variantId ? [{ variantId, title }] : []));
  const known = value.lines.filter((line) => line.orderLineId !== undefined);
  const lines = known.map((line, index): RequestLine => {
    const exchangeFor = wanted[index] ?? (known.length === 1 ? wanted.at(-1) : undefined);
    return {
      orderLineId: line.orderLineId ?? '',
      quantity: line.quantity,
      reason: line.reason,
      ...(line.note && { note: line.note }),
      ...(exchangeFor && { exchangeFor }),
      returnLineId: line.id,
    };
  });
  return {
    channel: 'shopify',
    externalId: value.id,
    requestedAt: value.createdAt,
    resolution: value.exchangeLines.length > 0 ? 'exchange' : 'refund',
    lines,
    locale: localeFor(locale),
  };
}
