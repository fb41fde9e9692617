import type { SandboxContext } from '../../core/context';
import type { Address } from '../objects';
import type { RefundBehaviour, StripeStore } from '../store';
import { chargeOf } from './charge';
import type { CheckoutSeed } from './checkout-shape';
import { seedLineItem } from './line-items';
import { paymentIntentOf } from './payment-intent';
import type { PaidSale, Sale } from './sale';
import { sessionOf } from './session';

export interface SeededCheckout {
  session: string;
  paymentIntent: string;
  charge: string;
  amountTotal: number;
  currency: string;
}

/** Stripe's test cards that change how a refund goes (docs.stripe.com/testing#refunds). */
const cardBehaviours: Readonly<Record<string, RefundBehaviour>> = {
  pm_card_pendingRefund: 'pending',
  pm_card_refundFail: 'fail',
};

function toAddress(address: CheckoutSeed['customer']['address']): Address {
  return {
    city: address.city,
    country: address.country,
    line1: address.line1,
    line2: address.line2 ?? null,
    postal_code: address.postalCode,
    state: address.state ?? null,
  };
}

/** A customer who went through Stripe Checkout and paid: session, line items, products, payment intent and charge. */
export function seedCheckout(context: SandboxContext, store: StripeStore, seed: CheckoutSeed): SeededCheckout {
  const { random } = context;
  const currency = seed.currency.toLowerCase();
  const created = seed.createdAt === undefined ? context.clock.unix() : Math.floor(Date.parse(seed.createdAt) / 1000);
  const sale: Sale = { seed, random, currency, created, address: toAddress(seed.customer.address) };

  const bought = seed.items.map((item) => seedLineItem(item, sale));
  const lineItems = bought.map(({ lineItem }) => lineItem);
  const paid: PaidSale = {
    ...sale,
    intentId: random.id('pi_3'),
    chargeId: random.id('ch_3'),
    amountTotal: lineItems.reduce((total, item) => total + item.amount_total, seed.shipping?.amount ?? 0),
    paymentMethod: seed.paymentMethod ?? 'pm_card_visa',
    metadata: { order_number: seed.orderNumber, ...seed.metadata },
  };
  const intent = paymentIntentOf(paid);
  const charge = chargeOf(paid);
  const session = sessionOf(paid, lineItems);

  for (const { product } of bought) store.products.set(product.id, product);
  store.paymentIntents.set(intent.id, intent);
  store.charges.set(charge.id, charge);
  store.sessions.set(session.id, session);
  store.lineItems.set(session.id, lineItems);
  store.behaviours.set(charge.id, seed.refunds ?? cardBehaviours[paid.paymentMethod] ?? 'succeed');
  const { amountTotal } = paid;
  context.journal.record({
    provider: 'stripe',
    effect: 'payment.made',
    reference: intent.id,
    detail: { orderNumber: seed.orderNumber, amount: amountTotal, currency },
  });
  return { session: session.id, paymentIntent: intent.id, charge: charge.id, amountTotal, currency };
}
