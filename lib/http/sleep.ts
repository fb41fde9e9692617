import { setTimeout as wait } from 'node:timers/promises';

/** Waits, or ends at once when the signal aborts; the caller then looks at the signal. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, signal ? { signal } : {});
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
