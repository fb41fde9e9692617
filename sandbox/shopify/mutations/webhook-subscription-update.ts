import { z } from 'zod/v4';
import { notSimulated, reject } from '../errors';
import { idOf } from '../gid';
import { webhookSubscriptionView } from '../views/webhook-subscription';
import type { Mutation } from './mutation';
import { ensureAddress, ensureName, subscriptionInput } from './webhook-subscription-create';

const shape = z.object({ id: z.string(), webhookSubscription: subscriptionInput });

/** Changes what is given; the rest stays. */
export const webhookSubscriptionUpdate: Mutation = {
  empty: ['webhookSubscription'],
  run: ({ world, version, args }) => {
    const { id, webhookSubscription: input } = shape.parse(args);
    const subscription = world.store.subscriptions.get(idOf(id, 'WebhookSubscription'));
    if (subscription === undefined) throw reject(['id'], 'Webhook subscription does not exist');
    if ((input.filter ?? '') !== '') throw notSimulated('webhookSubscription.filter');
    const address = input.uri ?? input.callbackUrl ?? null;
    const uri = address === null ? subscription.uri : ensureAddress(address);
    ensureName(world, input.name ?? null, subscription.id);
    subscription.uri = uri;
    subscription.includeFields = input.includeFields ?? subscription.includeFields;
    subscription.metafieldNamespaces = input.metafieldNamespaces ?? subscription.metafieldNamespaces;
    subscription.name = input.name ?? subscription.name;
    subscription.apiVersion = version;
    subscription.updatedAt = world.now();
    return { webhookSubscription: webhookSubscriptionView(subscription) };
  },
};
