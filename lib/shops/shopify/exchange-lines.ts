import { z } from 'zod/v4';
import {
  addMoney,
  shareOf,
  subtractMoney,
  sumMoney,
  type Money,
  type Order,
  type OrderLine,
  type ReturnRequest,
} from '../../returns';
import { calculateReturn } from './calculate-return';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { gid } from './gid';

const productsDocument = defineDocument(
  `query ReturnsProductsOf($ids: [ID!]!) {
    nodes(ids: $ids) { ... on ProductVariant { id product { id } } }
  }`,
  () =>
    z.object({
      nodes: z.array(z.object({ id: z.string(), product: z.object({ id: z.string() }) }).nullable()),
    }),
);

/** Fine enough for the share of any price to come out to the cent. */
const DECIMALS = 8;

export interface ExchangeLineInput {
  readonly variantId: string;
  readonly quantity: number;
  /** Source: the published schema, ExchangeLineItemAppliedDiscountInput. */
  readonly appliedDiscount?: { readonly description: string; readonly value: { readonly percentage: number } };
}

interface Exchange {
  readonly bought: OrderLine | undefined;
  readonly variantId: string;
  readonly quantity: number;
}

/**
 * The goods that leave for those that come back. Another size of what was bought at a discount has the same discount:
 * the shopper is not asked for what they saved. Other products have their full price: nobody promised a discount on them.
 */
export async function exchangeLines(
  client: ShopifyClient,
  order: Order,
  { resolution, lines }: ReturnRequest,
): Promise<ExchangeLineInput[]> {
  if (resolution !== 'exchange') return [];
  const exchanges = lines.flatMap(({ orderLineId, quantity, exchangeFor }): Exchange[] => {
    if (exchangeFor === undefined) return [];
    const bought = order.lines.find(({ id }) => id === orderLineId);
    return [{ bought, variantId: gid('ProductVariant', exchangeFor.variantId), quantity }];
  });
  const reduced = await ofSameProduct(
    client,
    exchanges.filter(({ bought }) => (bought?.discount?.amount ?? 0) > 0),
  );
  const saved = await savedOn(client, order, reduced);
  return exchanges.map((exchange) => {
    const { variantId, quantity } = exchange;
    const percentage = saved.get(exchange);
    if (percentage === undefined || percentage <= 0) return { variantId, quantity };
    return {
      variantId,
      quantity,
      appliedDiscount: { description: `As in order ${order.name}`, value: { percentage } },
    };
  });
}

async function ofSameProduct(client: ShopifyClient, exchanges: readonly Exchange[]): Promise<Exchange[]> {
  if (exchanges.length === 0) return [];
  const ids = [...new Set(exchanges.map(({ variantId }) => variantId))];
  const { nodes } = await client.run(productsDocument, { ids });
  const products = new Map(nodes.flatMap((variant) => (variant ? [[variant.id, variant.product.id]] : [])));
  return exchanges.filter(
    ({ bought, variantId }) =>
      bought?.productId !== undefined && products.get(variantId) === gid('Product', bought.productId),
  );
}

/**
 * What was saved on the units that come back, in per cent of their list price. By what Shopify itself counts these units
 * as worth: it deals the cents of a discount out to units, and a cent that differs would have to be paid.
 */
async function savedOn(
  client: ShopifyClient,
  order: Order,
  exchanges: readonly Exchange[],
): Promise<ReadonlyMap<Exchange, number>> {
  const units = new Map<OrderLine, number>();
  for (const { bought, quantity } of exchanges) {
    if (bought) units.set(bought, (units.get(bought) ?? 0) + quantity);
  }
  if (units.size === 0) return new Map();
  const lines = [...units].map(([{ id: orderLineId }, quantity]) => ({ orderLineId, quantity }));
  const calculated = await calculateReturn(client, { orderId: order.id, lines });
  const before = new Map<OrderLine, number>();
  return new Map(
    exchanges.flatMap((exchange): [Exchange, number][] => {
      const { bought, quantity } = exchange;
      if (bought === undefined) return [];
      const whole = units.get(bought) ?? 0;
      const taken = before.get(bought) ?? 0;
      before.set(bought, taken + quantity);
      const list = shareOf(listPrice(order, bought), quantity, bought.quantity);
      const worth = sumMoney(
        calculated.lines.filter(({ orderLineId }) => orderLineId === bought.id).map(({ subtotal }) => subtotal),
        list.currency,
      );
      const saved = subtractMoney(list, shareOf(worth, quantity, whole, taken));
      return list.amount > 0 ? [[exchange, Number(((saved.amount / list.amount) * 100).toFixed(DECIMALS))]] : [];
    }),
  );
}

/** Of all units of the line, as the shop shows prices: with tax, or without. */
function listPrice({ taxesIncluded }: Order, { paid, tax, discount }: OrderLine): Money {
  const charged = taxesIncluded ? paid : subtractMoney(paid, tax);
  return discount ? addMoney(charged, discount) : charged;
}
