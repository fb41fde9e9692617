import { ReturnsError } from '../returns';
import type { ClientEnvironment } from './environment';
import { answerFailure, faultFailure, type Speaker } from './failures';
import { backOff, defaultRetryLimits } from './retry';
import { sleep } from './sleep';
import { openStream, TransportFault } from './transport';

interface StreamLimits {
  /** For the whole file. Default 30 min. */
  readonly timeoutMs?: number;
  /** Default 4 MiB. */
  readonly maxLineBytes?: number;
  /** How often a broken stream is opened again. Default 3. */
  readonly reopen?: number;
}

/**
 * Reads a published file line by line, holding no more of it than a line. A stream that breaks is opened again, and what
 * was handed out already is passed over. No credentials are sent: the address is a public one, often on another host.
 * @throws ReturnsError
 */
export async function* streamLines(
  who: Speaker,
  url: string,
  environment: ClientEnvironment = {},
  { timeoutMs = 1_800_000, maxLineBytes = 4 * 1024 * 1024, reopen = 3 }: StreamLimits = {},
): AsyncGenerator<string> {
  let handedOut = 0;
  for (let broken = 0; ; broken += 1) {
    let seen = 0;
    try {
      for await (const line of readOnce(who, url, environment, timeoutMs, maxLineBytes)) {
        seen += 1;
        if (seen <= handedOut) continue;
        handedOut = seen;
        yield line;
      }
      return;
    } catch (error) {
      const failure = error instanceof TransportFault ? faultFailure(who, error, false) : error;
      if (!(failure instanceof ReturnsError) || !failure.retryable || broken >= reopen) throw failure;
      const delay = backOff(broken + 1, (environment.random ?? Math.random)(), defaultRetryLimits);
      await (environment.sleep ?? sleep)(delay, environment.signal);
    }
  }
}

async function* readOnce(
  who: Speaker,
  url: string,
  { signal, egressFilter }: ClientEnvironment,
  timeoutMs: number,
  maxLineBytes: number,
): AsyncGenerator<string> {
  const target = URL.parse(url);
  if (!target || !/^https?:$/.test(target.protocol)) {
    throw new ReturnsError('unexpected_answer', `${who.displayName} published a file under no usable address`, {
      provider: who.provider,
      description: 'Look at the website of the provider, then run the item again.',
    });
  }
  const answer = await openStream({
    method: 'GET',
    url: target,
    headers: { accept: '*/*', 'user-agent': 'n8n-nodes-returns' },
    timeoutMs,
    maxBytes: Number.POSITIVE_INFINITY,
    ...(signal && { signal }),
    ...(egressFilter && { egressFilter }),
  });
  if (answer.status !== 200) {
    answer.close();
    const { status, headers } = answer;
    throw answerFailure(who, { status, headers, bytes: new Uint8Array() }, undefined, { mayHaveHappened: false });
  }
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of answer.chunks) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
    if (rest.length > maxLineBytes) {
      answer.close();
      throw new ReturnsError('unexpected_answer', `${who.displayName} published a file with a line that is too long`, {
        provider: who.provider,
        description: 'Ask for a shorter period.',
      });
    }
  }
  if (rest !== '') yield rest;
}
