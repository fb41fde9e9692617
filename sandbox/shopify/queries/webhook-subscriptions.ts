import { z } from 'zod/v4';
import { connection } from '../connection';
import { idOf } from '../gid';
import type { WebhookSubscription } from '../model';
import type { View } from '../view';
import { countView } from '../views/common';
import { webhookSubscriptionView } from '../views/webhook-subscription';
import type { World } from '../world';
import { idArgument } from './arguments';

const filterArgument = z.object({
  topics: z.array(z.string()).nullish(),
  uri: z.string().nullish(),
  callbackUrl: z.string().nullish(),
  format: z.string().nullish(),
});

export function webhookSubscriptionQueries(world: World): View {
  const all = (): WebhookSubscription[] => [...world.store.subscriptions.values()];
  return {
    webhookSubscription: (args: unknown) => {
      const found = world.store.subscriptions.get(idOf(idArgument.parse(args).id, 'WebhookSubscription'));
      return found === undefined ? null : webhookSubscriptionView(found);
    },
    webhookSubscriptions: (args: unknown) => {
      const { topics, uri, callbackUrl, format } = filterArgument.parse(args);
      const address = uri ?? callbackUrl ?? null;
      const found = all().filter(
        (entry) =>
          (topics === undefined || topics === null || topics.includes(entry.topic)) &&
          (address === null || entry.uri === address) &&
          (format === undefined || format === null || entry.format === format),
      );
      return connection(found, args, webhookSubscriptionView);
    },
    webhookSubscriptionsCount: () => countView(all().length),
  };
}
