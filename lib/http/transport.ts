import type { Agent } from 'node:http';
import type { Readable } from 'node:stream';
import type { EgressFilter } from './environment';
import { routeTo } from './agents';
import { once } from './once';

export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For the whole call, from the search for an address to the last byte. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
  readonly egressFilter?: EgressFilter;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/**
 * `never_sent`: the request cannot have reached the provider. `lost`: it may have, and no whole answer came back.
 */
export type FaultKind = 'never_sent' | 'lost' | 'timed_out' | 'cancelled' | 'too_large' | 'certificate' | 'filtered';

/** A call without an answer. Holds a code only: axios errors carry the headers that were sent, secrets included. */
export class TransportFault extends Error {
  override readonly name = 'TransportFault';
  constructor(
    readonly kind: FaultKind,
    readonly code: string,
  ) {
    super(`${kind}: ${code}`);
  }
}

const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN']);
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|ERR_TLS|ERR_SSL|EPROTO/;

/** n8n loads every node at start; axios is needed at the first call only. */
const loadAxios = once(async () => (await import('axios')).default);

/** One attempt, one answer of any status. Redirects are not followed. @throws TransportFault */
export async function send(call: Call): Promise<Answer> {
  await ensureAllowed(call);
  const [axios, { agent }] = await Promise.all([loadAxios(), routeTo(call.url, call.egressFilter)]);
  const deadline = AbortSignal.timeout(call.timeoutMs);
  try {
    const response = await axios.request<Uint8Array>({
      method: call.method,
      url: call.url.href,
      headers: { ...call.headers },
      ...(call.body !== undefined && { data: call.body }),
      adapter: 'http',
      responseType: 'arraybuffer',
      maxRedirects: 0,
      maxContentLength: call.maxBytes,
      maxBodyLength: Infinity,
      signal: call.signal ? AbortSignal.any([call.signal, deadline]) : deadline,
      validateStatus: null,
      transformRequest: [(data: unknown) => data],
      proxy: false,
      ...agentsOf(call.url, agent),
    });
    return { status: response.status, headers: plainHeaders(response.headers), bytes: response.data };
  } catch (error) {
    throw faultOf(error, call, deadline);
  }
}

/** An answer whose body comes as it arrives. */
export interface StreamedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Stops reading; what is left is not fetched. */
  readonly close: () => void;
}

/** The same for a body too long to be held. `timeoutMs` is for all of it. @throws TransportFault, while it is read too */
export async function openStream(call: Call): Promise<StreamedAnswer> {
  await ensureAllowed(call);
  const [axios, { agent }] = await Promise.all([loadAxios(), routeTo(call.url, call.egressFilter)]);
  const deadline = AbortSignal.timeout(call.timeoutMs);
  try {
    const { status, headers, data } = await axios.request<Readable>({
      method: call.method,
      url: call.url.href,
      headers: { ...call.headers },
      adapter: 'http',
      responseType: 'stream',
      maxRedirects: 0,
      signal: call.signal ? AbortSignal.any([call.signal, deadline]) : deadline,
      validateStatus: null,
      proxy: false,
      ...agentsOf(call.url, agent),
    });
    return {
      status,
      headers: plainHeaders(headers),
      chunks: readChunks(data, call, deadline),
      close: () => data.destroy(),
    };
  } catch (error) {
    throw faultOf(error, call, deadline);
  }
}

async function* readChunks(data: Readable, call: Call, deadline: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of data as AsyncIterable<Uint8Array>) yield chunk;
  } catch (error) {
    throw faultOf(error, call, deadline);
  }
}

async function ensureAllowed({ egressFilter, url }: Call): Promise<void> {
  const verdict = await egressFilter?.validateUrl(url);
  if (verdict?.ok === false) throw new TransportFault('filtered', 'FILTERED');
}

const agentsOf = (url: URL, agent: Agent): { httpAgent?: Agent; httpsAgent?: Agent } =>
  url.protocol === 'https:' ? { httpsAgent: agent } : { httpAgent: agent };

function plainHeaders(headers: object): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') plain[name.toLowerCase()] = value;
  }
  return plain;
}

function faultOf(error: unknown, call: Call, deadline: AbortSignal): TransportFault {
  if (call.signal?.aborted) return new TransportFault('cancelled', 'CANCELLED');
  if (deadline.aborted) return new TransportFault('timed_out', 'ETIMEDOUT');
  const code = codeOf(error);
  if (error instanceof Error && error.message.startsWith('maxContentLength')) {
    return new TransportFault('too_large', 'TOO_LARGE');
  }
  if (neverSent.has(code)) return new TransportFault('never_sent', code);
  if (certificate.test(code)) return new TransportFault('certificate', code);
  // The filter's lookup refuses an address by failing the connection with an error of its own.
  if (call.egressFilter && /^Ssrf/.test(nameOf(error))) return new TransportFault('filtered', 'FILTERED');
  return new TransportFault(code === 'ETIMEDOUT' ? 'timed_out' : 'lost', code);
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'UNKNOWN';
}

function nameOf(error: unknown): string {
  const origin = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return origin instanceof Error ? origin.constructor.name : '';
}
