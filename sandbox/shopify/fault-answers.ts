import type { FastifyRequest } from 'fastify';
import { jsonBody } from '../core/body';
import type { RefusalKind } from '../core/faults';
import type { FaultAnswer } from '../core/simulator';
import { throttledBody } from './cost-answers';
import { idempotencyKeysOf, parseBody } from './graphql-body';
import type { World } from './world';

const serverErrorBody = {
  errors: [
    {
      message: 'Internal error. Looks like something went wrong on our end.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: '00000000-0000-0000-0000-000000000000' },
    },
  ],
};

/** An empty bucket, and a query of so many points that a client that reckons with them waits about this long. */
function throttled(world: World, retryAfterSeconds: number): FaultAnswer {
  const status = world.throttle.status();
  const requested = Math.max(1, Math.min(status.maximumAvailable, Math.ceil(retryAfterSeconds * status.restoreRate)));
  return { status: 200, body: throttledBody(requested, { ...status, currentlyAvailable: 0 }) };
}

/**
 * Said in front of the API, to the address that asks: a page for people, without Retry-After (shopify.dev, response codes;
 * Shopify/shopify-api-js issue 1030).
 */
function securityRejection(world: World): FaultAnswer {
  const id = world.context.random.hex(32);
  const page = `<!DOCTYPE html><html><head><title>Something went wrong</title></head><body><p>Request ID: ${id}</p></body></html>`;
  return { status: 430, headers: { 'content-type': 'text/html; charset=utf-8', 'x-request-id': id }, body: page };
}

/** Keys of a request that broke in the middle give the same failure from now on. */
function failKeys(world: World, request: FastifyRequest): void {
  const body = parseBody(jsonBody(request));
  const keys = body === undefined ? [] : idempotencyKeysOf(body);
  for (const { mutation, key } of keys) world.idempotency.markFailed(mutation, key);
}

/** How Shopify refuses a request. */
export function faultAnswer(
  world: World,
  kind: RefusalKind,
  request: FastifyRequest,
  retryAfterSeconds: number,
): FaultAnswer {
  if (kind === 'throttled') return throttled(world, retryAfterSeconds);
  if (kind === 'security-rejection') return securityRejection(world);
  if (kind === 'rate-limit') {
    const errors = 'Too many requests. Reduce request rates to resume uninterrupted service.';
    return { status: 429, body: { errors } };
  }
  if (kind === 'execution-error') failKeys(world, request);
  return { status: 500, body: serverErrorBody };
}
