import type { FastifyReply, FastifyRequest } from 'fastify';
import { stripeKey } from '../accounts';
import { rawBody } from '../core/body';
import type { SandboxContext } from '../core/context';
import { StripeError, invalidRequest } from './errors';
import { expanded } from './expand';
import { type Form, listOf, parseForm } from './form';
import type { IdempotencyKeys } from './idempotency';
import { apiVersion } from './objects';
import { settleDueRefunds } from './settle-refund';
import type { StripeStore } from './store';

export interface StripeCall {
  form: Form;
  requestId: string;
  idempotencyKey: string | undefined;
}

/** Does what a checked request asks for, and answers the object. */
export type Effect = () => object;

/** Reads and checks a request: what it throws is said before execution began, what the effect throws after. */
export type Handler = (call: StripeCall, request: FastifyRequest) => Effect;

interface GateParts {
  context: SandboxContext;
  store: StripeStore;
  keys: IdempotencyKeys;
  /** Milliseconds that every write takes. */
  latencyMs: () => number;
}

/** The first value of a header. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function presentedKey(request: FastifyRequest): string | undefined {
  const authorization = headerOf(request, 'authorization') ?? '';
  const [scheme = '', value = ''] = authorization.split(' ');
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() === 'basic') return Buffer.from(value, 'base64').toString('utf8').split(':')[0];
  return undefined;
}

function ensureKey(request: FastifyRequest): void {
  const key = presentedKey(request);
  if (key === undefined || key === '') {
    throw invalidRequest(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.",
      { status: 401 },
    );
  }
  if (key !== stripeKey) {
    const masked = key.length > 12 ? `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}` : '****';
    throw invalidRequest(`Invalid API Key provided: ${masked}`, { status: 401 });
  }
}

function readVersion(request: FastifyRequest): string {
  const version = headerOf(request, 'stripe-version') ?? apiVersion;
  if (!/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(version)) {
    throw invalidRequest(`Invalid Stripe API version: ${version}`);
  }
  return version;
}

function readForm(request: FastifyRequest): Form {
  if (request.method === 'GET' || request.method === 'DELETE') return parseForm(request.url.split('?')[1] ?? '');
  const type = headerOf(request, 'content-type') ?? '';
  const body = rawBody(request).toString('utf8');
  if (body !== '' && !type.includes('application/x-www-form-urlencoded')) {
    throw invalidRequest(
      `Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have any questions, we can help at https://support.stripe.com/.`,
    );
  }
  return parseForm(body);
}

/** Runs handlers as Stripe's front door does: key, version, form, idempotency, errors and headers. */
export function createGate({
  context,
  store,
  keys,
  latencyMs,
}: GateParts): (handler: Handler) => (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const run = async (
    handler: Handler,
    request: FastifyRequest,
    reply: FastifyReply,
    requestId: string,
  ): Promise<object> => {
    ensureKey(request);
    reply.header('stripe-version', readVersion(request));
    settleDueRefunds(context, store);
    const form = readForm(request);
    const idempotencyKey = request.method === 'POST' ? headerOf(request, 'idempotency-key') : undefined;
    const call: StripeCall = { form, requestId, idempotencyKey };
    if (request.method !== 'POST') return handler(call, request)();

    if (idempotencyKey === undefined) {
      const effect = handler(call, request);
      await pause(latencyMs());
      return effect();
    }
    reply.header('idempotency-key', idempotencyKey);
    if (idempotencyKey.length > 255) throw invalidRequest('Idempotency-Key must be at most 255 characters long.');
    const claim = {
      key: idempotencyKey,
      endpoint: request.url.replace(/^\/stripe/, '').split('?')[0] ?? '',
      params: rawBody(request).toString('utf8'),
      requestId,
    };
    const effect = keys.has(idempotencyKey) ? undefined : handler(call, request);
    const stored = keys.claim(claim);
    if (stored !== undefined) {
      reply.header('idempotent-replayed', 'true').header('original-request', stored.originalRequest);
      await reply.code(stored.status).send(stored.body);
      return stored.body;
    }
    await pause(latencyMs());
    try {
      const answer = structuredClone((effect ?? handler(call, request))());
      keys.settle(idempotencyKey, { status: 200, body: answer });
      return answer;
    } catch (error) {
      const said =
        error instanceof StripeError
          ? error
          : new StripeError(500, { message: 'An unknown error occurred', type: 'api_error' });
      keys.settle(idempotencyKey, { status: said.status, body: { error: said.body } });
      throw error;
    }
  };

  return (handler) => async (request, reply) => {
    const requestId = context.random.id('req_', 14);
    reply.header('request-id', requestId).header('content-type', 'application/json');
    try {
      const answer = await run(handler, request, reply, requestId);
      if (reply.sent) return;
      await reply.send(answer);
    } catch (error) {
      if (!(error instanceof StripeError)) throw error;
      const url = `https://dashboard.stripe.com/test/logs/${requestId}?t=${context.clock.unix()}`;
      await reply.code(error.status).send({ error: { ...error.body, request_log_url: url } });
    }
  };
}

function pause(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}

/** The answer with what `expand[]` asks for. */
export function withExpansions(answer: object, call: StripeCall, store: StripeStore): object {
  return expanded(answer, listOf(call.form, 'expand'), store);
}
