import type { CheckoutSession, LineItem } from '../objects';
import { type PaidSale, taxWithin } from './sale';

function customerDetailsOf({ seed, address }: PaidSale): CheckoutSession['customer_details'] {
  return {
    address,
    email: seed.customer.email,
    name: seed.customer.name,
    phone: seed.customer.phone ?? null,
    tax_exempt: 'none',
    tax_ids: [],
  };
}

function shippingCostOf({ seed: { shipping }, random }: PaidSale): CheckoutSession['shipping_cost'] {
  if (shipping === undefined) return null;
  return {
    amount_subtotal: shipping.amount,
    amount_tax: taxWithin(shipping.amount, shipping.taxRate ?? 0),
    amount_total: shipping.amount,
    shipping_rate: random.id('shr_1'),
  };
}

export function sessionOf(sale: PaidSale, lineItems: readonly LineItem[]): CheckoutSession {
  const { seed, address, created } = sale;
  const sum = (pick: (item: LineItem) => number): number => lineItems.reduce((total, item) => total + pick(item), 0);
  const id = sale.random.id('cs_test_', 58);
  const shippingCost = shippingCostOf(sale);
  return {
    id,
    object: 'checkout.session',
    amount_subtotal: sum((item) => item.amount_subtotal),
    amount_total: sale.amountTotal,
    client_reference_id: seed.orderNumber,
    collected_information: { shipping_details: { address, name: seed.customer.name } },
    created,
    currency: sale.currency,
    customer: null,
    customer_details: customerDetailsOf(sale),
    customer_email: null,
    expires_at: created + 86_400,
    livemode: false,
    locale: seed.customer.locale ?? null,
    metadata: { ...sale.metadata },
    mode: 'payment',
    payment_intent: sale.intentId,
    payment_method_types: ['card'],
    payment_status: 'paid',
    shipping_cost: shippingCost,
    status: 'complete',
    total_details: {
      amount_discount: sum((item) => item.amount_discount),
      amount_shipping: shippingCost?.amount_total ?? 0,
      amount_tax: sum((item) => item.amount_tax) + (shippingCost?.amount_tax ?? 0),
    },
    ui_mode: 'hosted_page',
    url: null,
  };
}
