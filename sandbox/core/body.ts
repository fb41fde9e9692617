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

/** Name of the GraphQL operation that a JSON body asks for, if it is one. */
export function graphqlOperation(request: FastifyRequest): string | undefined {
  if (!(request.headers['content-type'] ?? '').includes('json')) return undefined;
  const body = jsonBody(request);
  if (typeof body !== 'object' || body === null || !('query' in body)) return undefined;
  if ('operationName' in body && typeof body.operationName === 'string') return body.operationName;
  if (typeof body.query !== 'string') return undefined;
  return /\b(?:query|mutation)\s+(\w+)/.exec(body.query)?.[1];
}
