import { z } from 'zod/v4';
import { connection } from '../connection';
import { gid, idOf } from '../gid';
import { findFulfillmentLine, lineOf } from '../lookup';
import type { ExchangeLine, Order, Return, ReturnLine } from '../model';
import { parseMinor } from '../money';
import { outcomeOf, restockingFeeOf } from '../outcome';
import { nextUnits, totalsOf } from '../pricing';
import { returnReasonDefinitions } from '../store';
import { type View, bagView } from '../view';
import type { World } from '../world';
import { weightView } from './common';
import { reasonDefinitionView } from './reason';
import { refundWays, shippingRefundView } from './suggested-refund';

const processingShape = z.object({ processingStatus: z.string().nullish() });
const selectedShape = z.array(z.object({ id: z.string(), quantity: z.int() }));
const outcomeShape = z.object({
  returnLineItems: selectedShape,
  exchangeLineItems: selectedShape,
  refundShipping: z
    .object({
      fullRefund: z.boolean().nullish(),
      shippingRefundAmount: z.object({ amount: z.union([z.string(), z.number()]) }).nullish(),
    })
    .nullish(),
  refundMethodAllocation: z.string().nullish(),
});

/** Units that can be processed now: none unless the return is open. */
export function processableQuantity(entry: Return, line: { quantity: number; processedQuantity: number }): number {
  return entry.status === 'OPEN' ? line.quantity - line.processedQuantity : 0;
}

export function returnLineView(world: World, order: Order, entry: Return, line: ReturnLine): View {
  const item = lineOf(order, line.lineItemId);
  const definition = returnReasonDefinitions.find((candidate) => candidate.id === line.reasonDefinitionId);
  const fulfillmentLine = findFulfillmentLine(order, line.fulfillmentLineItemId);
  const share = nextUnits(order, { ...item, refundedQuantity: 0 }, line.quantity);
  const fee = line.restockingFee;
  return {
    __typename: 'ReturnLineItem',
    id: gid('ReturnLineItem', line.id),
    quantity: line.quantity,
    processableQuantity: processableQuantity(entry, line),
    processedQuantity: line.processedQuantity,
    unprocessedQuantity: line.quantity - line.processedQuantity,
    refundableQuantity: line.quantity - line.refundedQuantity,
    refundedQuantity: line.refundedQuantity,
    returnReason: line.reason,
    returnReasonDefinition: definition === undefined ? null : reasonDefinitionView(definition),
    returnReasonNote: line.note,
    customerNote: line.customerNote,
    totalWeight: weightView(item.weightGrams * line.quantity),
    withCodeDiscountedTotalPriceSet: bagView(share.discountedSubtotal, order.currency),
    restockingFee:
      fee === null
        ? null
        : {
            __typename: 'RestockingFee',
            id: gid('RestockingFee', fee.id),
            percentage: Number(fee.percentage),
            amountSet: bagView(restockingFeeOf(line, share.subtotal), order.currency),
          },
    fulfillmentLineItem: () =>
      fulfillmentLine === undefined ? null : world.views.fulfillmentLineItem(order, fulfillmentLine),
  };
}

function exchangeLineView(world: World, order: Order, entry: Return, line: ExchangeLine): View {
  const variant = world.store.variants.get(line.variantId);
  const product = variant === undefined ? undefined : world.store.products.get(variant.productId);
  const items = line.lineItemIds.map((id) => lineOf(order, id));
  const [first] = items;
  return {
    __typename: 'ExchangeLineItem',
    id: gid('ExchangeLineItem', line.id),
    quantity: line.quantity,
    processableQuantity: processableQuantity(entry, line),
    processedQuantity: line.processedQuantity,
    unprocessedQuantity: line.quantity - line.processedQuantity,
    productId: product === undefined ? null : gid('Product', product.id),
    title: product?.title ?? null,
    variantId: gid('ProductVariant', line.variantId),
    variantSku: variant?.sku ?? null,
    variantTitle: variant?.title ?? null,
    lineItem: () => (first === undefined ? null : world.views.lineItem(order, first)),
    lineItems: () => items.map((item) => world.views.lineItem(order, item)),
  };
}

/** Lines by how far they are processed, when asked for. */
function narrowed<T extends { quantity: number; processedQuantity: number }>(
  entry: Return,
  lines: readonly T[],
  args: unknown,
): T[] {
  const { processingStatus } = processingShape.parse(args);
  if (processingStatus === 'PROCESSABLE') return lines.filter((line) => processableQuantity(entry, line) > 0);
  if (processingStatus === 'PROCESSED') return lines.filter((line) => line.processedQuantity > 0);
  return [...lines];
}

function suggestedOutcome(world: World, order: Order, entry: Return, args: unknown): View {
  const input = outcomeShape.parse(args);
  const { currency } = order;
  const shippingAmount = input.refundShipping?.shippingRefundAmount?.amount ?? null;
  const outcome = outcomeOf(order, entry, {
    returnLines: input.returnLineItems.map((line) => ({
      id: idOf(line.id, 'ReturnLineItem'),
      quantity: line.quantity,
    })),
    exchangeLines: input.exchangeLineItems.map((line) => ({
      id: idOf(line.id, 'ExchangeLineItem'),
      quantity: line.quantity,
    })),
    shipping: {
      full: input.refundShipping?.fullRefund === true,
      amount: shippingAmount === null ? 0 : parseMinor(shippingAmount, currency),
    },
  });
  const bag = (minor: number): View => bagView(minor, currency);
  const net = totalsOf(order).net;
  const { transactions, methods } = refundWays(
    world,
    order,
    Math.max(0, outcome.balance),
    input.refundMethodAllocation,
  );
  const refund = {
    __typename: 'RefundReturnOutcome',
    amount: bag(Math.min(outcome.balance, net)),
    suggestedTransactions: transactions,
    suggestedRefundMethods: methods,
  };
  const invoice = { __typename: 'InvoiceReturnOutcome', amount: bag(-outcome.balance) };
  return {
    discountedSubtotal: bag(outcome.discountedSubtotal),
    totalCartDiscountAmount: bag(outcome.cartDiscount),
    totalTax: bag(outcome.tax),
    totalDuties: bag(0),
    totalAdditionalFees: bag(0),
    maximumRefundable: bag(net),
    refundDuties: [],
    shipping: shippingRefundView(outcome.shipping, currency),
    financialTransfer: outcome.balance === 0 ? null : outcome.balance > 0 ? refund : invoice,
  };
}

export function returnView(world: World, order: Order, entry: Return): View {
  const fee = entry.shippingFee;
  const refunds = order.refunds.filter((refund) => refund.returnId === entry.id);
  const ids = refunds.flatMap((refund) => refund.transactionIds);
  const transactions = order.transactions.filter((transaction) => ids.includes(transaction.id));
  return {
    __typename: 'Return',
    id: gid('Return', entry.id),
    name: entry.name,
    status: entry.status,
    totalQuantity: entry.lines.reduce((total, line) => total + line.quantity, 0),
    createdAt: entry.createdAt,
    requestApprovedAt: entry.approvedAt,
    closedAt: entry.closedAt,
    decline: entry.decline,
    staffMember: null,
    order: () => world.views.order(order),
    returnShippingFees:
      fee === null
        ? []
        : [
            {
              __typename: 'ReturnShippingFee',
              id: gid('ReturnShippingFee', fee.id),
              amountSet: bagView(fee.amount, order.currency),
            },
          ],
    returnLineItems: (args: unknown) =>
      connection(narrowed(entry, entry.lines, args), args, (line) => returnLineView(world, order, entry, line)),
    exchangeLineItems: (args: unknown) =>
      connection(narrowed(entry, entry.exchangeLines, args), args, (line) =>
        exchangeLineView(world, order, entry, line),
      ),
    reverseFulfillmentOrders: (args: unknown) =>
      connection(entry.reverseOrders, args, (reverse) => world.views.reverseOrder(reverse)),
    refunds: (args: unknown) => connection(refunds, args, (refund) => world.views.refund(order, refund)),
    transactions: (args: unknown) =>
      connection(transactions, args, (transaction) => world.views.transaction(order, transaction)),
    suggestedFinancialOutcome: (args: unknown) => suggestedOutcome(world, order, entry, args),
  };
}
