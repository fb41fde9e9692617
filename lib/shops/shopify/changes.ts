/** What webhook topics speak of, and which deliveries tell of one and the same change. Pure. */

type Payload = Readonly<Record<string, unknown>>;

interface TopicKind {
  readonly pattern: RegExp;
  /** What the payload itself is. */
  readonly resource: string;
  /** Happens once in the life of that resource, so that it can be told by it, whoever finds it. */
  readonly once?: boolean;
}

const kinds: readonly TopicKind[] = [
  { pattern: /^RETURNS_(REQUEST|APPROVE|DECLINE|CANCEL)$/, resource: 'Return', once: true },
  { pattern: /^RETURNS_/, resource: 'Return' },
  { pattern: /^REVERSE_DELIVERIES_/, resource: 'ReverseDelivery' },
  { pattern: /^REVERSE_FULFILLMENT_ORDERS_/, resource: 'ReverseFulfillmentOrder' },
  { pattern: /^REFUNDS_CREATE$/, resource: 'Refund', once: true },
  { pattern: /^ORDER_TRANSACTIONS_CREATE$/, resource: 'OrderTransaction', once: true },
  { pattern: /^FULFILLMENTS_CREATE$/, resource: 'Fulfillment', once: true },
  { pattern: /^FULFILLMENTS_/, resource: 'Fulfillment' },
  { pattern: /^ORDERS_/, resource: 'Order' },
];

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const idIn = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'admin_graphql_api_id' in value
    ? text(value.admin_graphql_api_id)
    : undefined;

/** What a delivery is about. */
export interface Subject {
  /** Shopify's id of what the payload itself is, where its topic says what that should be. */
  readonly id?: string;
  readonly returnId?: string;
  readonly orderId?: string;
}

/** Return topics are about a return; refunds and reverse deliveries name theirs inside. */
export function subjectOf(topic: string, payload: Payload): Subject {
  const kind = kinds.find(({ pattern }) => pattern.test(topic));
  const id = idIn(payload);
  const returnId = kind?.resource === 'Return' ? id : idIn(payload['return']);
  const orderId =
    kind?.resource === 'Order'
      ? id
      : (idIn(payload['order']) ??
        (typeof payload['order_id'] === 'number' ? `gid://shopify/Order/${payload['order_id']}` : undefined));
  return { ...(id && { id }), ...(returnId && { returnId }), ...(orderId && { orderId }) };
}

/** Whether the payload is what its topic speaks of: the topic is not signed, the payload is. */
export function fitsTopic(topic: string, payload: Payload): boolean {
  const kind = kinds.find(({ pattern }) => pattern.test(topic));
  if (!kind) return true;
  const id = idIn(payload);
  return id !== undefined && id.startsWith(`gid://shopify/${kind.resource}/`);
}

/**
 * The key of a change that happens once, the same for a webhook and for who looks it up; undefined for one that may happen
 * again. A label may be put on a delivery anew, so it counts by its number.
 */
export function changeKey(topic: string, id: string | undefined, trackingNumber?: string): string | undefined {
  if (id === undefined) return undefined;
  if (topic === 'REVERSE_DELIVERIES_ATTACH_DELIVERABLE') {
    return trackingNumber === undefined ? undefined : `${topic}:${id}:${trackingNumber}`;
  }
  return kinds.find(({ pattern }) => pattern.test(topic))?.once ? `${topic}:${id}` : undefined;
}

/** The same, read from what was delivered. */
export function deliveredChangeKey(topic: string, payload: Payload): string | undefined {
  const deliverable = payload['shipping_deliverable'];
  const number =
    typeof deliverable === 'object' && deliverable !== null && 'tracking_number' in deliverable
      ? text(deliverable.tracking_number)
      : undefined;
  return changeKey(topic, subjectOf(topic, payload).id, number);
}

/**
 * The key of an event over all the topics that tell of it: the action of somebody in the shop, and the return or other
 * thing that it was done to, because one action may be done to several.
 */
export function eventKey(eventId: string, topic: string, payload: Payload): string {
  const { id, returnId } = subjectOf(topic, payload);
  return `${eventId}:${returnId ?? id ?? topic}`;
}
