import { setTimeout as delay } from 'node:timers/promises';

const PAUSE_MS = 20;

/**
 * Tells the other processes that events were appended, in a transaction of its own after theirs: NOTIFY inside it would
 * let only one transaction of the whole server commit at a time. However many are appended meanwhile, one is told.
 * What is lost when this process dies right here, their own look finds; see `watchLog`.
 */
export function createAnnounce(notify: () => Promise<unknown>): () => void {
  const state = { isBusy: false, isAsked: false };

  const tellAll = async (): Promise<void> => {
    state.isBusy = true;
    while (state.isAsked) {
      state.isAsked = false;
      await notify().catch(() => undefined);
      await delay(PAUSE_MS, undefined, { ref: false });
    }
    state.isBusy = false;
  };
  return () => {
    state.isAsked = true;
    if (!state.isBusy) void tellAll();
  };
}
