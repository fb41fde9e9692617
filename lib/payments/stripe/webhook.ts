import { z } from 'zod/v4';
import {
  once,
  headerOf,
  hmacSha256,
  isSignature,
  readWebhookBody,
  signatureInvalid,
  type WebhookHeaders,
} from '../../http';
import { ReturnsError } from '../../returns';
import type { PaymentEvent } from '../payment';
import { readRefund, stripeRefundSchema } from './refund-shape';

/** A captured delivery is of no use to a forger after five minutes. Source: docs.stripe.com/webhooks. */
export const toleranceSeconds = 300;

/**
 * Checks `Stripe-Signature` over the bytes as they came. Several `v1` are there while a secret is being replaced.
 * @param now milliseconds since 1970
 * @throws ReturnsError `signature_invalid`
 */
export function verifyWebhook(rawBody: Uint8Array, headers: WebhookHeaders, secret: string, now: number): void {
  const header = headerOf(headers, 'stripe-signature');
  if (header === undefined) throw signatureInvalid('stripe', 'The delivery carries no Stripe signature');
  if (secret === '') throw signatureInvalid('stripe', 'No signing secret is set for this webhook');
  const parts = header.split(',').map((part) => part.trim().split('='));
  const values = (scheme: string): string[] =>
    parts.flatMap(([name, value, ...rest]) =>
      name === scheme && value !== undefined && rest.length === 0 ? [value] : [],
    );
  const [time, ...others] = values('t');
  if (time === undefined || others.length > 0 || !/^\d{1,12}$/.test(time)) {
    throw signatureInvalid('stripe', 'The Stripe signature names no time');
  }
  const expected = hmacSha256(secret, `${time}.`, rawBody);
  if (!values('v1').some((signature) => isSignature(expected, signature, 'hex'))) {
    throw signatureInvalid('stripe', 'The Stripe signature does not fit this delivery');
  }
  if (Math.abs(now / 1000 - Number(time)) > toleranceSeconds) {
    throw signatureInvalid('stripe', 'The delivery was signed too long ago, or the clock of this server is wrong');
  }
}

export const refundEvents = ['refund.created', 'refund.updated', 'refund.failed'] as const;

const eventSchema = once(() => z.object({ id: z.string(), type: z.string(), data: z.object({ object: z.unknown() }) }));

/** Reads the news of a refund; undefined for all other news. */
export function parseWebhook(body: unknown): PaymentEvent | undefined {
  const event = eventSchema().safeParse(readWebhookBody(body, 'stripe'));
  if (!event.success) throw unreadable();
  const { id, type, data } = event.data;
  if (!refundEvents.some((known) => known === type) && type !== 'charge.refund.updated') return undefined;
  const refund = stripeRefundSchema().safeParse(data.object);
  if (!refund.success) throw unreadable();
  const { metadata, payment_intent: intent, charge } = refund.data;
  const reference = intent ?? charge;
  return {
    eventId: id,
    type,
    refund: readRefund(refund.data),
    ...(reference && { paymentReference: reference }),
    ...(metadata?.['case_id'] && { caseId: metadata['case_id'] }),
    ...(metadata?.['rma'] && { rma: metadata['rma'] }),
  };
}

function unreadable(): ReturnsError {
  return new ReturnsError('unexpected_answer', 'Stripe sent a webhook in a shape that is not known', {
    provider: 'stripe',
    description: 'Check that the webhook endpoint sends snapshot events, and its API version.',
  });
}
