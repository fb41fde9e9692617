import { headerOf, hmacSha256, isSignature, signatureInvalid, type WebhookHeaders } from '../../http';
import { ReturnsError } from '../../returns';
import type { WebhookDelivery } from './types';

/**
 * Checks the signature over the bytes as they came. It holds no time: replays are told apart by the webhook id.
 * @param hmac base64, from `X-Shopify-Hmac-Sha256` or `shopify-hmac-sha256`
 * @param secret the client secret of the app
 * @throws ReturnsError `signature_invalid`
 */
export function verifyWebhook(rawBody: Uint8Array, hmac: string | undefined, secret: string): void {
  if (!hmac) throw signatureInvalid('shopify', 'The delivery carries no Shopify signature');
  if (secret === '') throw signatureInvalid('shopify', 'No client secret is set to check webhooks with');
  if (!isSignature(hmacSha256(secret, rawBody), hmac, 'base64')) {
    throw signatureInvalid('shopify', 'The Shopify signature does not fit this delivery');
  }
}

/**
 * Reads what the headers say, in either of Shopify's families: `X-Shopify-Topic: returns/request`, or the newer
 * `shopify-topic`. A name there in both is refused: a proxy, or a forger, added one of them.
 * @throws ReturnsError `unexpected_answer` when topic, shop or id are missing
 */
export function parseWebhookHeaders(headers: WebhookHeaders): WebhookDelivery {
  const read = (name: string): string | undefined => {
    const [old, fresh] = [headerOf(headers, `x-shopify-${name}`), headerOf(headers, `shopify-${name}`)];
    return old !== undefined && fresh !== undefined && old !== fresh ? undefined : (old ?? fresh);
  };
  const [topic, shop, webhookId] = [read('topic'), read('shop-domain'), read('webhook-id') ?? read('event-id')];
  if (!topic || !shop || !webhookId) {
    throw new ReturnsError('unexpected_answer', 'The delivery lacks the headers of a Shopify webhook', {
      provider: 'shopify',
      description: 'Check that the webhook URL is used by Shopify alone, and that no proxy drops its headers.',
    });
  }
  const [eventId, apiVersion, triggeredAt] = [read('event-id'), read('api-version'), read('triggered-at')];
  return {
    topic: topic.toUpperCase().replace(/[/.]/g, '_'),
    shop,
    webhookId,
    ...(eventId && { eventId }),
    ...(apiVersion && { apiVersion }),
    ...(triggeredAt && { triggeredAt }),
    hmac: read('hmac-sha256') ?? '',
  };
}

/** Shopify delivers for four hours; nothing of its own comes days later. */
const longestAgeMs = 48 * 3_600_000;

/**
 * Refuses what cannot have been sent to us now by this shop. The headers are not signed, so this tells mistakes and
 * replays rather than forgers, who lack the signature.
 * @throws ReturnsError `signature_invalid`
 */
export function ensureTimely({ shop, triggeredAt }: WebhookDelivery, ownShop: string, now: number): void {
  if (shop.toLowerCase() !== ownShop.trim().toLowerCase()) {
    throw signatureInvalid('shopify', 'The delivery is of another shop than the credential');
  }
  if (triggeredAt === undefined) return;
  const age = now - Date.parse(triggeredAt);
  if (!(age <= longestAgeMs)) throw signatureInvalid('shopify', 'The delivery is older than Shopify ever delivers');
}
