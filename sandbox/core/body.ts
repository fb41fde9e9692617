import type { FastifyRequest } from 'fastify';

/** The bytes of a request's body; empty when there was none. */
export function rawBody(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** The body as JSON: `{}` for an empty one, undefined for one that is no JSON. */
export function jsonBody(request: FastifyRequest): unknown {
  const text = rawBody(request).toString('utf8');
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
