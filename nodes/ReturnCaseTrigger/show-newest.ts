import type { INodeExecutionData, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import type { Ledger } from '../../lib/ledger';
import { itemOf } from './item';
import type { TriggerSettings } from './settings';
import { stuckItem } from './watch-stuck';

/** For a test in the editor: the newest event that matches, or else the first one to come. Consumes nothing. */
export function showNewest(context: ITriggerFunctions, ledger: Ledger, settings: TriggerSettings): ITriggerResponse {
  let isShown = false;
  const show = async (): Promise<void> => {
    const newest = await sampleOf(ledger, settings);
    if (newest === undefined || isShown) return;
    isShown = true;
    stop();
    context.emit([[newest]]);
  };
  const stop = ledger.onAppended(() => {
    show().catch(() => {
      context.logger.warn(`${context.getNode().name}: the ledger could not be read`);
    });
  });
  return {
    manualTriggerFunction: show,
    closeFunction: async () => {
      stop();
      await ledger.close();
    },
  };
}

/** Where only stuck consumers are asked for: the one that is furthest behind, as if it were stuck. */
async function sampleOf(ledger: Ledger, { filter }: TriggerSettings): Promise<INodeExecutionData | undefined> {
  const { types, channel, resolution } = filter;
  if (types?.length) {
    // A case goes on after its event: once all of today's are decided, no opened one is `requested` any more. Who builds
    // a workflow is to see an event of the right kind all the same.
    const ofAnyState = { types, ...(channel && { channel }), ...(resolution && { resolution }) };
    const newest = (await ledger.peek(filter)) ?? (await ledger.peek(ofAnyState));
    return newest && itemOf(newest);
  }
  const [latest] = (await ledger.consumers()).toSorted((left, right) => right.oldestWaitingMs - left.oldestWaitingMs);
  return latest && { json: stuckItem(latest) };
}
