import { setTimeout as delay } from 'node:timers/promises';

/** An access token in a credential that n8n keeps, and renews together with what it is renewed by. */
export interface KeptToken {
  /** The credential's type and id. */
  readonly credential: string;
  /** What n8n's database holds now; empty when there is none. */
  read(): Promise<string>;
  /** Makes n8n fetch another one and save it. */
  fetchAnother(): Promise<unknown>;
  /** What to throw when there is no other one. */
  failure(cause: unknown): unknown;
}

/** How long another process may take to save the token that it was given, in milliseconds between looks. */
const SAVED_WITHIN_MS = [0, 200, 800, 2000] as const;

const running = new Map<string, Promise<string>>();

/**
 * The token that takes the place of a refused one. What is renewed in this process at once is renewed together. Of two
 * processes, such as the server and a worker of queue mode, the provider refuses the later one, because a code and a
 * refresh token work once: that one takes what the other saves.
 * @param wait milliseconds
 */
export function renewToken(
  token: KeptToken,
  refused: string,
  wait: (ms: number) => Promise<unknown> = delay,
): Promise<string> {
  const known = running.get(token.credential);
  if (known) return known;
  const renewal = renew(token, refused, wait).finally(() => running.delete(token.credential));
  running.set(token.credential, renewal);
  return renewal;
}

async function renew(token: KeptToken, refused: string, wait: (ms: number) => Promise<unknown>): Promise<string> {
  const otherOne = async (): Promise<string | undefined> => {
    const current = await token.read();
    return current === '' || current === refused ? undefined : current;
  };
  const renewedElsewhere = await otherOne();
  if (renewedElsewhere !== undefined) return renewedElsewhere;
  const cause: unknown = await token.fetchAnother().then(
    () => undefined,
    (error: unknown) => error,
  );
  for (const ms of SAVED_WITHIN_MS) {
    if (ms > 0) await wait(ms);
    const renewed = await otherOne();
    if (renewed !== undefined) return renewed;
  }
  throw token.failure(cause);
}
