import { findFulfillmentLine } from '../lookup';
import type { Order, Return, ReverseDelivery, ReverseFulfillmentOrder } from '../model';
import { type Payload, priceSet, reference } from './common';

function returnLines(order: Order, entry: Return): Payload[] {
  return entry.lines.map((line) => {
    const fulfillmentLine = findFulfillmentLine(order, line.fulfillmentLineItemId);
    return {
      ...reference('ReturnLineItem', line.id),
      fulfillment_line_item: {
        ...reference('FulfillmentLineItem', line.fulfillmentLineItemId),
        line_item: reference('LineItem', fulfillmentLine?.lineItemId ?? line.lineItemId),
      },
      quantity: line.quantity,
      return_reason: line.reason.toLowerCase(),
      return_reason_note: line.note,
      customer_note: line.customerNote,
    };
  });
}

/** `returns/request`, `returns/approve` and `returns/process`. */
export function returnPayload(order: Order, entry: Return): Payload {
  const fee = entry.shippingFee;
  return {
    ...reference('Return', entry.id),
    status: entry.status.toLowerCase(),
    order: reference('Order', order.id),
    total_return_line_items: entry.lines.length,
    name: entry.name,
    return_line_items: returnLines(order, entry),
    return_shipping_fees:
      fee === null ? [] : [{ ...reference('ReturnShippingFee', fee.id), price: priceSet(fee.amount, order.currency) }],
    exchange_line_items: entry.exchangeLines.map((line) => ({
      ...reference('ExchangeLineItem', line.id),
      line_item: line.lineItemIds[0] === undefined ? null : reference('LineItem', line.lineItemIds[0]),
    })),
    total_exchange_line_items: entry.exchangeLines.length,
  };
}

/** `returns/decline`. */
export function returnDeclinedPayload(order: Order, entry: Return): Payload {
  return {
    ...reference('Return', entry.id),
    status: entry.status.toLowerCase(),
    order: reference('Order', order.id),
    decline: { reason: entry.decline?.reason.toLowerCase() ?? null, note: entry.decline?.note ?? null },
  };
}

/** `returns/cancel`, `returns/close` and `returns/reopen`. */
export function returnStatusPayload(order: Order, entry: Return): Payload {
  return { ...reference('Return', entry.id), order_id: Number(order.id), status: entry.status.toLowerCase() };
}

/** `returns/update`: what was taken out of a return. */
export function returnUpdatedPayload(
  entry: Return,
  removals: readonly { id: string; delta: number }[],
  exchangeRemovals: readonly { id: string; delta: number }[],
): Payload {
  return {
    ...reference('Return', entry.id),
    return_line_items: {
      removals: removals.map(({ id, delta }) => ({ ...reference('ReturnLineItem', id), delta })),
    },
    exchange_line_items: {
      removals: exchangeRemovals.map(({ id, delta }) => ({ ...reference('ExchangeLineItem', id), delta })),
    },
    restocking_fees: { updates: [] },
    return_shipping_fees: { updates: [] },
  };
}

/** `reverse_deliveries/attach_deliverable`. */
export function deliverablePayload(reverse: ReverseFulfillmentOrder, delivery: ReverseDelivery): Payload {
  return {
    ...reference('ReverseDelivery', delivery.id),
    return: reference('Return', reverse.returnId),
    shipping_deliverable: {
      tracking_number: delivery.tracking?.number ?? null,
      tracking_url: delivery.tracking?.url ?? null,
      carrier_name: delivery.tracking?.carrierName ?? null,
      label_public_file_url: delivery.label?.publicFileUrl ?? null,
    },
  };
}

/** `reverse_fulfillment_orders/dispose`. */
export function disposedPayload(
  reverse: ReverseFulfillmentOrder,
  disposed: readonly { lineId: string; id: string; type: string; quantity: number; locationId: string | null }[],
): Payload {
  return {
    ...reference('ReverseFulfillmentOrder', reverse.id),
    total_dispositions: disposed.length,
    dispositions: disposed.map((entry) => ({
      ...reference('ReverseFulfillmentOrderDisposition', entry.id),
      disposition_type: entry.type.toLowerCase(),
      quantity: entry.quantity,
      location_id: entry.locationId === null ? null : Number(entry.locationId),
      reverse_fulfillment_order_line_item: reference('ReverseFulfillmentOrderLineItem', entry.lineId),
    })),
  };
}
