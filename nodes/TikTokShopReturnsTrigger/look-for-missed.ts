import type { ITriggerFunctions } from 'n8n-workflow';
import { tikTokShop } from '../shared/shops';
import { asJson } from '../shared/case-access';
import { closeSoon } from '../shared/close-soon';
import { openLedger } from '../shared/ledger-access';
import { lookAlarm } from '../shared/look-alarm';
import { connectTikTokShop, forgetSession } from '../shared/tiktok-shop';
import { inboxOf } from '../shared/webhook';

export const source = 'tiktok_shop';

export interface Looking {
  readonly everyMs: number;
  /** How far back the first look goes. */
  readonly lookBackMs: number;
  /** Names of events. */
  readonly events: readonly string[];
  /** As the node names it. */
  readonly shop: string;
}

/** Each look begins that much before the end of the one before: what TikTok Shop writes late is found all the same. */
const OVERLAP_MS = 10 * 60_000;

/**
 * Asks TikTok Shop again and again what has changed, and puts it where webhooks put it, under the same keys: so each change
 * is told once, whoever told it first. Where the last look ended is kept with the workflow, so that nothing is missed while
 * n8n is down.
 * @returns what ends the looking
 */
export function lookForMissed(context: ITriggerFunctions, looking: Looking): () => Promise<void> {
  const types = tikTokShop().searchableTypes.filter((type) =>
    looking.events.includes(tikTokShop().eventsByType[type] ?? ''),
  );
  let isOpen = types.length > 0 && looking.everyMs > 0;
  let timer: NodeJS.Timeout | undefined;
  const alarm = lookAlarm(context);
  const round = async (): Promise<void> => {
    await lookOnce(context, looking, types).then(alarm.succeeded, alarm.failed);
    if (isOpen) schedule();
  };
  let running = isOpen ? round() : Promise.resolve();
  function schedule(): void {
    timer = setTimeout(() => {
      running = round();
    }, looking.everyMs).unref();
  }
  return async () => {
    isOpen = false;
    clearTimeout(timer);
    await closeSoon(running, () => undefined);
  };
}

async function lookOnce(context: ITriggerFunctions, looking: Looking, types: readonly number[]): Promise<void> {
  forgetSession(context);
  const client = await connectTikTokShop(context, looking.shop);
  const memory = context.getWorkflowStaticData('node');
  const now = client.environment.now();
  const lastEnd = Date.parse(String(memory['searchedUntil'] ?? ''));
  const from = (Number.isNaN(lastEnd) ? now - looking.lookBackMs : lastEnd) - OVERLAP_MS;
  // TikTok Shop counts in seconds, and this one has not ended.
  const window = { from: new Date(from).toISOString(), before: new Date(now + 1000).toISOString() };
  const found = await tikTokShop().findChanges(client, types, window, ({ message }) => {
    context.logger.debug(`${context.getNode().name}: batches cannot be asked for. ${message}`);
  });
  const ledger = await openLedger(context);
  for (const news of found) {
    const { id } = client.shop ?? {};
    const told = id === undefined ? news : { ...news, shopId: id };
    await ledger.receive(inboxOf(context, source), news.key, asJson(told));
  }
  memory['searchedUntil'] = new Date(now).toISOString();
}
