import { randomBytes } from 'node:crypto';
import { z } from 'zod/v4';
import { once, type HttpClient } from '../../http';
import { isReturnsError } from '../../returns';

const path = '/v2/webhooks';
const webhookSchema = once(() => z.object({ id: z.string(), url: z.string() }));

/** A webhook for the same URL is kept and gets the new secret: a second one would send everything twice. */
export async function subscribe(client: HttpClient, url: string): Promise<{ id: string; secret: string }> {
  // EasyPost signs with the secret that it is given.
  const secret = randomBytes(32).toString('hex');
  const known = (await listWebhooks(client)).find((webhook) => webhook.url === url);
  if (known) {
    const webhook = { webhook_secret: secret };
    const target = `${path}/${encodeURIComponent(known.id)}`;
    await client.request({ method: 'PATCH', path: target, json: { webhook }, retry: 'always', parse: z.unknown() });
    return { id: known.id, secret };
  }
  const webhook = { url, webhook_secret: secret };
  const { id } = await client.request({ method: 'POST', path, json: { webhook }, parse: webhookSchema() });
  return { id, secret };
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
  const parse = z.object({ webhooks: z.array(webhookSchema()) });
  return (await client.request({ method: 'GET', path, parse })).webhooks;
}
