import { z } from 'zod/v4';
import { once } from '../../http';
import { ReturnsError } from '../../returns';
import type { TikTokShopClient } from './client';
import { isClosedToApp } from './closed-to-app';

/** TikTok Shop keeps one address per event of a shop. */
export interface WebhookSubscription {
  readonly event: string;
  readonly url: string;
}

const webhooksSchema = once(() =>
  z.object({
    webhooks: z.array(z.object({ event_type: z.string(), address: z.string().nullish() })).nullish(),
  }),
);

export async function listWebhooks(client: TikTokShopClient): Promise<WebhookSubscription[]> {
  const { webhooks } = await client.call('listWebhooks', { data: webhooksSchema() });
  return (webhooks ?? []).map(({ event_type, address }) => ({ event: event_type, url: address ?? '' }));
}

export interface SubscribeInput {
  readonly events: readonly string[];
  readonly url: string;
  /** Whether events that another address has come here from now on. */
  readonly takeOver?: boolean;
  /** Is told of an event of batches that TikTok Shop does not send to this app; the others are subscribed to. */
  readonly onClosed?: (event: string, error: ReturnsError) => void;
}

/** Source: the published specification. */
const longestAddress = 255;

/**
 * Has these events sent to one address. Another address that has one of them is left alone unless told to take over: it
 * may be another workflow's, and TikTok Shop would take the event away from it without a word.
 * @throws ReturnsError `conflict`; `invalid_input` for an address that is too long
 */
export async function subscribe(
  client: TikTokShopClient,
  { events, url, takeOver = false, onClosed = () => undefined }: SubscribeInput,
): Promise<void> {
  if (url.length > longestAddress) {
    throw new ReturnsError('invalid_input', `The webhook address is longer than ${longestAddress} characters`, {
      provider: 'tiktok_shop',
      description: 'Shorten WEBHOOK_URL, or the path of the webhook.',
    });
  }
  const known = await listWebhooks(client);
  const taken = known.find((webhook) => events.includes(webhook.event) && webhook.url !== '' && webhook.url !== url);
  if (taken && !takeOver) {
    throw new ReturnsError('conflict', `${taken.event} is sent to another address already: ${hostOf(taken.url)}`, {
      provider: 'tiktok_shop',
      description:
        'TikTok Shop sends each event of a shop to one address. Deactivate the workflow that has it, or let this node take the event over.',
    });
  }
  for (const event of new Set(events)) {
    if (known.some((webhook) => webhook.event === event && webhook.url === url)) continue;
    try {
      await client.call('setWebhook', { json: { event_type: event, address: url }, data: z.unknown() });
    } catch (error) {
      if (!isClosedToApp(event, error)) throw error;
      onClosed(event, error);
    }
  }
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? 'an unreadable one';

/** Ends what goes to this address, and nothing else. */
export async function unsubscribe(client: TikTokShopClient, url: string): Promise<void> {
  for (const webhook of await listWebhooks(client)) {
    if (webhook.url !== url) continue;
    await client.call('removeWebhook', { json: { event_type: webhook.event }, data: z.unknown() });
  }
}
