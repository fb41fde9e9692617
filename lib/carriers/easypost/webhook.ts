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
import type { CarrierEvent } from '../carrier';
import { trackerSchema } from './shapes';
import { readTracking } from './track';

const prefix = 'hmac-sha256-hex=';

/**
 * Checks `X-Hmac-Signature` over the bytes as they came. EasyPost normalises the secret (NFKD) before it signs.
 * The signature holds no time: replays are told apart by the event id.
 */
export function verifyWebhook(rawBody: Uint8Array, headers: WebhookHeaders, secret: string): void {
  const header = headerOf(headers, 'x-hmac-signature');
  if (header === undefined) throw signatureInvalid('easypost', 'The delivery carries no EasyPost signature');
  if (secret === '') throw signatureInvalid('easypost', 'No signing secret is set for this webhook');
  const given = header.startsWith(prefix) ? header.slice(prefix.length) : '';
  if (!isSignature(hmacSha256(secret.normalize('NFKD'), rawBody), given, 'hex')) {
    throw signatureInvalid('easypost', 'The EasyPost signature does not fit this delivery');
  }
}

const eventSchema = once(() => z.object({ id: z.string(), description: z.string(), result: z.unknown() }));

/** Reads the news of a tracker; undefined for all other news. */
export function parseWebhook(body: unknown, now: number): CarrierEvent | undefined {
  const event = eventSchema().safeParse(readWebhookBody(body, 'easypost'));
  if (!event.success) throw unreadable();
  const { id, description, result } = event.data;
  if (!description.startsWith('tracker.')) return undefined;
  const tracker = trackerSchema().safeParse(result);
  if (!tracker.success) throw unreadable();
  return {
    eventId: id,
    type: description,
    tracking: readTracking(tracker.data, now),
    trackerId: tracker.data.id,
    ...(tracker.data.shipment_id && { shipmentId: tracker.data.shipment_id }),
  };
}

function unreadable(): ReturnsError {
  return new ReturnsError('unexpected_answer', 'EasyPost sent a webhook in a shape that is not known', {
    provider: 'easypost',
    description: 'Check that the webhook URL is used by EasyPost alone.',
  });
}
