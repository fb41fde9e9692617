import { z } from 'zod/v4';
import {
  createHttpClient,
  readCredential,
  nextDelay,
  once,
  type ClientEnvironment,
  type HttpClient,
  type Refusal,
  type RetryLimits,
} from '../../http';
import { isReturnsError, ReturnsError } from '../../returns';
import { endpoints, pathOf, type Endpoint, type EndpointName } from './endpoints';
import { failureOf, isTokenRefused, meaningOf, refusalOf } from './errors';
import { multipartBody, type Part } from './multipart';
import { signRequest } from './sign';
import { isStale } from './tokens';

/** One host for all markets; sandbox shops are on it too. */
export const apiHost = 'https://open-api.tiktokglobalshop.com';

const credentialsSchema = once(() =>
  z.object({
    appKey: z.string().trim().min(1, 'enter the app key'),
    appSecret: z.string().trim().min(1, 'enter the app secret'),
    /** Empty until the first one is fetched. */
    accessToken: z.string().trim().default(''),
    accessTokenExpiresAt: z.coerce.number().optional().catch(undefined),
    /** Replaces the host of TikTok, for a simulator or a gateway. */
    baseUrl: z.string().trim().optional(),
  }),
);

const speaker = { provider: 'tiktok_shop', displayName: 'TikTok Shop' };
const labels = { appKey: 'App Key', appSecret: 'App Secret', accessToken: 'Access Token', baseUrl: 'Base URL' };

/** Fetches a token that is not the refused one, saves what rotated, and answers it. */
export type RenewToken = (refused: string) => Promise<string>;

export interface CallInput<S extends z.ZodType> {
  /** Ids in the path. */
  readonly ids?: Readonly<Record<string, string>>;
  /** Lists are joined by commas. */
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
  readonly json?: object;
  readonly parts?: readonly Part[];
  readonly idempotencyKey?: string | undefined;
  /** What `data` of the answer must look like. */
  readonly data: S;
}

/** A shop as calls name it. */
export interface ShopKey {
  readonly cipher: string;
  readonly id?: string | undefined;
  /** ISO country code of its market, where it is known. */
  readonly region?: string | undefined;
}

/** Signed in to one seller; calls of a shop need its cipher. */
export interface TikTokShopClient {
  readonly environment: HttpClient['environment'];
  /** The shop that calls are about. */
  readonly shop: ShopKey | undefined;
  /** The same seller, for one of its shops. */
  forShop(shop: ShopKey): TikTokShopClient;
  /**
   * Signs and sends one call, waits where TikTok Shop throttles, renews the token where it has expired.
   * @throws ReturnsError; `context.mayHaveHappened` marks a write whose answer was lost
   */
  call<S extends z.ZodType>(name: EndpointName, input: CallInput<S>): Promise<z.output<S>>;
}

/** TikTok's advice: from one second, doubling, to one minute, five times. Source: Partner Center, "Rate limits". */
const limits: RetryLimits = { attempts: 5, totalMs: 90_000, baseMs: 1000, capMs: 60_000 };

const envelopeSchema = once(() =>
  z.object({
    code: z.int(),
    message: z.string().nullish(),
    request_id: z.string().nullish(),
    data: z.unknown(),
  }),
);
type Envelope = z.output<ReturnType<typeof envelopeSchema>>;

/** @throws ReturnsError `invalid_input` */
export function createTikTokShopClient(
  credentials: unknown,
  options: { readonly environment?: ClientEnvironment; readonly renew?: RenewToken } = {},
): TikTokShopClient {
  const parsed = readCredential(credentialsSchema(), credentials, speaker, labels);
  const http = createHttpClient({
    ...speaker,
    baseUrl: parsed.baseUrl ?? apiHost,
    headers: {},
    readRefusal,
    limits,
    environment: options.environment,
  });
  const session: Session = {
    ...parsed,
    http,
    token: { value: parsed.accessToken, expiresAt: parsed.accessTokenExpiresAt },
    renew: options.renew,
  };
  return clientOf(session, undefined);
}

interface Session {
  readonly appKey: string;
  readonly appSecret: string;
  readonly http: HttpClient;
  /** Changes when it is renewed, for every shop of the seller. */
  readonly token: { value: string; expiresAt: number | undefined };
  readonly renew: RenewToken | undefined;
}

const clientOf = (session: Session, shop: ShopKey | undefined): TikTokShopClient => ({
  environment: session.http.environment,
  shop,
  forShop: (other) => clientOf(session, other),
  call: (name, input) => callWithToken(session, shop?.cipher, endpoints[name], input),
});

async function callWithToken<S extends z.ZodType>(
  session: Session,
  shopCipher: string | undefined,
  endpoint: Endpoint,
  input: CallInput<S>,
): Promise<z.output<S>> {
  const { token, renew, http } = session;
  if (renew && (token.value === '' || isStale(token.expiresAt, http.environment.now()))) {
    await renewToken(session, renew, token.value);
  }
  const used = token.value;
  try {
    return await callPatiently(session, shopCipher, endpoint, input);
  } catch (error) {
    // A refused token was refused before anything was done, so a write may come again too.
    if (!renew || !isTokenRefused(error)) throw error;
    await renewToken(session, renew, used);
    return callPatiently(session, shopCipher, endpoint, input);
  }
}

async function renewToken({ token }: Session, renew: RenewToken, refused: string): Promise<void> {
  if (token.value !== refused) return;
  token.value = await renew(refused);
  token.expiresAt = undefined;
}

/** Repeats what TikTok Shop refuses with a code in a good answer; what HTTP itself says is repeated below. */
async function callPatiently<S extends z.ZodType>(
  session: Session,
  shopCipher: string | undefined,
  endpoint: Endpoint,
  input: CallInput<S>,
): Promise<z.output<S>> {
  const { now, sleep, random, signal } = session.http.environment;
  const repeatable = isRepeatable(endpoint, input);
  const startedAt = now();
  for (let attempt = 1; ; attempt += 1) {
    const envelope = await send(session, shopCipher, endpoint, input);
    if (envelope.code === 0) return parseData(endpoint, input.data, envelope);
    const message = envelope.message ?? '';
    const meaning = meaningOf(envelope.code, message);
    const failure = failureOf(
      { code: envelope.code, message, requestId: envelope.request_id ?? undefined },
      meaning.retryable === true && meaning.wait !== true && !repeatable,
    );
    const mayRepeat = meaning.retryable === true && (repeatable || meaning.wait === true);
    const delay = mayRepeat ? nextDelay(attempt, now() - startedAt, undefined, random(), limits) : undefined;
    if (delay === undefined || signal?.aborted) throw failure;
    await sleep(delay, signal);
  }
}

const isRepeatable = (endpoint: Endpoint, { idempotencyKey }: Pick<CallInput<z.ZodType>, 'idempotencyKey'>): boolean =>
  endpoint.reads === true || (endpoint.idempotent === true && idempotencyKey !== undefined);

async function send(
  { appKey, appSecret, http, token }: Session,
  shopCipher: string | undefined,
  endpoint: Endpoint,
  input: CallInput<z.ZodType>,
): Promise<Envelope> {
  const path = pathOf(endpoint, input.ids ?? {});
  const body = bodyOf(endpoint, input);
  const query = {
    ...textQuery(input.query ?? {}),
    ...(endpoint.idempotent && input.idempotencyKey !== undefined && { idempotency_key: input.idempotencyKey }),
    ...(!endpoint.withoutShop && shopCipher !== undefined && { shop_cipher: shopCipher }),
    app_key: appKey,
    timestamp: String(Math.floor(http.environment.now() / 1000)),
  };
  const signed = typeof body?.content === 'string' ? { body: body.content } : {};
  const sign = signRequest({ path, query, ...signed }, appSecret);
  return http.request({
    method: endpoint.method,
    path,
    query: { ...query, sign },
    headers: { 'x-tts-access-token': token.value },
    ...(body && { raw: body }),
    ...(input.ids === undefined && { isFixed: true as const }),
    retry: isRepeatable(endpoint, input) ? 'always' : 'safe',
    parse: envelopeSchema(),
  });
}

function bodyOf(
  { method }: Endpoint,
  { json, parts }: Pick<CallInput<z.ZodType>, 'json' | 'parts'>,
): { readonly type: string; readonly content: string | Uint8Array } | undefined {
  if (parts) return multipartBody(parts);
  // The very text that is signed is the one that is sent.
  return method === 'GET' || json === undefined
    ? undefined
    : { type: 'application/json', content: JSON.stringify(json) };
}

function textQuery(query: NonNullable<CallInput<z.ZodType>['query']>): Record<string, string> {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[name, String(value)] as const],
  );
  return Object.fromEntries(entries);
}

function parseData<S extends z.ZodType>(endpoint: Endpoint, schema: S, { data }: Envelope): z.output<S> {
  const result = schema.safeParse(data ?? {});
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'data'}: ${issue.message}`).slice(0, 10);
  const done = endpoint.reads !== true;
  throw new ReturnsError('unexpected_answer', `TikTok Shop answered ${endpoint.path} in a shape that is not known`, {
    provider: 'tiktok_shop',
    // After a write the work is done: the next attempt must look it up rather than start afresh.
    retryable: done,
    description: 'TikTok Shop may have changed its answers: update this package, or report it with the fields named.',
    context: { faults, ...(done && { mayHaveHappened: true }) },
  });
}

function readRefusal(body: unknown): Refusal | undefined {
  const envelope = envelopeSchema().safeParse(body);
  if (!envelope.success || envelope.data.code === 0) return undefined;
  const { code, message } = envelope.data;
  return refusalOf({ code, message: message ?? '' });
}

/**
 * A read that follows a write. When it fails, the write is done all the same, and the error must say so: otherwise the
 * next attempt would do it again.
 */
export async function afterWrite<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!isReturnsError(error)) throw error;
    throw new ReturnsError(error.code, error.message, {
      provider: 'tiktok_shop',
      description: `The change was made in TikTok Shop, but could not be read back. ${error.description}`,
      retryable: true,
      ...(error.status !== undefined && { status: error.status }),
      context: { ...error.context, mayHaveHappened: true },
    });
  }
}
