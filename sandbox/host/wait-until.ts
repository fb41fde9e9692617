import { setTimeout as sleep } from 'node:timers/promises';
import { HostError } from './errors';

const POLL_MS = 150;

/**
 * Asks again and again until the answer is no longer `undefined`. An error of `ask` ends the wait at once.
 *
 * @param what what is awaited, for the error message
 * @throws HostError `not_ready` after `timeoutMs`; `explain` adds what is known about the cause
 */
export async function waitUntil<T>(
  what: string,
  timeoutMs: number,
  ask: () => Promise<T | undefined> | T | undefined,
  explain: () => string = () => '',
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() >= deadline) {
      throw new HostError('not_ready', `${what} did not happen within ${Math.round(timeoutMs / 1000)} s.`, explain());
    }
    await sleep(POLL_MS);
  }
}
