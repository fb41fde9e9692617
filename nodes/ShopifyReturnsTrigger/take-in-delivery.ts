import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Ledger } from '../../lib/ledger';
import { ReturnsError } from '../../lib/returns';
import { shopify } from '../shared/shops';
import { openLedger } from '../shared/ledger-access';
import { inboxOf, nothingToDo, rawBodyOf, takeIn } from '../shared/webhook';
import { webhookItem } from './webhook-item';

/**
 * Takes a delivery in once, by what it tells of: a change that happens once is known by itself, whichever way it is heard
 * of; any other by the event. With "once per event", topics that tell of the same action count as one.
 */
export async function takeInDelivery(context: IWebhookFunctions): Promise<IWebhookResponseData> {
  const { clientSecret, shop } = await context.getCredentials('returnsShopifyApi');
  const delivery = shopify().parseWebhookHeaders(context.getHeaderData());
  shopify().verifyWebhook(rawBodyOf(context), delivery.hmac, String(clientSecret ?? ''));
  shopify().ensureTimely(delivery, String(shop ?? ''), Date.now());
  const { topic } = delivery;
  const payload = context.getBodyData();
  if (!shopify().fitsTopic(topic, payload)) throw misfit(topic);
  const chosen = context.getNodeParameter('topics', []) as string[];
  if (!chosen.includes(topic)) {
    context.logger.info(`${context.getNode().name}: a webhook of ${topic} was passed over: it is not chosen`);
    return nothingToDo;
  }
  const dedupeId = delivery.eventId ?? delivery.webhookId;
  const id = shopify().deliveredChangeKey(topic, payload) ?? `${topic}:${dedupeId}`;
  const item = webhookItem(delivery, payload);
  const oncePerEvent = context.getNodeParameter('oncePerEvent', true) !== false;
  if (context.getMode() === 'manual' || !oncePerEvent) return takeIn(context, 'shopify', id, item);

  const event = shopify().eventKey(dedupeId, topic, payload);
  const inbox = inboxOf(context, 'shopify');
  const events = `${inbox}:events`;
  return inTurn(`${inbox} ${event}`, async () => {
    const ledger = await openLedger(context).catch(() => undefined);
    if (ledger && (await isKnown(ledger, events, event))) {
      await ledger.receive(inbox, id);
      return nothingToDo;
    }
    // Marked only behind the delivery that tells of it: a process that dies between the two loses nothing.
    const answer = await takeIn(context, 'shopify', id, item);
    await ledger?.receive(events, event);
    return answer;
  });
}

/** The topics of one event are delivered at the same moment: one after the other, the second finds the mark of the first. */
const turns = new Map<string, Promise<unknown>>();

async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(key, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(key) === mine) turns.delete(key);
  }
}

async function isKnown(ledger: Ledger, source: string, id: string): Promise<boolean> {
  if (!(await ledger.receive(source, id))) return true;
  await ledger.forget(source, id);
  return false;
}

function misfit(topic: string): ReturnsError {
  return new ReturnsError('unexpected_answer', `The delivery is not what ${topic} speaks of`, {
    provider: 'shopify',
    description: 'Nothing was changed. Check that the webhook URL is used by Shopify alone.',
  });
}
