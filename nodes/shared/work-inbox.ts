import type { IDataObject, INodeExecutionData, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import { startInbox, type Ledger, type Received } from '../../lib/ledger';
import { counted } from '../../lib/returns';
import { closeSoon } from './close-soon';
import { openOwnLedger } from './ledger-access';
import { toNodeError } from './node-errors';
import { runToItsEnd } from './run-to-its-end';
import { inboxOf, testInboxOf } from './webhook';

/** Each delivery has a run of its own, as webhooks have in n8n. */
const CONCURRENCY = 5;
const LEASE_MS = 30_000;
/** Five seconds tripled eight times is nine hours: for as long as that, providers deliver again themselves. */
const ATTEMPTS = 10;
const FIRST_RETRY_MS = 5_000;
const SHOWN_AT_ONCE = 100;

/** The items of what was delivered; none when it is nothing for this workflow. */
export type ItemsOf = (news: IDataObject) => Promise<IDataObject[]>;

/** Works what the webhook of this node has taken in, until n8n closes the trigger. */
export async function workInbox(
  context: ITriggerFunctions,
  source: string,
  itemsOf: ItemsOf,
): Promise<ITriggerResponse> {
  try {
    const ledger = await openOwnLedger(context);
    return context.getMode() === 'manual'
      ? showDelivered(context, ledger, source, itemsOf)
      : start(context, ledger, source, itemsOf);
  } catch (error) {
    throw toNodeError(context.getNode(), error);
  }
}

function start(context: ITriggerFunctions, ledger: Ledger, source: string, itemsOf: ItemsOf): ITriggerResponse {
  const onError = (error: unknown): void => {
    context.logger.error(`${context.getNode().name}: ${error instanceof Error ? error.message : 'unknown failure'}`);
  };
  const inbox = startInbox({
    ledger,
    source: inboxOf(context, source),
    concurrency: CONCURRENCY,
    attempts: ATTEMPTS,
    leaseMs: LEASE_MS,
    retryMs: FIRST_RETRY_MS,
    async work(received) {
      const items = await readItems(received, itemsOf);
      if (items.length > 0) await runToItsEnd(context, items);
    },
    onGivenUp: (received, error) => tellGivenUp(context, ledger, received, itemsOf, error),
    onError,
  });
  return {
    async closeFunction() {
      await closeSoon(
        inbox.stop().finally(() => ledger.close()),
        onError,
      );
    },
  };
}

async function readItems({ news }: Received, itemsOf: ItemsOf): Promise<INodeExecutionData[]> {
  const items = await itemsOf(news as IDataObject);
  return items.map((json) => ({ json }));
}

/** Says so on the case that the delivery was about; one about no case has only the log of n8n to be told in. */
async function tellGivenUp(
  context: ITriggerFunctions,
  ledger: Ledger,
  received: Received,
  itemsOf: ItemsOf,
  error: string,
): Promise<void> {
  const { name } = context.getNode();
  const message = `A delivery was given up after ${counted(received.attempt, 'attempt')}: ${error}`.slice(0, 2000);
  context.logger.error(`${name}: ${message}`, { deliveryId: received.deliveryId });
  for (const { json } of await readItems(received, itemsOf)) {
    const { case: chapter } = json;
    if (typeof chapter !== 'object' || chapter === null || !('id' in chapter)) continue;
    await ledger.command(
      String(chapter['id']),
      { type: 'fail', code: 'dead_letter', message },
      { actor: { kind: 'system', name }, cause: `delivery ${received.deliveryId}`.slice(0, 500) },
    );
  }
}

/** For a test in the editor: what has just been delivered to it. */
function showDelivered(context: ITriggerFunctions, ledger: Ledger, source: string, itemsOf: ItemsOf): ITriggerResponse {
  const inbox = testInboxOf(context, source);
  return {
    async manualTriggerFunction() {
      const delivered = await ledger.claimReceived({ source: inbox, limit: SHOWN_AT_ONCE, leaseMs: LEASE_MS });
      for (const { deliveryId } of delivered) await ledger.finishReceived(inbox, deliveryId);
      const newest = delivered.at(-1);
      const items = newest === undefined ? [] : await readItems(newest, itemsOf);
      context.emit([items]);
    },
    closeFunction: () => ledger.close(),
  };
}
