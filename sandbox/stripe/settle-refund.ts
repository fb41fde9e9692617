import type { SandboxContext } from '../core/context';
import { invalidRequest } from './errors';
import { emitEvent, type EventSource } from './events';
import type { Refund } from './objects';
import { refundableAmount } from './refund-payment';
import type { StripeStore } from './store';

/** After so many seconds a test card's refund becomes what it was always going to be. */
const settlesAfterSeconds = 60;

function giveBackToCharge(store: StripeStore, refund: Refund): void {
  const charge = store.charges.get(refund.charge);
  if (charge === undefined) return;
  charge.amount_refunded -= refund.amount;
  charge.refunded = refundableAmount(charge) === 0;
}

function tell(context: SandboxContext, store: StripeStore, refund: Refund, types: string[], source: EventSource): void {
  context.journal.record({
    provider: 'stripe',
    effect: `refund.${refund.status}`,
    reference: refund.id,
    detail: { paymentIntent: refund.payment_intent, amount: refund.amount, currency: refund.currency },
  });
  for (const type of types) emitEvent(context, store, type, refund, source);
}

/** The bank took it. Nothing happens to a refund that is already settled. */
export function succeedRefund(context: SandboxContext, store: StripeStore, refund: Refund): Refund {
  if (refund.status !== 'pending' && refund.status !== 'requires_action') return refund;
  const previous = { status: refund.status };
  refund.status = 'succeeded';
  delete refund.pending_reason;
  delete refund.next_action;
  tell(context, store, refund, ['refund.updated', 'charge.refund.updated'], { previous });
  return refund;
}

/** The bank sent it back: the money is with the shop again, and the charge can be refunded anew. */
export function failRefund(
  context: SandboxContext,
  store: StripeStore,
  refund: Refund,
  failureReason = 'expired_or_canceled_card',
): Refund {
  if (refund.status === 'failed' || refund.status === 'canceled') return refund;
  const previous = { status: refund.status };
  refund.status = 'failed';
  refund.failure_reason = failureReason;
  refund.failure_balance_transaction = context.random.id('txn_3');
  delete refund.pending_reason;
  delete refund.next_action;
  giveBackToCharge(store, refund);
  tell(context, store, refund, ['refund.updated', 'refund.failed', 'charge.refund.updated'], { previous });
  return refund;
}

/** Cancels a refund that waits for the customer; Stripe refuses it in any other state. */
export function cancelRefund(context: SandboxContext, store: StripeStore, refund: Refund, source: EventSource): Refund {
  if (refund.status !== 'requires_action') {
    throw invalidRequest(
      `You cannot cancel a refund with a status of ${refund.status}; only refunds with status requires_action can be canceled.`,
    );
  }
  refund.status = 'canceled';
  delete refund.next_action;
  giveBackToCharge(store, refund);
  tell(context, store, refund, ['refund.updated', 'charge.refund.updated'], {
    ...source,
    previous: { status: 'requires_action' },
  });
  return refund;
}

/** Lets refunds on test cards come to their end once enough time has gone by on the sandbox's clock. */
export function settleDueRefunds(context: SandboxContext, store: StripeStore): void {
  const due = context.clock.unix() - settlesAfterSeconds;
  for (const refund of store.refunds.values()) {
    if (refund.created > due) continue;
    const behaviour = store.behaviours.get(refund.charge);
    if (behaviour === 'pending') succeedRefund(context, store, refund);
    if (behaviour === 'fail' && refund.status === 'succeeded') failRefund(context, store, refund);
  }
}
