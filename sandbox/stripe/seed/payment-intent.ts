import type { PaymentIntent } from '../objects';
import type { PaidSale } from './sale';

export function paymentIntentOf(sale: PaidSale): PaymentIntent {
  const { seed, random, intentId, amountTotal } = sale;
  return {
    id: intentId,
    object: 'payment_intent',
    amount: amountTotal,
    amount_capturable: 0,
    amount_received: amountTotal,
    capture_method: 'automatic_async',
    client_secret: `${intentId}_secret_${random.id('')}`,
    created: sale.created,
    currency: sale.currency,
    customer: null,
    description: null,
    latest_charge: sale.chargeId,
    livemode: false,
    metadata: sale.metadata,
    payment_method: sale.paymentMethod,
    payment_method_types: ['card'],
    receipt_email: seed.customer.email,
    shipping: { address: sale.address, name: seed.customer.name, phone: seed.customer.phone ?? null },
    status: 'succeeded',
  };
}
