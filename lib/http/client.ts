import type { z } from 'zod/v4';
import type { ReturnsError } from '../returns';
import { readBaseUrl } from './base-url';
import { readJson } from './body';
import type { ClientEnvironment } from './environment';
import { answerFailure, faultFailure, notTheApi, parseFailure, type Refusal, type Speaker } from './failures';
import { encodeForm, type FormFields } from './form';
import { defaultRetryLimits, nextDelay, readRetryAfter, type RetryLimits } from './retry';
import { sleep } from './sleep';
import { send, TransportFault, type Answer, type Call } from './transport';

export interface HttpClientOptions extends Speaker {
  /** Origin and any path in front of all others, e.g. `https://api.stripe.com`. */
  readonly baseUrl: string;
  /** Sent with every request, credentials included; never shown in errors. */
  readonly headers: Readonly<Record<string, string>>;
  /** The header that carries an idempotency key, where the provider has one. */
  readonly idempotencyHeader?: string;
  /** The header by which the provider forbids (`false`) a repeat. */
  readonly retryHeader?: string;
  /** The header by which the provider says (`true`) that an answer is the stored one of an earlier call. */
  readonly replayHeader?: string;
  /** Reads the provider's error body, undefined where that is no JSON; undefined when it says nothing known. */
  readonly readRefusal?: (body: unknown, status: number) => Refusal | undefined;
  /** Of one attempt. Default 30 s. */
  readonly timeoutMs?: number;
  /** Of one answer. Default 10 MiB. */
  readonly maxBytes?: number;
  readonly limits?: Partial<RetryLimits>;
  readonly environment?: ClientEnvironment | undefined;
}

export interface RequestSpec<S extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Begins with a slash; ids in it must be encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: FormFields;
  /** A body that is sent byte for byte, for providers that sign it and for files. */
  readonly raw?: { readonly type: string; readonly content: string | Uint8Array };
  readonly idempotencyKey?: string;
  /**
   * `safe` (default) repeats reads, and writes with an idempotency key. `always` is for a write of which the caller
   * knows that a repeat changes nothing. What cannot have reached the provider is repeated unless `never`.
   */
  readonly retry?: 'safe' | 'always' | 'never';
  /** The path names nothing that might be missing, so that an answer 404 means that the address is not the provider's. */
  readonly isFixed?: true;
  readonly parse: S;
}

export interface HttpClient extends Speaker {
  readonly environment: Required<Pick<ClientEnvironment, 'now' | 'random' | 'sleep'>> & ClientEnvironment;
  /** @throws ReturnsError; `context.mayHaveHappened` marks a write whose answer was lost */
  request<S extends z.ZodType>(spec: RequestSpec<S>): Promise<z.output<S>>;
}

const reads = new Set(['GET', 'HEAD']);

/** A client for one account at one provider. Cheap: the connections belong to the process, not to the client. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const environment = { now: Date.now, random: Math.random, sleep, ...options.environment };
  const limits = { ...defaultRetryLimits, ...options.limits };
  const base = readBaseUrl(options.baseUrl, options.provider);

  async function request<S extends z.ZodType>(spec: RequestSpec<S>): Promise<z.output<S>> {
    const call = callOf(options, base, spec);
    const repeatable = isRepeatable(spec);
    const answer = await attempt(call, repeatable, spec.retry !== 'never', spec.isFixed === true);
    return parseAnswer(options, answer, spec.parse, reads.has(spec.method) || spec.retry === 'always');
  }

  /** Repeats a call while that is safe and there is time, then answers its success or throws its failure. */
  async function attempt(call: Call, repeatable: boolean, mayRepeat: boolean, isFixed: boolean): Promise<Answer> {
    const startedAt = environment.now();
    for (let count = 1; ; count += 1) {
      const outcome = await oneAttempt(call, repeatable, isFixed);
      if ('answer' in outcome) return outcome.answer;
      const { failure, repeat, retryAfterMs } = outcome;
      const elapsed = environment.now() - startedAt;
      const delay =
        repeat && mayRepeat ? nextDelay(count, elapsed, retryAfterMs, environment.random(), limits) : undefined;
      if (delay === undefined || environment.signal?.aborted) throw failure;
      await environment.sleep(delay, environment.signal);
      if (environment.signal?.aborted) throw failure;
    }
  }

  async function oneAttempt(call: Call, repeatable: boolean, isFixed: boolean): Promise<Outcome> {
    try {
      const answer = await send(call);
      if (answer.status >= 200 && answer.status < 300) return { answer };
      const refusal = refusalOf(options, answer);
      const retryAfterMs = readRetryAfter(answer.headers['retry-after'], environment.now());
      // A gateway may give up on a write that goes on behind it.
      const mayHaveHappened = !repeatable && (answer.status >= 500 || answer.status === 408);
      const replayed = options.replayHeader !== undefined && answer.headers[options.replayHeader] === 'true';
      const failure = answerFailure(options, answer, refusal, { mayHaveHappened, retryAfterMs, replayed, isFixed });
      const forbidden = options.retryHeader !== undefined && answer.headers[options.retryHeader] === 'false';
      // A 429 refuses before anything is done, so any call may come again.
      const mayComeAgain = (repeatable || answer.status === 429) && refusal?.later !== true;
      const repeat = failure.retryable && !forbidden && !replayed && mayComeAgain;
      return { failure, repeat, retryAfterMs };
    } catch (error) {
      if (!(error instanceof TransportFault)) throw error;
      const unsent = ['never_sent', 'certificate', 'filtered'].includes(error.kind);
      const failure = faultFailure(options, error, !repeatable && !unsent);
      const repeat =
        error.kind === 'never_sent' || (repeatable && (error.kind === 'lost' || error.kind === 'timed_out'));
      return { failure, repeat, retryAfterMs: undefined };
    }
  }

  return { provider: options.provider, displayName: options.displayName, environment, request };
}

type Outcome =
  | { readonly answer: Answer }
  | { readonly failure: ReturnsError; readonly repeat: boolean; readonly retryAfterMs: number | undefined };

function isRepeatable(spec: Pick<RequestSpec<z.ZodType>, 'method' | 'retry' | 'idempotencyKey'>): boolean {
  if (spec.retry === 'never') return false;
  return spec.retry === 'always' || reads.has(spec.method) || spec.idempotencyKey !== undefined;
}

function callOf(options: HttpClientOptions, base: string, spec: RequestSpec<z.ZodType>): Call {
  const url = new URL(base + spec.path);
  for (const [name, value] of Object.entries(spec.query ?? {})) {
    if (value !== undefined) url.searchParams.append(name, String(value));
  }
  const { signal, egressFilter } = options.environment ?? {};
  const body = bodyOf(spec);
  return {
    method: spec.method,
    url,
    headers: {
      accept: 'application/json',
      'user-agent': 'n8n-nodes-returns',
      ...(body && { 'content-type': body.type }),
      ...options.headers,
      ...spec.headers,
      ...(options.idempotencyHeader !== undefined &&
        spec.idempotencyKey !== undefined && { [options.idempotencyHeader]: spec.idempotencyKey }),
    },
    ...(body && { body: body.content }),
    timeoutMs: options.timeoutMs ?? 30_000,
    maxBytes: options.maxBytes ?? 10 * 1024 * 1024,
    ...(signal && { signal }),
    ...(egressFilter && { egressFilter }),
  };
}

function bodyOf(spec: RequestSpec<z.ZodType>): RequestSpec<z.ZodType>['raw'] {
  if (spec.raw) return spec.raw;
  if (spec.json !== undefined) return { type: 'application/json', content: JSON.stringify(spec.json) };
  if (spec.form) return { type: 'application/x-www-form-urlencoded', content: encodeForm(spec.form) };
  return undefined;
}

function refusalOf(options: HttpClientOptions, answer: Answer): Refusal | undefined {
  return options.readRefusal?.(jsonOf(answer), answer.status);
}

function jsonOf(answer: Answer): unknown {
  try {
    return readJson(answer.bytes);
  } catch {
    // An error page, of a gateway in between or of the provider: the status says all there is to say.
    return undefined;
  }
}

function parseAnswer<S extends z.ZodType>(
  who: Speaker,
  answer: Answer,
  schema: S,
  changesNothing: boolean,
): z.output<S> {
  let body: unknown;
  try {
    body = readJson(answer.bytes);
  } catch {
    throw notTheApi(who, answer, { mayHaveHappened: !changesNothing, faults: ['the answer is not JSON'] });
  }
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'answer'}: ${issue.message}`);
  throw parseFailure(who, answer, faults.slice(0, 10), !changesNothing);
}
