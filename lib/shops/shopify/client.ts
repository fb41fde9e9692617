import { z } from 'zod/v4';
import {
  once,
  createHttpClient,
  readCredential,
  type ClientEnvironment,
  type HttpClient,
  type Refusal,
} from '../../http';
import { isReturnsError, ReturnsError } from '../../returns';
import type { Document } from './document';
import { failureOf, graphqlErrorsSchema } from './graphql-errors';
import { pacerOf } from './pacer';
import { costSchema, throttleDelay, type Cost } from './throttle';
import { apiVersions, shopifyVersion } from './versions';

const credentialsSchema = once(() =>
  z.object({
    shop: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, 'expected the domain that ends in .myshopify.com'),
    accessToken: z.string().trim(),
    apiVersion: z
      .string()
      .trim()
      .regex(/^(\d{4}-(01|04|07|10)|unstable|)$/, 'expected a version such as 2026-10')
      .refine((version) => version === '' || version >= apiVersions[0], `expected ${apiVersions[0]} or newer`)
      .optional(),
    /** Replaces `https://{shop}`, for a simulator or a gateway. */
    baseUrl: z.string().trim().optional(),
  }),
);

const speaker = { provider: 'shopify', displayName: 'Shopify' };
const labels = { shop: 'Shop', accessToken: 'Access Token', apiVersion: 'API Version', baseUrl: 'Base URL' };

/** Signed in to one shop. */
export interface ShopifyClient {
  readonly shop: string;
  /** e.g. `2026-10` */
  readonly version: string;
  readonly environment: HttpClient['environment'];
  /**
   * Sends one operation, waits where Shopify throttles it, and answers its data.
   * @throws ReturnsError; `context.mayHaveHappened` marks a mutation whose answer was lost
   */
  run<S extends z.ZodType>(document: Document<S>, variables: Record<string, unknown>): Promise<z.output<S>>;
}

const answerSchema = once(() =>
  z.object({
    data: z.unknown(),
    errors: graphqlErrorsSchema().optional(),
    extensions: z.object({ cost: costSchema().optional().catch(undefined) }).optional(),
  }),
);

/** Throttled calls were not begun, so they may come again, mutations too; this long at most. */
const throttleLimits = { attempts: 10, totalMs: 60_000 };

/** Gets a token in the place of one that Shopify no longer takes. @param refused empty where there is none yet */
export type TokenRenewal = (refused: string) => Promise<string>;

/**
 * @param renew for tokens that expire: asked once per call, when Shopify answers 401 or no token is there
 * @throws ReturnsError `invalid_input`
 */
export function createShopifyClient(
  credentials: unknown,
  environment?: ClientEnvironment,
  renew?: TokenRenewal,
): ShopifyClient {
  const { shop, accessToken, apiVersion, baseUrl } = readCredential(credentialsSchema(), credentials, speaker, labels);
  if (accessToken === '' && !renew) throw withoutToken();
  const origin = baseUrl ?? `https://${shop}`;
  const http = createHttpClient({
    ...speaker,
    baseUrl: origin,
    headers: {},
    readRefusal,
    environment,
  });
  const version = apiVersion ? apiVersion : shopifyVersion;
  const pacer = pacerOf(`${origin} ${shop}`);
  let token = accessToken;

  function send<S extends z.ZodType>(document: Document<S>, variables: Record<string, unknown>) {
    return http.request({
      method: 'POST',
      path: `/admin/api/${version}/graphql.json`,
      headers: { 'x-shopify-access-token': token },
      json: { query: document.text(version), variables, operationName: document.name },
      retry: document.kind === 'query' ? 'always' : 'safe',
      isFixed: true,
      parse: answerSchema(),
    });
  }

  /** A token that Shopify refuses was refused before anything was done, so the call may come again, a mutation too. */
  async function sendSignedIn<S extends z.ZodType>(document: Document<S>, variables: Record<string, unknown>) {
    if (token === '' && renew) token = await renew('');
    const refused = token;
    try {
      return await send(document, variables);
    } catch (error) {
      if (!renew || !isReturnsError(error) || error.status !== 401) throw error;
      token = await renew(refused);
      return send(document, variables);
    }
  }

  async function run<S extends z.ZodType>(
    document: Document<S>,
    variables: Record<string, unknown>,
  ): Promise<z.output<S>> {
    const { now, random, signal } = http.environment;
    const startedAt = now();
    for (let attempt = 1; ; attempt += 1) {
      await pacer.enter(document.name, http.environment);
      const answer = await sendSignedIn(document, variables);
      const cost: Cost | undefined = answer.extensions?.cost;
      pacer.note(document.name, cost, now());
      const failure = failureOf(answer.errors, document);
      if (failure === undefined) return parseData(document, answer.data);
      if (failure.context['throttled'] !== true) throw failure;
      const delay = throttleDelay(cost, random());
      const tooLate = now() - startedAt + delay > throttleLimits.totalMs || attempt >= throttleLimits.attempts;
      if (tooLate || signal?.aborted) throw failure;
      pacer.hold(delay, now());
    }
  }

  return { shop, version, environment: http.environment, run };
}

const withoutToken = (): ReturnsError =>
  new ReturnsError('invalid_input', 'The Shopify credential has no access token', {
    provider: 'shopify',
    description: 'Open the credential and enter the Admin API access token of the app.',
  });

function parseData<S extends z.ZodType>({ parse, name, kind }: Document<S>, data: unknown): z.output<S> {
  const result = parse.safeParse(data);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'data'}: ${issue.message}`).slice(0, 10);
  const done = kind === 'mutation';
  throw new ReturnsError('unexpected_answer', `Shopify answered ${name} in a shape that is not known`, {
    provider: 'shopify',
    // After a mutation the work is done: the next attempt must look it up rather than start afresh.
    retryable: done,
    description: `Check the API version in the credential; this package speaks ${apiVersions[0]} to ${shopifyVersion}.`,
    context: { faults, ...(done && { mayHaveHappened: true }) },
  });
}

/** Outside GraphQL, Shopify's errors are a text, a list, or texts by field. */
const refusalSchema = once(() =>
  z.object({
    errors: z.union([z.string(), z.array(z.object({ message: z.string() })), z.record(z.string(), z.unknown())]),
  }),
);

const adviceOfStatus: Readonly<Record<number, string>> = {
  401: 'Open the credential and enter the access token of the app again; test it.',
  402: 'The shop is frozen until its Shopify bill is paid.',
  404: 'Check the shop domain and the API version in the credential, and the base URL where it has one.',
  423: 'The shop is locked. Ask Shopify support.',
  430: 'Shopify took the request for an attack: it came in a burst, or from an address that others share. Run the item again later, with fewer items at once. If it goes on, give Shopify support the request id.',
};

function readRefusal(body: unknown, status: number): Refusal | undefined {
  const advice = adviceOfStatus[status];
  const result = refusalSchema().safeParse(body);
  if (!result.success && advice === undefined) return undefined;
  const errors = result.data?.errors;
  const message =
    typeof errors === 'string'
      ? errors
      : Array.isArray(errors)
        ? errors.map((error) => error.message).join('; ')
        : Object.keys(errors ?? {}).join(', ');
  return {
    message: message || `status ${status}`,
    ...(advice !== undefined && { advice }),
    // Shopify's own, said in front of the API: nothing was done, it passes, and more requests at once prolong it.
    ...(status === 430 && { errorCode: 'rate_limited', retryable: true, later: true }),
  };
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
      provider: 'shopify',
      description: `The change was made in Shopify, but could not be read back. ${error.description}`,
      retryable: true,
      ...(error.status !== undefined && { status: error.status }),
      context: { ...error.context, mayHaveHappened: true },
    });
  }
}
