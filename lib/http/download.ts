import { ReturnsError } from '../returns';
import type { ClientEnvironment } from './environment';
import { answerFailure, faultFailure, type Speaker } from './failures';
import { defaultRetryLimits, nextDelay } from './retry';
import { sleep } from './sleep';
import { send, TransportFault, type Answer } from './transport';

export interface Download {
  readonly bytes: Uint8Array;
  /** Without parameters, in lower case; empty when the server named none. */
  readonly contentType: string;
}

/**
 * Fetches a file that a provider published, such as a label. No credentials are sent: the address is a public one, often
 * on another host. Repeats as a read does.
 */
export async function downloadFile(
  who: Speaker,
  url: string,
  environment: ClientEnvironment = {},
  { maxBytes = 10 * 1024 * 1024, timeoutMs = 30_000 } = {},
): Promise<Download> {
  const target = URL.parse(url);
  if (!target || !/^https?:$/.test(target.protocol)) {
    throw new ReturnsError('unexpected_answer', `${who.displayName} published a file under no usable address`, {
      provider: who.provider,
      description: 'Look at the label on the website of the provider.',
    });
  }
  const { now = Date.now, random = Math.random, signal, egressFilter } = environment;
  const startedAt = now();
  for (let count = 1; ; count += 1) {
    const outcome = await fetchOnce();
    if (!(outcome instanceof ReturnsError)) return outcome;
    const delay = outcome.retryable
      ? nextDelay(count, now() - startedAt, undefined, random(), defaultRetryLimits)
      : undefined;
    if (delay === undefined || signal?.aborted) throw outcome;
    await (environment.sleep ?? sleep)(delay, signal);
  }

  async function fetchOnce(): Promise<Download | ReturnsError> {
    try {
      const headers = { accept: '*/*', 'user-agent': 'n8n-nodes-returns' };
      const answer = await send({
        method: 'GET',
        url: target ?? new URL(url),
        headers,
        timeoutMs,
        maxBytes,
        ...(signal && { signal }),
        ...(egressFilter && { egressFilter }),
      });
      if (answer.status === 200) return { bytes: answer.bytes, contentType: contentTypeOf(answer) };
      return answerFailure(who, answer, undefined, { mayHaveHappened: false });
    } catch (error) {
      if (error instanceof TransportFault) return faultFailure(who, error, false);
      throw error;
    }
  }
}

const contentTypeOf = ({ headers }: Answer): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
