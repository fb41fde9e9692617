import type { IHookFunctions } from 'n8n-workflow';
import { connectPayments } from '../shared/payment-providers';
import type { WebhookProvider } from '../shared/webhook-subscription';

/** The chosen payment provider. It makes the secret, and tells it only once. */
export async function webhookProvider(context: IHookFunctions): Promise<WebhookProvider> {
  const provider = await connectPayments(context, String(context.getNodeParameter('provider')));
  return {
    listWebhooks: () => provider.listWebhooks(),
    unsubscribe: (id) => provider.unsubscribe(id),
    subscribe: (url) => provider.subscribe({ url }),
  };
}
