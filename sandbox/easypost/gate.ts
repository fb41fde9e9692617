import type { FastifyReply, FastifyRequest } from 'fastify';
import { easyPostKey } from '../accounts';
import { jsonBody, rawBody } from '../core/body';
import type { SandboxContext } from '../core/context';
import { EasyPostError } from './errors';

export interface EasyPostCall {
  body: unknown;
  query: Readonly<Record<string, string>>;
  id: string;
}

export type Handler = (call: EasyPostCall) => object | Promise<object>;

/** The user name of HTTP Basic is the API key; EasyPost takes it as a Bearer token too. */
function presentedKey(request: FastifyRequest): string | undefined {
  const [scheme = '', value = ''] = (request.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() === 'bearer') return value;
  return scheme.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString('utf8').split(':')[0] : undefined;
}

function ensureKey(request: FastifyRequest): void {
  if (presentedKey(request) !== easyPostKey) {
    throw new EasyPostError(401, 'UNAUTHORIZED', 'This resource requires authorization.');
  }
}

function textEntries(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function readBody(request: FastifyRequest): unknown {
  const body = jsonBody(request);
  if (body === undefined && rawBody(request).length > 0) {
    throw new EasyPostError(400, 'BAD_REQUEST', 'The request body is not valid JSON.');
  }
  return body;
}

/** Runs handlers as EasyPost's front door does: key, JSON, errors and headers. */
export function createGate(
  context: SandboxContext,
): (handler: Handler, status?: number) => (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  return (handler, status = 200) =>
    async (request, reply) => {
      reply.header('x-ep-request-uuid', context.random.hex(32));
      try {
        ensureKey(request);
        const id = textEntries(request.params)['id'] ?? '';
        await reply
          .code(status)
          .send(await handler({ body: readBody(request), query: textEntries(request.query), id }));
      } catch (error) {
        if (!(error instanceof EasyPostError)) throw error;
        await reply.code(error.status).send(error.body());
      }
    };
}
