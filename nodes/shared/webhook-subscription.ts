import type { IHookFunctions } from 'n8n-workflow';
import { isReturnsError } from '../../lib/returns';
import { toNodeError } from './node-errors';
import { webhookUrlOf } from './webhook';

/** A provider that sends webhooks, as far as a trigger must know it. */
export interface WebhookProvider {
  listWebhooks(): Promise<readonly { readonly id: string; readonly url: string }[]>;
  subscribe(url: string): Promise<{ readonly id: string; readonly secret: string }>;
  unsubscribe(id: string): Promise<void>;
}

type Connect = (context: IHookFunctions) => Promise<WebhookProvider>;

/** What n8n calls when a workflow is activated and deactivated, for a provider whose webhooks carry a secret of their own. */
export const subscriptionTo = (connect: Connect) => ({
  default: {
    async checkExists(this: IHookFunctions): Promise<boolean> {
      return isSubscribed(this, await connect(this));
    },

    async create(this: IHookFunctions): Promise<boolean> {
      await subscribe(this, await connect(this));
      return true;
    },

    async delete(this: IHookFunctions): Promise<boolean> {
      await unsubscribe(this, await connect(this));
      return true;
    },
  },
});

/**
 * Whether the provider still sends to this node, as far as it can be asked. When n8n starts again, a provider that does
 * not answer is taken to have what this node made before: n8n would take the subscription away until the next attempt,
 * and of what happens in between nobody would be told.
 * @param isRemembered whether this node has made the subscription and not ended it
 */
export async function askOrRemember(
  context: IHookFunctions,
  isRemembered: boolean,
  ask: () => Promise<boolean>,
): Promise<boolean> {
  try {
    return await ask();
  } catch (error) {
    const startsAgain = ['init', 'leadershipChange'].includes(context.getActivationMode());
    if (!startsAgain || !isRemembered || !isReturnsError(error) || !error.retryable) {
      throw toNodeError(context.getNode(), error);
    }
    context.logger.warn(`${context.getNode().name}: its webhook is taken to be there still. ${error.message}`);
    return true;
  }
}

/** Ends what a node remembers of the subscription that it made. */
export function forgetSubscription(context: IHookFunctions, ...names: readonly string[]): void {
  const known = context.getWorkflowStaticData('node');
  for (const name of names) Reflect.deleteProperty(known, name);
}

/** Whether the webhook that this node made, with the secret it knows, still stands at the provider. */
async function isSubscribed(context: IHookFunctions, provider: WebhookProvider): Promise<boolean> {
  const { webhookId, secret } = context.getWorkflowStaticData('node');
  if (typeof webhookId !== 'string' || typeof secret !== 'string') return false;
  const url = webhookUrlOf(context);
  return askOrRemember(context, true, async () =>
    (await provider.listWebhooks()).some((webhook) => webhook.id === webhookId && webhook.url === url),
  );
}

/** Makes the node's webhook. One of an earlier life is signed with a secret that nobody knows any more: it goes. */
async function subscribe(context: IHookFunctions, provider: WebhookProvider): Promise<void> {
  const url = webhookUrlOf(context);
  const stale = (await provider.listWebhooks()).filter((webhook) => webhook.url === url);
  for (const { id } of stale) await provider.unsubscribe(id);
  const { id: webhookId, secret } = await provider.subscribe(url);
  Object.assign(context.getWorkflowStaticData('node'), { webhookId, secret });
}

async function unsubscribe(context: IHookFunctions, provider: WebhookProvider): Promise<void> {
  const { webhookId } = context.getWorkflowStaticData('node');
  if (typeof webhookId === 'string') await provider.unsubscribe(webhookId);
  forgetSubscription(context, 'webhookId', 'secret');
}
