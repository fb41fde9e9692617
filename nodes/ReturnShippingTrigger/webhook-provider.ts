import { randomBytes } from 'node:crypto';
import type { IHookFunctions } from 'n8n-workflow';
import { connectCarrier } from '../shared/carriers';
import type { WebhookProvider } from '../shared/webhook-subscription';

/** The chosen carrier. It signs with the secret that it is given. */
export async function webhookProvider(context: IHookFunctions): Promise<WebhookProvider> {
  const carrier = await connectCarrier(context, String(context.getNodeParameter('carrier')));
  return {
    listWebhooks: () => carrier.listWebhooks(),
    unsubscribe: (id) => carrier.unsubscribe(id),
    async subscribe(url) {
      const secret = randomBytes(32).toString('hex');
      return { ...(await carrier.subscribe({ url, secret })), secret };
    },
  };
}
