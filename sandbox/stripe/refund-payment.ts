import type { SandboxContext } from '../core/context';
import { invalidRequest, noSuch } from './errors';
import { emitEvent, type EventSource } from './events';
import type { Charge, Refund } from './objects';
import type { RefundRequest } from './refund-request';
import type { RefundBehaviour, StripeStore } from './store';

function inWords(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}

function findCharge(request: RefundRequest, store: StripeStore): Charge {
  if (request.charge !== undefined) {
    const charge = store.charges.get(request.charge);
    if (charge === undefined) throw noSuch('charge', request.charge, 'charge', 400);
    if (request.paymentIntent !== undefined && charge.payment_intent !== request.paymentIntent) {
      throw invalidRequest(
        `The charge '${charge.id}' does not belong to the payment_intent '${request.paymentIntent}'.`,
      );
    }
    return charge;
  }
  const id = request.paymentIntent ?? '';
  const intent = store.paymentIntents.get(id);
  if (intent === undefined) throw noSuch('payment_intent', id, 'payment_intent', 400);
  const charge = store.charges.get(intent.latest_charge ?? '');
  if (charge === undefined) {
    throw invalidRequest(`This PaymentIntent (${id}) does not have a successful charge to refund.`, {
      param: 'payment_intent',
    });
  }
  return charge;
}

/** Minor units that can still be given back. */
export function refundableAmount(charge: Charge): number {
  return charge.amount_captured - charge.amount_refunded;
}

/** The amount to refund. Throws what Stripe says when the charge cannot give it back. */
function ensureRefundable(charge: Charge, requested: number | undefined): number {
  if (charge.disputed) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  const left = refundableAmount(charge);
  if (left === 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  const amount = requested ?? left;
  if (amount > left) {
    // The real answer carries no code here, only the parameter.
    throw invalidRequest(
      `Refund amount (${inWords(amount, charge.currency)}) is greater than unrefunded amount on charge (${inWords(left, charge.currency)})`,
      { param: 'amount' },
    );
  }
  return amount;
}

function startingState(behaviour: RefundBehaviour): Pick<Refund, 'status' | 'pending_reason' | 'next_action'> {
  switch (behaviour) {
    case 'pending':
      return { status: 'pending', pending_reason: 'processing' };
    case 'insufficient_funds':
      return { status: 'pending', pending_reason: 'insufficient_funds' };
    case 'requires_action':
      return { status: 'requires_action', next_action: { type: 'display_details' } };
    case 'fail':
    case 'succeed':
      // A refund that will fail looks as if it had succeeded until the bank sends it back.
      return { status: 'succeeded' };
  }
}

/** Executes a refund, notes it in the journal and tells the endpoints. Throws Stripe's refusals. */
export function refundPayment(
  context: SandboxContext,
  store: StripeStore,
  request: RefundRequest,
  source: EventSource,
): Refund {
  const charge = findCharge(request, store);
  const amount = ensureRefundable(charge, request.amount);
  const refund: Refund = {
    id: context.random.id('re_3'),
    object: 'refund',
    amount,
    balance_transaction: context.random.id('txn_3'),
    charge: charge.id,
    created: context.clock.unix(),
    currency: charge.currency,
    customer: charge.customer,
    destination_details: {
      type: 'card',
      card: { type: 'refund', reference_status: 'pending', reference_type: 'acquirer_reference_number' },
    },
    ...(request.instructionsEmail === undefined ? {} : { instructions_email: request.instructionsEmail }),
    metadata: request.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: request.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    transfer_reversal: null,
    ...startingState(store.behaviours.get(charge.id) ?? 'succeed'),
  };
  store.refunds.set(refund.id, refund);
  const previous = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  charge.amount_refunded += amount;
  charge.refunded = refundableAmount(charge) === 0;
  context.journal.record({
    provider: 'stripe',
    effect: 'refund.made',
    reference: refund.id,
    detail: {
      paymentIntent: charge.payment_intent,
      charge: charge.id,
      amount,
      currency: charge.currency,
      status: refund.status,
      metadata: { ...request.metadata },
      idempotencyKey: source.idempotencyKey ?? null,
    },
  });
  emitEvent(context, store, 'refund.created', refund, source);
  emitEvent(context, store, 'charge.refunded', charge, { ...source, previous });
  return refund;
}
