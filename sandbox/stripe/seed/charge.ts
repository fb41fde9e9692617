import type { Charge } from '../objects';
import type { PaidSale } from './sale';

export function chargeOf(sale: PaidSale): Charge {
  const { customer } = sale.seed;
  return {
    id: sale.chargeId,
    object: 'charge',
    amount: sale.amountTotal,
    amount_captured: sale.amountTotal,
    amount_refunded: 0,
    balance_transaction: sale.random.id('txn_3'),
    billing_details: {
      address: sale.address,
      email: customer.email,
      name: customer.name,
      phone: customer.phone ?? null,
    },
    captured: true,
    created: sale.created,
    currency: sale.currency,
    customer: null,
    description: null,
    disputed: false,
    livemode: false,
    metadata: { ...sale.metadata },
    paid: true,
    payment_intent: sale.intentId,
    payment_method: sale.paymentMethod,
    payment_method_details: { type: 'card', card: { brand: 'visa', country: 'FR', last4: '4242', funding: 'credit' } },
    receipt_email: customer.email,
    refunded: false,
    status: 'succeeded',
  };
}
