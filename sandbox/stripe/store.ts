import type {
  CheckoutSession,
  Charge,
  LineItem,
  PaymentIntent,
  Product,
  Refund,
  StripeEvent,
  WebhookEndpoint,
} from './objects';

/** How refunds of a payment go, as Stripe's test cards make them go. */
export const refundBehaviours = ['succeed', 'pending', 'fail', 'requires_action', 'insufficient_funds'] as const;
export type RefundBehaviour = (typeof refundBehaviours)[number];

/** Everything this account holds, oldest first. */
export class StripeStore {
  readonly paymentIntents = new Map<string, PaymentIntent>();
  readonly charges = new Map<string, Charge>();
  readonly refunds = new Map<string, Refund>();
  readonly sessions = new Map<string, CheckoutSession>();
  readonly lineItems = new Map<string, LineItem[]>();
  readonly products = new Map<string, Product>();
  readonly events = new Map<string, StripeEvent>();
  readonly endpoints = new Map<string, WebhookEndpoint>();
  /** Signing secrets by endpoint: Stripe shows each only once. */
  readonly secrets = new Map<string, string>();
  /** By charge; a charge that is not here refunds at once. */
  readonly behaviours = new Map<string, RefundBehaviour>();

  clear(keepSubscriptions: boolean): void {
    const worlds = [this.paymentIntents, this.charges, this.refunds, this.sessions, this.lineItems, this.products];
    for (const world of [...worlds, this.events, this.behaviours]) world.clear();
    if (keepSubscriptions) return;
    this.endpoints.clear();
    this.secrets.clear();
  }

  /** Any object that a field of another may name, for `expand`. */
  byId(id: string): object | undefined {
    return this.paymentIntents.get(id) ?? this.charges.get(id) ?? this.refunds.get(id) ?? this.products.get(id);
  }
}
