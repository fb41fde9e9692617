import { addMoney, ReturnsError, type Money } from '../../returns';
import type { ShopifyClient } from './client';
import { readRequest } from './mapping';
import { allNodes } from './pages';
import { reasonOf } from './reasons';
import { readRefund } from './refund-mapping';
import {
  returnDocument,
  returnLinesDocument,
  reverseOrdersDocument,
  type ReturnHead,
  type ReturnLineNode,
  type ReverseOrderNode,
} from './return-documents';
import type { ReturnResult, ShopifyReturn, ShopifyReturnLine, ShopifyReverseOrder } from './types';

/** A return whole, with the request that it tells of. @throws ReturnsError `not_found` */
export async function readReturn(client: ShopifyClient, id: string): Promise<ReturnResult> {
  const [{ return: head }, lines, reverseOrders] = await Promise.all([
    client.run(returnDocument, { id }),
    allNodes(async (after) => (await client.run(returnLinesDocument, { id, after })).return?.returnLineItems ?? empty),
    allNodes(
      async (after) =>
        (await client.run(reverseOrdersDocument, { id, after })).return?.reverseFulfillmentOrders ?? empty,
    ),
  ]);
  if (!head) {
    throw new ReturnsError('not_found', 'Shopify knows no such return', {
      provider: 'shopify',
      description: 'Check the id, and that the credential is of the shop that the return belongs to.',
    });
  }
  const shopifyReturn = composeReturn(head, lines, reverseOrders);
  const locale = head.order.customerLocale ?? head.order.customer?.locale ?? undefined;
  return { shopifyReturn, request: readRequest(shopifyReturn, locale) };
}

const empty = { nodes: [] };

export function composeReturn(
  head: ReturnHead,
  lines: readonly ReturnLineNode[],
  reverseOrders: readonly ReverseOrderNode[],
): ShopifyReturn {
  const { decline } = head;
  const fee = feeOf(head, lines);
  return {
    id: head.id,
    name: head.name,
    status: head.status,
    orderId: head.order.id,
    orderName: head.order.name,
    createdAt: head.createdAt,
    lines: lines.map(composeLine),
    exchangeLines: head.exchangeLineItems.nodes.map((line) => ({
      id: line.id,
      ...(line.variantId && { variantId: line.variantId }),
      title: [line.title, line.variantTitle].filter(Boolean).join(' · ') || line.id,
      quantity: line.quantity,
      processable: line.processableQuantity,
      processed: line.processedQuantity,
    })),
    reverseOrders: reverseOrders.map(composeReverseOrder),
    refunds: head.refunds.nodes.map((refund) => ({
      refund: readRefund(refund),
      ...(refund.note && { note: refund.note }),
    })),
    ...(decline && { decline: { reason: decline.reason, ...(decline.note && { note: decline.note }) } }),
    ...(fee && { fee }),
  };
}

function feeOf({ returnShippingFees }: ReturnHead, lines: readonly ReturnLineNode[]): Money | undefined {
  const fees = [...(returnShippingFees ?? []), ...lines.flatMap(({ restockingFee }) => restockingFee ?? [])];
  const [first, ...others] = fees.map(({ amountSet }) => amountSet);
  return first && addMoney(first, ...others);
}

function composeLine(line: ReturnLineNode): ShopifyReturnLine {
  const note = line.customerNote ? line.customerNote : line.returnReasonNote;
  const handle = line.returnReasonDefinition?.handle ?? line.returnReason;
  const sold = line.fulfillmentLineItem;
  return {
    id: line.id,
    ...(sold && { fulfillmentLineId: sold.id, orderLineId: sold.lineItem.id, title: sold.lineItem.title }),
    quantity: line.quantity,
    reason: reasonOf(handle),
    ...(handle && { shopifyReason: handle }),
    ...(note && { note }),
    processable: line.processableQuantity,
    processed: line.processedQuantity,
    refunded: line.refundedQuantity,
  };
}

function composeReverseOrder(order: ReverseOrderNode): ShopifyReverseOrder {
  return {
    id: order.id,
    status: order.status,
    lines: order.lineItems.nodes.map((line) => ({
      id: line.id,
      ...(line.fulfillmentLineItem && { fulfillmentLineId: line.fulfillmentLineItem.id }),
      quantity: line.totalQuantity,
      disposed: line.dispositions,
    })),
    deliveries: order.reverseDeliveries.nodes.map(({ id, deliverable }) => ({
      id,
      ...(deliverable?.tracking?.carrierName && { carrier: deliverable.tracking.carrierName }),
      ...(deliverable?.tracking?.number && { trackingNumber: deliverable.tracking.number }),
      ...(deliverable?.tracking?.url && { trackingUrl: deliverable.tracking.url }),
      ...(deliverable?.label?.publicFileUrl && { labelUrl: deliverable.label.publicFileUrl }),
    })),
  };
}
