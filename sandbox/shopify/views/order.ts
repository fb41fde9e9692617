import { z } from 'zod/v4';
import { connection } from '../connection';
import { gid } from '../gid';
import { fulfilledQuantity, returnStatusOf } from '../lookup';
import type { Order } from '../model';
import { paymentPageOf } from '../pay-outstanding';
import { totalsOf } from '../pricing';
import { search } from '../search';
import { type View, bagView, moneyView } from '../view';
import { shopDomain } from '../names';
import type { World } from '../world';
import { addressView, countView, taxLineView } from './common';
import { discountApplicationView } from './line-item';
import { metafieldFields } from './metafield';
import { suggestedRefund } from './suggested-refund';

const firstShape = z.object({ first: z.int().nullish() });
const queryShape = z.object({ query: z.string().nullish() });

function head<T>(list: readonly T[], args: unknown): readonly T[] {
  const { first } = firstShape.parse(args);
  return first === undefined || first === null ? list : list.slice(0, first);
}

export function financialStatusOf(order: Order): string {
  const { received, refunded } = totalsOf(order);
  if (received === 0) return 'PENDING';
  if (refunded === 0) return 'PAID';
  return refunded >= received ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
}

export function fulfillmentStatusOf(order: Order): string {
  const wanted = order.lines.reduce((total, line) => total + line.quantity, 0);
  const done = order.lines.reduce((total, line) => total + fulfilledQuantity(order, line), 0);
  if (order.fulfillmentOrders.some((entry) => entry.status === 'ON_HOLD')) return 'ON_HOLD';
  if (done === 0) return 'UNFULFILLED';
  return done >= wanted ? 'FULFILLED' : 'PARTIALLY_FULFILLED';
}

export function shippingLineView(order: Order): View | null {
  const { shipping, currency } = order;
  if (shipping === null) return null;
  return {
    id: gid('ShippingLine', shipping.id),
    title: shipping.title,
    code: shipping.title,
    source: 'shopify',
    carrierIdentifier: null,
    deliveryCategory: null,
    custom: false,
    isRemoved: false,
    phone: null,
    shippingRateHandle: null,
    originalPriceSet: bagView(shipping.price, currency),
    discountedPriceSet: bagView(shipping.price, currency),
    currentDiscountedPriceSet: bagView(shipping.price - shipping.refunded, currency),
    discountAllocations: [],
    taxLines:
      shipping.tax === 0
        ? []
        : [taxLineView(shipping.tax, currency, shipping.taxRate, order.shippingAddress.countryCode)],
  };
}

function taxLines(order: Order): View[] {
  const byRate = new Map<string, number>();
  for (const line of order.lines.filter((entry) => entry.exchangeOf === null)) {
    byRate.set(line.taxRate, (byRate.get(line.taxRate) ?? 0) + line.tax);
  }
  const { shipping } = order;
  if (shipping !== null) byRate.set(shipping.taxRate, (byRate.get(shipping.taxRate) ?? 0) + shipping.tax);
  return [...byRate]
    .filter(([, amount]) => amount > 0)
    .map(([rate, amount]) => taxLineView(amount, order.currency, rate, order.shippingAddress.countryCode));
}

function moneyFields(order: Order): View {
  const totals = totalsOf(order);
  const bag = (minor: number): View => bagView(minor, order.currency);
  return {
    subtotalPriceSet: bag(totals.subtotal),
    totalPriceSet: bag(totals.total),
    originalTotalPriceSet: bag(totals.total),
    totalTaxSet: bag(totals.tax),
    totalDiscountsSet: bag(totals.discounts),
    totalShippingPriceSet: bag(totals.shipping),
    totalReceivedSet: bag(totals.received),
    totalRefundedSet: bag(totals.refunded),
    totalRefundedShippingSet: bag(order.shipping?.refunded ?? 0),
    totalOutstandingSet: bag(totals.outstanding),
    totalCapturableSet: bag(0),
    totalTipReceivedSet: bag(0),
    totalTipReceived: moneyView(0, order.currency),
    netPaymentSet: bag(totals.net),
    cartDiscountAmountSet: totals.cartDiscounts === 0 ? null : bag(totals.cartDiscounts),
    currentSubtotalPriceSet: bag(totals.currentSubtotal),
    currentTotalPriceSet: bag(totals.currentTotal),
    currentTotalTaxSet: bag(totals.currentTax),
    currentShippingPriceSet: bag((order.shipping?.price ?? 0) - (order.shipping?.refunded ?? 0)),
    refundDiscrepancySet: bag(order.refunds.reduce((total, refund) => total + refund.discrepancy, 0)),
    currentTotalDutiesSet: null,
    originalTotalDutiesSet: null,
    originalTotalAdditionalFeesSet: null,
    currentTotalAdditionalFeesSet: order.feesCharged === 0 ? null : bag(order.feesCharged),
  };
}

export function orderView(world: World, order: Order): View {
  const totals = totalsOf(order);
  const customer = world.store.customers.get(order.customerId);
  const application = discountApplicationView(order);
  const address = addressView(order.id, order.shippingAddress);
  const current = order.lines.reduce((total, line) => total + line.quantity - line.refundedQuantity, 0);
  return {
    __typename: 'Order',
    id: gid('Order', order.id),
    legacyResourceId: order.id,
    name: order.name,
    number: order.number,
    confirmationNumber: order.confirmationNumber,
    confirmed: true,
    test: true,
    email: order.email,
    phone: order.phone,
    note: order.note,
    tags: [...order.tags].sort(),
    poNumber: null,
    sourceName: 'web',
    sourceIdentifier: null,
    customerLocale: order.locale,
    customAttributes: [],
    currencyCode: order.currency,
    presentmentCurrencyCode: order.currency,
    taxesIncluded: order.taxesIncluded,
    taxExempt: false,
    dutiesIncluded: false,
    estimatedTaxes: false,
    edited: order.lines.some((line) => line.exchangeOf !== null),
    closed: order.closedAt !== null,
    closedAt: order.closedAt,
    cancelledAt: null,
    cancelReason: null,
    cancellation: null,
    createdAt: order.createdAt,
    processedAt: order.processedAt,
    updatedAt: order.updatedAt,
    displayFinancialStatus: financialStatusOf(order),
    displayFulfillmentStatus: fulfillmentStatusOf(order),
    returnStatus: returnStatusOf(order),
    fullyPaid: totals.outstanding <= 0,
    unpaid: totals.received === 0,
    capturable: false,
    canMarkAsPaid: totals.outstanding > 0,
    canNotifyCustomer: true,
    fulfillable: order.fulfillmentOrders.some((entry) => entry.status === 'OPEN'),
    refundable: totals.net > 0,
    restockable: current > 0,
    merchantEditable: true,
    merchantEditableErrors: [],
    requiresShipping: true,
    paymentGatewayNames: [...new Set(order.transactions.map((entry) => entry.gateway))],
    shippingAddress: address,
    billingAddress: address,
    displayAddress: address,
    billingAddressMatchesShippingAddress: true,
    discountCode: order.discount?.code ?? null,
    discountCodes: order.discount === null ? [] : [order.discount.code],
    discountApplications: (args: unknown) =>
      connection(application === null ? [] : [{ id: order.id }], args, () => application ?? {}),
    taxLines: taxLines(order),
    currentTaxLines: taxLines(order),
    additionalFees: [],
    disputes: [],
    alerts: [],
    statusPageUrl: `https://${shopDomain}/orders/${order.confirmationNumber}`,
    subtotalLineItemsQuantity: order.lines
      .filter((line) => line.exchangeOf === null)
      .reduce((total, line) => total + line.quantity, 0),
    currentSubtotalLineItemsQuantity: current,
    totalWeight: String(order.lines.reduce((total, line) => total + line.weightGrams * line.quantity, 0)),
    ...moneyFields(order),
    customer: () => (customer === undefined ? null : world.views.customer(customer)),
    app: () => ({ id: gid('App', '1'), name: 'Online Store' }),
    lineItems: (args: unknown) => connection(order.lines, args, (line) => world.views.lineItem(order, line)),
    shippingLine: () => shippingLineView(order),
    shippingLines: (args: unknown) =>
      connection(order.shipping === null ? [] : [{ id: order.shipping.id }], args, () => shippingLineView(order) ?? {}),
    fulfillments: (args: unknown) =>
      head(order.fulfillments, args).map((entry) => world.views.fulfillment(order, entry)),
    fulfillmentsCount: countView(order.fulfillments.length),
    fulfillmentOrders: (args: unknown) =>
      connection(order.fulfillmentOrders, args, (entry) => world.views.fulfillmentOrder(order, entry)),
    transactions: (args: unknown) =>
      head(order.transactions, args).map((entry) => world.views.transaction(order, entry)),
    transactionsCount: countView(order.transactions.length),
    refunds: (args: unknown) => head(order.refunds, args).map((entry) => world.views.refund(order, entry)),
    returns: (args: unknown) => {
      const found = search(order.returns, queryShape.parse(args).query, {
        status: (entry) => [entry.status],
        id: (entry) => [entry.id, gid('Return', entry.id)],
        name: (entry) => [entry.name],
      });
      return connection(found, args, (entry) => world.views.return(order, entry));
    },
    suggestedRefund: (args: unknown) => suggestedRefund(world, order, args),
    paymentCollectionDetails: { additionalPaymentCollectionUrl: paymentPageOf(order), vaultedPaymentMethods: null },
    ...metafieldFields(order.metafields),
  };
}
