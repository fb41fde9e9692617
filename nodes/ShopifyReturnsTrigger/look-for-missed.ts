import type { ITriggerFunctions } from 'n8n-workflow';
import type { Watch } from '../../lib/shops/shopify';
import { shopify } from '../shared/shops';
import { openLedger } from '../shared/ledger-access';
import { lookAlarm } from '../shared/look-alarm';
import { connectShopify } from '../shared/shopify';
import { inboxOf } from '../shared/webhook';
import { foundItem } from './webhook-item';

/** Puts what no webhook told of into the same inbox; what is known there is passed over. Undefined when it is turned off. */
export function lookForMissed(context: ITriggerFunctions): Watch | undefined {
  const minutes = Number(context.getNodeParameter('lookEveryMinutes', 15));
  const topics = (context.getNodeParameter('topics') as string[]).filter((topic) =>
    shopify().findableTopics.some((known) => known === topic),
  );
  if (!(minutes > 0) || topics.length === 0 || context.getMode() === 'manual') return undefined;
  const alarm = lookAlarm(context);
  let shop = '';
  return shopify().watchChanges({
    topics,
    everyMs: minutes * 60_000,
    lookBackMs: Number(context.getNodeParameter('lookBackHours', 24)) * 3_600_000,
    connect: async () => {
      const client = await connectShopify(context);
      shop = client.shop;
      return client;
    },
    tell: async (change) => {
      const ledger = await openLedger(context);
      await ledger.receive(inboxOf(context, 'shopify'), change.key, foundItem(change, shop));
    },
    onLooked: alarm.succeeded,
    onError: alarm.failed,
  });
}
