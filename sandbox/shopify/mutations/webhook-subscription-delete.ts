import { reject } from '../errors';
import { gid, idOf } from '../gid';
import { idArgument } from '../queries/arguments';
import type { Mutation } from './mutation';

export const webhookSubscriptionDelete: Mutation = {
  empty: ['deletedWebhookSubscriptionId'],
  run: ({ world, args }) => {
    const { id } = idArgument.parse(args);
    const subscription = world.store.subscriptions.get(idOf(id, 'WebhookSubscription'));
    if (subscription === undefined) throw reject(['id'], 'Webhook subscription does not exist');
    world.store.subscriptions.delete(subscription.id);
    world.record('webhook.unsubscribed', gid('WebhookSubscription', subscription.id), { topic: subscription.topic });
    return { deletedWebhookSubscriptionId: gid('WebhookSubscription', subscription.id) };
  },
};
