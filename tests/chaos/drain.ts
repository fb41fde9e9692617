import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '../../sandbox/demo/world';
import type { Ledger } from '../../lib/ledger';
import { movementIn } from './ledger-view';

const LOOK_AGAIN_MS = 500;
/** The trigger looks for events once a second by itself: when nothing moves for this long, all is done. */
const QUIET_MS = 5_000;
/** When people still wait for something: longer than the templates take to look for what no webhook has told them of. */
const FORGOTTEN_MS = 3 * 60_000;

/**
 * Waits until nothing moves: no event is being worked or waits for another attempt, no webhook is on its way, and
 * neither the providers nor the ledger have seen anything new for a while.
 * @param isAllPlayed whether the people have got all that they wait for
 * @returns false when the signal came first
 */
export async function drain(
  world: World,
  ledger: Ledger,
  isAllPlayed: () => boolean,
  signal: AbortSignal,
): Promise<boolean> {
  const { journal, webhooks } = world.sandbox.context;
  let last = '';
  let since = Date.now();
  while (!signal.aborted) {
    const { open, lastChange } = await movementIn(ledger);
    const onTheirWay = webhooks.deliveries().filter(({ state }) => state === 'waiting').length;
    const now = [journal.entries().length, lastChange, open, onTheirWay, isAllPlayed()].join(' ');
    if (now !== last || open > 0 || onTheirWay > 0) since = Date.now();
    last = now;
    if (Date.now() - since > (isAllPlayed() ? QUIET_MS : FORGOTTEN_MS)) return true;
    await sleep(LOOK_AGAIN_MS);
  }
  return false;
}
