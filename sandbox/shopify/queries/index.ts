import { notSimulated } from '../errors';
import { gid, idOf } from '../gid';
import { publishedVersions } from '../schema';
import type { View } from '../view';
import { appInstallationView, appView, shopView } from '../views/shop';
import { apiVersionView } from '../views/webhook-subscription';
import type { World } from '../world';
import { idArgument, optionalIdArgument } from './arguments';
import { bulkOperationQueries } from './bulk-operations';
import { customerQueries } from './customers';
import { giftCardQueries } from './gift-cards';
import { nodeQueries } from './node';
import { orderQueries } from './orders';
import { productQueries } from './products';
import { returnQueries } from './returns';
import { webhookSubscriptionQueries } from './webhook-subscriptions';

function shopQueries(world: World): View {
  return {
    shop: () => shopView(world),
    app: (args: unknown) => {
      const { id } = optionalIdArgument.parse(args);
      if (id !== undefined && id !== null && id !== gid('App', '2')) throw notSimulated('other apps than this one');
      return appView(world);
    },
    currentAppInstallation: () => appInstallationView(world),
    publicApiVersions: () => publishedVersions.map(apiVersionView),
  };
}

function refundQueries(world: World): View {
  return {
    refund: (args: unknown) => {
      const id = idOf(idArgument.parse(args).id, 'Refund');
      for (const order of world.store.allOrders()) {
        const refund = order.refunds.find((candidate) => candidate.id === id);
        if (refund !== undefined) return world.views.refund(order, refund);
      }
      return null;
    },
  };
}

/** The root of every query: a function for each simulated field. */
export function queryRoot(world: World): View {
  const roots: View = {
    ...shopQueries(world),
    ...orderQueries(world),
    ...returnQueries(world),
    ...refundQueries(world),
    ...productQueries(world),
    ...bulkOperationQueries(world, () => roots),
    ...customerQueries(world),
    ...giftCardQueries(world),
    ...webhookSubscriptionQueries(world),
    ...nodeQueries(world, () => roots),
  };
  return roots;
}
