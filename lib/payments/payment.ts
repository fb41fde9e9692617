import type { Attempt, ClientEnvironment, WebhookHeaders } from '../http';
import type { Money, Order, Refund } from '../returns';

export interface RefundInput {
  /** What was paid: a Stripe payment intent (`pi_…`) or charge (`ch_…`). */
  readonly paymentReference: string;
  readonly amount: Money;
  /** Kept with the refund at the provider, so that its webhooks lead back to the case. */
  readonly caseId: string;
  readonly rma: string;
}

export interface OrderKey {
  readonly orderNumber: string;
  /** Must be the one that the order was placed with. */
  readonly email: string;
}

/** News of a refund that a payment provider sent by itself. */
export interface PaymentEvent {
  /** The provider's own id of the news, for de-duplication. */
  readonly eventId: string;
  /** The provider's own word, e.g. `refund.updated`. */
  readonly type: string;
  readonly refund: Refund;
  readonly paymentReference?: string;
  /** From the metadata that we gave the refund; absent for refunds made elsewhere. */
  readonly caseId?: string;
  readonly rma?: string;
}

/**
 * One interface over every payment provider. All methods throw ReturnsError with the provider's name: `unauthorized`,
 * `forbidden`, `not_found`, `provider_refused`, `rate_limited`, `provider_unavailable`, `timed_out`, `unexpected_answer`.
 */
export interface PaymentAdapter {
  readonly name: string;
  /** Pays back exactly this amount, once per idempotency key; pending until the provider says otherwise. */
  refund(input: RefundInput, attempt: Attempt): Promise<Refund>;
  getRefund(id: string): Promise<Refund>;
  /**
   * The order chapter of what was paid, for shops that have no other order system.
   * @throws ReturnsError `not_found`, the same for an unknown order and for another person's
   */
  findOrder(key: OrderKey): Promise<Order>;
  /** Registers a webhook. Answers the secret that the provider signs with, told only once. */
  subscribe(url: string): Promise<{ readonly id: string; readonly secret: string }>;
  /** Removes a webhook; one that is gone already is fine. */
  unsubscribe(id: string): Promise<void>;
  listWebhooks(): Promise<readonly { readonly id: string; readonly url: string }[]>;
  /** Compares in constant time and refuses replays. @throws ReturnsError `signature_invalid` */
  verifyWebhook(rawBody: Uint8Array, headers: WebhookHeaders, secret: string): void;
  /** Undefined for news that is not about a refund. @throws ReturnsError `unexpected_answer` */
  parseWebhook(body: unknown): PaymentEvent | undefined;
  /** Resolves when the credentials work. */
  test(): Promise<void>;
}

/** A payment provider as the registry lists it. */
export interface PaymentProvider {
  readonly name: string;
  readonly displayName: string;
  /** @throws ReturnsError `invalid_input` when the credentials are not of this provider's shape */
  connect(credentials: unknown, environment?: ClientEnvironment): PaymentAdapter;
}
