import { z } from 'zod/v4';
import { once, type Attempt, type HttpClient } from '../../http';
import { isReturnsError, ReturnsError, type Refund } from '../../returns';
import type { RefundInput } from '../payment';
import { toStripeAmount } from './amount';
import { readRefund, stripeRefundSchema, type StripeRefund } from './refund-shape';

/**
 * Pays back on a payment intent or charge. Stripe keeps an idempotency key for a day at least; an attempt taken over
 * later than that finds the refund by the key in its metadata.
 */
export async function refund(client: HttpClient, input: RefundInput, attempt: Attempt): Promise<Refund> {
  const payment = paymentOf(input.paymentReference);
  const amount = toStripeAmount(input.amount);
  if (attempt.mayHaveHappened) {
    const made = await findMade(client, payment, attempt.idempotencyKey);
    if (made) return readRefund(made);
  }
  try {
    return readRefund(await create(client, payment, amount, input, attempt.idempotencyKey, attempt.idempotencyKey));
  } catch (error) {
    if (!isStoredFailure(error)) throw error;
    // Stripe failed inside and will answer so to this key for a day: whether money went out is seen from its list only.
    const made = await findMade(client, payment, attempt.idempotencyKey);
    if (made) return readRefund(made);
    const nextKey = `${attempt.idempotencyKey}.2`;
    return readRefund(await create(client, payment, amount, input, attempt.idempotencyKey, nextKey));
  }
}

const isStoredFailure = (error: unknown): boolean =>
  isReturnsError(error) && error.context['replayed'] === true && (error.status ?? 0) >= 500;

/** @param mark kept in the metadata, to find the refund by; the same whichever key it is made under */
function create(
  client: HttpClient,
  payment: Payment,
  amount: number,
  { caseId, rma }: RefundInput,
  mark: string,
  idempotencyKey: string,
): Promise<StripeRefund> {
  return client.request({
    method: 'POST',
    path: '/v1/refunds',
    form: {
      ...payment,
      amount,
      reason: 'requested_by_customer',
      metadata: { case_id: caseId, rma, idempotency_key: mark },
    },
    idempotencyKey,
    parse: stripeRefundSchema(),
  });
}

export async function getRefund(client: HttpClient, id: string): Promise<Refund> {
  const path = `/v1/refunds/${encodeURIComponent(id)}`;
  return readRefund(await client.request({ method: 'GET', path, parse: stripeRefundSchema() }));
}

type Payment = { payment_intent: string } | { charge: string };

function paymentOf(reference: string): Payment {
  if (reference.startsWith('pi_')) return { payment_intent: reference };
  if (/^(ch|py)_/.test(reference)) return { charge: reference };
  throw new ReturnsError('invalid_input', 'This is no Stripe payment: it begins with neither pi_ nor ch_', {
    provider: 'stripe',
    description: 'Give the payment intent of the order, as `payment.reference` in the order chapter has it.',
  });
}

const pageSchema = once(() => z.object({ data: z.array(stripeRefundSchema()), has_more: z.boolean() }));

async function findMade(client: HttpClient, payment: Payment, key: string): Promise<StripeRefund | undefined> {
  let after: string | undefined;
  for (;;) {
    const query = { ...payment, limit: 100, starting_after: after };
    const page = await client.request({ method: 'GET', path: '/v1/refunds', query, parse: pageSchema() });
    const made = page.data.find(({ metadata }) => metadata?.['idempotency_key'] === key);
    after = page.data.at(-1)?.id;
    if (made || !page.has_more || after === undefined) return made;
  }
}
