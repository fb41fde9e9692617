export interface WebhookSubscription {
  readonly id: string;
  /** e.g. `RETURNS_REQUEST` */
  readonly topic: string;
  readonly uri: string;
}

/** What the headers of a delivery say. Both of Shopify's header families are read. */
export interface WebhookDelivery {
  /** As in subscriptions: `RETURNS_REQUEST`. */
  readonly topic: string;
  readonly shop: string;
  /** Unique per delivery attempt group: de-duplicate on it. */
  readonly webhookId: string;
  /** The same for one event over several topics. */
  readonly eventId?: string;
  readonly apiVersion?: string;
  readonly triggeredAt?: string;
  readonly hmac: string;
}

/** Something that has happened in the shop, found by looking. */
export interface FoundChange {
  /** As in subscriptions: `RETURNS_REQUEST`. */
  readonly topic: string;
  /** The same as that of the webhook that tells of it. */
  readonly key: string;
  readonly id: string;
  readonly orderId: string;
  readonly returnId?: string;
}
