import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than any machine needs, shorter than the time that jest gives a test. */
const PATIENCE_MS = 60_000;

/** Waits until something is so, looking every few milliseconds: for what comes when it comes, however slow the machine. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error(`It did not come to that: ${isSo.toString()}`);
    await sleep(5);
  }
}
