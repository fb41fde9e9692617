import { z } from 'zod/v4';
import { headerOf, hmacSha256, isSignature, once, signatureInvalid, type WebhookHeaders } from '../../http';
import { defined, ReturnsError } from '../../returns';
import { readExactJson } from './read-json';
import { cancelStatusOf, returnStatusOf } from './statuses';
import { readInstant } from './times';

export interface WebhookSecrets {
  readonly appKey: string;
  readonly appSecret: string;
}

/**
 * Checks the signature over app key and body, byte for byte. It holds no time: replays are told apart by the id of the
 * notification. @throws ReturnsError `signature_invalid`
 */
export function verifyWebhook(
  rawBody: Uint8Array,
  headers: WebhookHeaders,
  { appKey, appSecret }: WebhookSecrets,
): void {
  const signature = headerOf(headers, 'authorization');
  if (signature === undefined) throw signatureInvalid('tiktok_shop', 'The delivery carries no TikTok Shop signature');
  if (appKey === '' || appSecret === '') {
    throw signatureInvalid('tiktok_shop', 'No app key and secret are set to check webhooks with');
  }
  if (!isSignature(hmacSha256(appSecret, appKey, rawBody), signature, 'hex')) {
    throw signatureInvalid('tiktok_shop', 'The TikTok Shop signature does not fit this delivery');
  }
}

/** The events of a return's life, by the number in their webhooks and the name in their subscriptions. */
export const eventsByType: Readonly<Record<number, string>> = {
  1: 'ORDER_STATUS_CHANGE',
  6: 'SELLER_DEAUTHORIZATION',
  7: 'UPCOMING_AUTHORIZATION_EXPIRATION',
  11: 'CANCELLATION_STATUS_CHANGE',
  12: 'RETURN_STATUS_CHANGE',
  64: 'AFTERSALES_REQUEST_STATUS_UPDATE',
  65: 'RMA_STATUS_UPDATE',
  67: 'REFUND_SUCCESS',
};

/** What happened, wherever the news of it came from. */
export interface TikTokNews {
  /** TikTok's number of the event. */
  readonly type: number;
  /** `RETURN_STATUS_CHANGE`; `UNKNOWN` for a number that nobody knows. */
  readonly event: string;
  /** Tells this news from all others, and the same news from elsewhere as the same. */
  readonly key: string;
  readonly foundBy: 'webhook' | 'search';
  readonly notificationId?: string;
  readonly shopId?: string;
  /** ISO instant. */
  readonly at?: string;
  readonly returnId?: string;
  readonly cancelId?: string;
  readonly orderId?: string;
  readonly aftersalesRequestId?: string;
  readonly rmaId?: string;
  readonly status?: string;
  /** When the seller has to have authorized the app again, as an ISO instant. */
  readonly expiresAt?: string;
  /** What was sent, as it came. */
  readonly payload: Readonly<Record<string, unknown>>;
}

const id = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? undefined : String(value)));
const seconds = z.coerce.number().nullish();

const notificationSchema = once(() =>
  z.object({
    type: z.coerce.number().int(),
    tts_notification_id: z.union([z.string().min(1), z.number()]).transform(String),
    shop_id: id,
    timestamp: seconds,
    data: z.looseObject({}).nullish(),
  }),
);

const dataSchema = once(() =>
  z.object({
    return_id: id,
    cancel_id: id,
    order_id: id,
    aftersales_request_id: id,
    rma_id: id,
    return_status: id,
    cancel_status: id,
    order_status: id,
    aftersales_request_status: id,
    rma_status: id,
    refund_status: id,
    update_time: seconds,
    aftersales_request_update_time: seconds,
    rma_update_time: seconds,
    // The page of this event has the one name in its table, and the other in its example.
    rma_request_update_time: seconds,
    expiration_time: id,
    line_items: z
      .array(z.object({ sku_return_request_id: id }))
      .nullish()
      .catch(undefined),
  }),
);

/**
 * Reads a delivery that was verified. Numbers that are ids keep all their digits; a type that nobody knows is passed on.
 * @throws ReturnsError `unexpected_answer` for what is no notification of TikTok Shop
 */
export function parseWebhook(rawBody: Uint8Array): TikTokNews {
  const notification = notificationSchema().safeParse(readBody(rawBody));
  if (!notification.success) throw unreadable('The delivery is no notification of TikTok Shop');
  const { type, tts_notification_id: notificationId, shop_id, timestamp, data } = notification.data;
  const payload = data ?? {};
  const known = readFacts(payload, type);
  const status = statusOf(known);
  const subject = defined({
    returnId: known.return_id ?? returnOfRefund(known),
    cancelId: known.cancel_id,
    orderId: known.order_id,
    aftersalesRequestId: known.aftersales_request_id,
    rmaId: known.rma_id,
    status,
  });
  const updatedAt =
    known.update_time ?? known.aftersales_request_update_time ?? known.rma_update_time ?? known.rma_request_update_time;
  const expires = defined({ shopId: shop_id, expiresAt: known.expiration_time });
  return {
    type,
    event: eventsByType[type] ?? 'UNKNOWN',
    key: changeKey(type, { ...subject, ...expires, updatedAt }) ?? `notification:${notificationId}`,
    foundBy: 'webhook',
    notificationId,
    ...subject,
    ...defined({
      shopId: shop_id,
      at: readInstant(updatedAt) ?? readInstant(timestamp),
      expiresAt: readInstant(Number(known.expiration_time)),
    }),
    payload,
  };
}

/** What nobody knows yet may use the same names for something else: it is passed on as it came. */
function readFacts(payload: object, type: number): Facts {
  const facts = dataSchema().safeParse(payload);
  if (facts.success) return facts.data;
  if (!(type in eventsByType)) return dataSchema().parse({});
  throw unreadable('The data of the delivery are in a shape that is not known');
}

type Facts = z.output<ReturnType<typeof dataSchema>>;

function statusOf(facts: Facts): string | undefined {
  if (facts.return_status !== undefined) return returnStatusOf(facts.return_status);
  if (facts.cancel_status !== undefined) return cancelStatusOf(facts.cancel_status);
  return facts.order_status ?? facts.rma_status ?? facts.aftersales_request_status ?? facts.refund_status;
}

/** A refund outside of any batch names its return with each line. */
function returnOfRefund({ aftersales_request_id, rma_id, line_items }: Facts): string | undefined {
  if (aftersales_request_id !== undefined || rma_id !== undefined) return undefined;
  const [only, ...others] = new Set((line_items ?? []).map((line) => line.sku_return_request_id));
  return others.length === 0 ? only : undefined;
}

export interface ChangeFacts {
  readonly shopId?: string;
  /** As TikTok Shop tells it. */
  readonly expiresAt?: string;
  readonly returnId?: string;
  readonly cancelId?: string;
  readonly orderId?: string;
  readonly aftersalesRequestId?: string;
  readonly rmaId?: string;
  readonly status?: string;
  /** Unix seconds. */
  readonly updatedAt?: number | null | undefined;
}

/**
 * What tells one change from another, so that a change that a search has found first is not told again when its webhook
 * comes late, nor the other way round. Cancellations and batches pass each state once, and searches or webhooks tell no
 * time of the change. That an authorization ends soon is told daily, and is one piece of news.
 * Undefined where only the notification itself can tell.
 */
export function changeKey(type: number, facts: ChangeFacts): string | undefined {
  const { returnId, cancelId, orderId, aftersalesRequestId, rmaId, status, updatedAt, shopId, expiresAt } = facts;
  const at = updatedAt === null || updatedAt === undefined ? undefined : String(updatedAt);
  const key = (...parts: readonly (string | undefined)[]): string | undefined =>
    parts.every((part) => part !== undefined) ? parts.join(':') : undefined;
  switch (type) {
    case 1:
      return key('order', orderId, status, at);
    case 7:
      return key('authorization', shopId, expiresAt);
    case 11:
      return key('cancellation', cancelId, status);
    case 12:
      return key('return', returnId, status, at);
    case 64:
      return key('aftersales', aftersalesRequestId, status);
    case 65:
      return key('rma', rmaId, status);
    default:
      return undefined;
  }
}

function readBody(rawBody: Uint8Array): unknown {
  try {
    return readExactJson(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    throw unreadable('The delivery is not JSON');
  }
}

const unreadable = (message: string): ReturnsError =>
  new ReturnsError('unexpected_answer', message, {
    provider: 'tiktok_shop',
    description:
      'Check that the webhook address is used by TikTok Shop alone, and that no proxy changes what it sends.',
  });
