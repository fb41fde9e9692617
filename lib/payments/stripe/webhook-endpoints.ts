import { z } from 'zod/v4';
import { once, type HttpClient } from '../../http';
import { isReturnsError } from '../../returns';
import { stripeVersion } from './client';
import { refundEvents } from './webhook';

const path = '/v1/webhook_endpoints';
const endpointSchema = once(() => z.object({ id: z.string(), url: z.string() }));

/** Registers an endpoint in the version that this adapter reads, whatever the account's default is. */
export async function subscribe(client: HttpClient, url: string): Promise<{ id: string; secret: string }> {
  const form = { url, enabled_events: [...refundEvents], api_version: stripeVersion };
  return client.request({ method: 'POST', path, form, parse: z.object({ id: z.string(), secret: z.string() }) });
}

export async function unsubscribe(client: HttpClient, id: string): Promise<void> {
  try {
    const target = `${path}/${encodeURIComponent(id)}`;
    await client.request({ method: 'DELETE', path: target, retry: 'always', parse: z.unknown() });
  } catch (error) {
    if (!isReturnsError(error) || error.code !== 'not_found') throw error;
  }
}

export async function listWebhooks(client: HttpClient): Promise<{ id: string; url: string }[]> {
  const found: { id: string; url: string }[] = [];
  const parse = z.object({ data: z.array(endpointSchema()), has_more: z.boolean() });
  for (;;) {
    const query = { limit: 100, starting_after: found.at(-1)?.id };
    const page = await client.request({ method: 'GET', path, query, parse });
    found.push(...page.data);
    if (!page.has_more || page.data.length === 0) return found;
  }
}
