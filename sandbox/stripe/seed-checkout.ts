import { z } from 'zod/v4';
import type { SandboxContext } from '../core/context';
import type { Address, CheckoutSession, Charge, LineItem, PaymentIntent } from './objects';
import { type RefundBehaviour, refundBehaviours, type StripeStore } from './store';

const metadata = z.record(z.string(), z.string());

const addressShape = z.object({
  line1: z.string(),
  line2: z.string().nullish(),
  city: z.string(),
  postalCode: z.string(),
  state: z.string().nullish(),
  country: z.string().length(2),
});

/** What `POST /control/stripe/checkout-sessions` takes. Amounts in minor units, tax included. */
export const checkoutShape = z.strictObject({
  orderNumber: z.string().min(1),
  customer: z.strictObject({
    name: z.string(),
    email: z.string(),
    phone: z.string().nullish(),
    address: addressShape,
    locale: z.string().optional(),
  }),
  currency: z.string().length(3),
  items: z
    .array(
      z.strictObject({
        sku: z.string(),
        name: z.string(),
        quantity: z.int().min(1),
        unitAmount: z.int().min(0),
        /** Off the whole line. */
        discountAmount: z.int().min(0).optional(),
        /** 0.2 for 20 %, contained in the price. */
        taxRate: z.number().min(0).optional(),
        category: z.string().optional(),
        image: z.string().optional(),
        metadata: metadata.optional(),
      }),
    )
    .min(1),
  shipping: z.strictObject({ amount: z.int().min(0), taxRate: z.number().min(0).optional() }).optional(),
  /** A test card such as `pm_card_visa`, `pm_card_pendingRefund` or `pm_card_refundFail`. */
  paymentMethod: z.string().optional(),
  refunds: z.enum(refundBehaviours).optional(),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  metadata: metadata.optional(),
});

export type CheckoutSeed = z.infer<typeof checkoutShape>;

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

const taxWithin = (gross: number, rate: number): number => gross - Math.round(gross / (1 + rate));

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
  const address = toAddress(seed.customer.address);

  const lineItems = seed.items.map((item): LineItem => {
    const product = random.id('prod_', 14);
    store.products.set(product, {
      id: product,
      object: 'product',
      active: true,
      created,
      description: null,
      images: item.image === undefined ? [] : [item.image],
      livemode: false,
      metadata: {
        sku: item.sku,
        ...(item.category === undefined ? {} : { category: item.category }),
        ...item.metadata,
      },
      name: item.name,
    });
    const subtotal = item.unitAmount * item.quantity;
    const discount = item.discountAmount ?? 0;
    return {
      id: random.id('li_1'),
      object: 'item',
      amount_discount: discount,
      amount_subtotal: subtotal,
      amount_tax: taxWithin(subtotal - discount, item.taxRate ?? 0),
      amount_total: subtotal - discount,
      currency,
      description: item.name,
      metadata: { ...item.metadata },
      price: {
        id: random.id('price_1'),
        object: 'price',
        active: true,
        created,
        currency,
        livemode: false,
        metadata: { sku: item.sku },
        product,
        tax_behavior: 'inclusive',
        type: 'one_time',
        unit_amount: item.unitAmount,
        unit_amount_decimal: String(item.unitAmount),
      },
      quantity: item.quantity,
    };
  });

  const shippingAmount = seed.shipping?.amount ?? 0;
  const shippingTax = taxWithin(shippingAmount, seed.shipping?.taxRate ?? 0);
  const sum = (pick: (item: LineItem) => number): number => lineItems.reduce((total, item) => total + pick(item), 0);
  const amountTotal = sum((item) => item.amount_total) + shippingAmount;
  const orderMetadata = { order_number: seed.orderNumber, ...seed.metadata };
  const paymentMethod = seed.paymentMethod ?? 'pm_card_visa';

  const intentId = random.id('pi_3');
  const chargeId = random.id('ch_3');
  const intent: PaymentIntent = {
    id: intentId,
    object: 'payment_intent',
    amount: amountTotal,
    amount_capturable: 0,
    amount_received: amountTotal,
    capture_method: 'automatic_async',
    client_secret: `${intentId}_secret_${random.id('')}`,
    created,
    currency,
    customer: null,
    description: null,
    latest_charge: chargeId,
    livemode: false,
    metadata: orderMetadata,
    payment_method: paymentMethod,
    payment_method_types: ['card'],
    receipt_email: seed.customer.email,
    shipping: { address, name: seed.customer.name, phone: seed.customer.phone ?? null },
    status: 'succeeded',
  };
  const charge: Charge = {
    id: chargeId,
    object: 'charge',
    amount: amountTotal,
    amount_captured: amountTotal,
    amount_refunded: 0,
    balance_transaction: random.id('txn_3'),
    billing_details: {
      address,
      email: seed.customer.email,
      name: seed.customer.name,
      phone: seed.customer.phone ?? null,
    },
    captured: true,
    created,
    currency,
    customer: null,
    description: null,
    disputed: false,
    livemode: false,
    metadata: { ...orderMetadata },
    paid: true,
    payment_intent: intentId,
    payment_method: paymentMethod,
    payment_method_details: { type: 'card', card: { brand: 'visa', country: 'FR', last4: '4242', funding: 'credit' } },
    receipt_email: seed.customer.email,
    refunded: false,
    status: 'succeeded',
  };
  const session: CheckoutSession = {
    id: random.id('cs_test_', 58),
    object: 'checkout.session',
    amount_subtotal: sum((item) => item.amount_subtotal),
    amount_total: amountTotal,
    client_reference_id: seed.orderNumber,
    collected_information: { shipping_details: { address, name: seed.customer.name } },
    created,
    currency,
    customer: null,
    customer_details: {
      address,
      email: seed.customer.email,
      name: seed.customer.name,
      phone: seed.customer.phone ?? null,
      tax_exempt: 'none',
      tax_ids: [],
    },
    customer_email: null,
    expires_at: created + 86_400,
    livemode: false,
    locale: seed.customer.locale ?? null,
    metadata: { ...orderMetadata },
    mode: 'payment',
    payment_intent: intentId,
    payment_method_types: ['card'],
    payment_status: 'paid',
    shipping_cost:
      seed.shipping === undefined
        ? null
        : {
            amount_subtotal: shippingAmount,
            amount_tax: shippingTax,
            amount_total: shippingAmount,
            shipping_rate: random.id('shr_1'),
          },
    status: 'complete',
    total_details: {
      amount_discount: sum((item) => item.amount_discount),
      amount_shipping: shippingAmount,
      amount_tax: sum((item) => item.amount_tax) + shippingTax,
    },
    ui_mode: 'hosted_page',
    url: null,
  };

  store.paymentIntents.set(intentId, intent);
  store.charges.set(chargeId, charge);
  store.sessions.set(session.id, session);
  store.lineItems.set(session.id, lineItems);
  store.behaviours.set(chargeId, seed.refunds ?? cardBehaviours[paymentMethod] ?? 'succeed');
  context.journal.record({
    provider: 'stripe',
    effect: 'payment.made',
    reference: intentId,
    detail: { orderNumber: seed.orderNumber, amount: amountTotal, currency },
  });
  return { session: session.id, paymentIntent: intentId, charge: chargeId, amountTotal, currency };
}
