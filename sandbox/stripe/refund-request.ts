import { invalidRequest } from './errors';
import { type Form, formOf, textOf } from './form';
import type { Metadata } from './objects';

const knownParameters = new Set([
  'amount',
  'charge',
  'currency',
  'customer',
  'expand',
  'instructions_email',
  'metadata',
  'origin',
  'payment_intent',
  'reason',
  'refund_application_fee',
  'reverse_transfer',
]);

const reasons = ['duplicate', 'fraudulent', 'requested_by_customer'];

export interface RefundRequest {
  paymentIntent: string | undefined;
  charge: string | undefined;
  /** Minor units; undefined for all that is left. */
  amount: number | undefined;
  reason: string | undefined;
  instructionsEmail: string | undefined;
  metadata: Metadata;
}

/** A positive whole number of minor units, or Stripe's word for what is wrong with it. */
function readAmount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^-?\d+$/.test(text)) {
    throw invalidRequest(`Invalid integer: ${text}`, { code: 'parameter_invalid_integer', param: 'amount' });
  }
  const amount = Number(text);
  if (amount <= 0) {
    throw invalidRequest('Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' });
  }
  return amount;
}

/** Reads metadata within Stripe's limits: 50 keys of 40 characters, values of 500. */
export function readMetadata(form: Form): Metadata {
  if (typeof form['metadata'] === 'string' && form['metadata'] !== '') {
    throw invalidRequest('Invalid object', { param: 'metadata' });
  }
  const metadata: Metadata = {};
  for (const [key, value] of Object.entries(formOf(form, 'metadata'))) {
    if (typeof value !== 'string')
      throw invalidRequest('Metadata values must be strings.', { param: `metadata[${key}]` });
    if (key.length > 40) {
      throw invalidRequest(
        `Metadata keys can have up to 40 characters, but you passed in a key that is ${key.length} characters. Invalid key: ${key}`,
        { param: 'metadata' },
      );
    }
    if (value.length > 500) {
      throw invalidRequest(
        `Metadata values can have up to 500 characters, but you passed in a value that is ${value.length} characters. Invalid value: ${value}`,
        { param: `metadata[${key}]` },
      );
    }
    metadata[key] = value;
  }
  if (Object.keys(metadata).length > 50) {
    throw invalidRequest('You can only have up to 50 metadata keys.', { param: 'metadata' });
  }
  return metadata;
}

/** Reads `POST /v1/refunds`. Throws what Stripe answers before it begins to execute, which no idempotency key keeps. */
export function readRefundRequest(form: Form): RefundRequest {
  const unknown = Object.keys(form).find((name) => !knownParameters.has(name));
  if (unknown !== undefined) {
    throw invalidRequest(`Received unknown parameter: ${unknown}`, { code: 'parameter_unknown', param: unknown });
  }
  const [paymentIntent, charge] = [textOf(form, 'payment_intent'), textOf(form, 'charge')];
  if (paymentIntent === undefined && charge === undefined) {
    throw invalidRequest('One of the following params should be provided for this request: payment_intent or charge.', {
      code: 'parameter_missing',
    });
  }
  const reason = textOf(form, 'reason');
  if (reason !== undefined && !reasons.includes(reason)) {
    throw invalidRequest('Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer', {
      param: 'reason',
    });
  }
  return {
    paymentIntent,
    charge,
    amount: readAmount(textOf(form, 'amount')),
    reason,
    instructionsEmail: textOf(form, 'instructions_email'),
    metadata: readMetadata(form),
  };
}
