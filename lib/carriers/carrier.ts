import type { Attempt, ClientEnvironment, WebhookHeaders } from '../http';
import type { Address, Label, Tracking } from '../returns';

export interface Parcel {
  /** Of the whole parcel, packaging included. */
  readonly weightGrams: number;
  readonly lengthCm?: number;
  readonly widthCm?: number;
  readonly heightCm?: number;
}

/** Which offer to buy: the cheapest of all, or the cheapest of the carrier or service that is named. */
export interface ServiceChoice {
  readonly carrier?: string;
  readonly service?: string;
}

export interface ReturnLabelInput {
  /** The shopper, who sends the parcel. */
  readonly from: Address;
  /** The shop, which receives it. */
  readonly to: Address;
  readonly parcel: Parcel;
  readonly format: Label['format'];
  /** Printed on the label where the carrier can, e.g. the RMA number. */
  readonly reference: string;
  readonly service?: ServiceChoice;
}

export interface ReturnLabel {
  readonly label: Label;
  readonly file: Uint8Array;
}

/** One way to name a parcel. `carrier` helps where the number alone does not tell whose it is. */
export type TrackingKey =
  { readonly trackingNumber: string; readonly carrier?: string } | { readonly trackerId: string };

/** News of a parcel that a carrier sent by itself. */
export interface CarrierEvent {
  /** The provider's own id of the news, for de-duplication. */
  readonly eventId: string;
  /** The provider's own word, e.g. `tracker.updated`. */
  readonly type: string;
  readonly tracking: Tracking;
  readonly trackerId?: string;
  readonly shipmentId?: string;
}

/**
 * One interface over every carrier and aggregator. All methods throw ReturnsError with the provider's name: `forbidden`,
 * `unauthorized`, `not_found`, `provider_refused`, `rate_limited`, `provider_unavailable`, `timed_out`, `unexpected_answer`.
 */
export interface CarrierAdapter {
  readonly name: string;
  /**
   * Buys a label for a parcel from the shopper to the shop, once per idempotency key.
   * @throws ReturnsError `provider_refused` listing the offers when none fits the choice
   */
  createReturnLabel(input: ReturnLabelInput, attempt: Attempt): Promise<ReturnLabel>;
  track(key: TrackingKey): Promise<Tracking>;
  /** Fetches the file of a label that was bought before. */
  downloadLabel(label: Label): Promise<Uint8Array>;
  /** Registers a webhook, or keeps the one that is there for this URL. Answers the secret of its deliveries from now on. */
  subscribe(url: string): Promise<{ readonly id: string; readonly secret: string }>;
  /** Removes a webhook; one that is gone already is fine. */
  unsubscribe(id: string): Promise<void>;
  /** The webhooks that this account has, to find ours again. */
  listWebhooks(): Promise<readonly { readonly id: string; readonly url: string }[]>;
  /** Compares in constant time. @throws ReturnsError `signature_invalid` */
  verifyWebhook(rawBody: Uint8Array, headers: WebhookHeaders, secret: string): void;
  /** Undefined for news that is not about a parcel. @throws ReturnsError `unexpected_answer` */
  parseWebhook(body: unknown): CarrierEvent | undefined;
  /** Resolves when the credentials work. */
  test(): Promise<void>;
}

/** A carrier as the registry lists it. */
export interface Carrier {
  readonly name: string;
  readonly displayName: string;
  /** @throws ReturnsError `invalid_input` when the credentials are not of this carrier's shape */
  connect(credentials: unknown, environment?: ClientEnvironment): CarrierAdapter;
}
