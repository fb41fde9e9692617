import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import { jsonBody } from '../core/body';
import type { GivenToken } from './app-tokens';
import { grantedScopes } from './views/shop';
import type { World } from './world';

const tokenShape = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.string().optional(),
  code: z.string().optional(),
  /** `1` asks for a token that expires and can be renewed. */
  expiring: z.union([z.string(), z.number(), z.boolean()]).optional(),
  refresh_token: z.string().optional(),
});
type TokenInput = z.infer<typeof tokenShape>;

/** JSON or a form, as the real endpoint takes both. */
function readInput(request: FastifyRequest): TokenInput | undefined {
  const isForm = (request.headers['content-type'] ?? '').includes('x-www-form-urlencoded');
  const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
  return tokenShape.safeParse(isForm ? Object.fromEntries(new URLSearchParams(text)) : jsonBody(request)).data;
}

type Given = GivenToken | { error: string; error_description: string };

const refused = (error: string, error_description: string): Given => ({ error, error_description });

function give({ tokens }: World, { grant_type: grant, code, refresh_token, expiring }: TokenInput): Given {
  if (grant === 'client_credentials') return tokens.forClientCredentials();
  if (grant === 'refresh_token') {
    const given = tokens.forRefresh(refresh_token ?? '');
    return given ?? refused('invalid_grant', 'The refresh token is invalid, expired or was already used.');
  }
  if (grant === undefined && code !== undefined) {
    const given = tokens.forCode(code, ['1', 'true'].includes(String(expiring)));
    return given ?? refused('invalid_request', 'The authorization code was not found or was already used.');
  }
  return refused('unsupported_grant_type', 'not simulated: other grants');
}

/** Client id and secret, and what the grant asks for, for a token. */
export async function giveToken(world: World, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const input = readInput(request);
  if (input?.client_id !== world.settings.clientId || input.client_secret !== world.settings.clientSecret) {
    return reply.code(400).send(refused('invalid_client', 'Client authentication failed'));
  }
  const given = give(world, input);
  if ('error' in given) return reply.code(400).send(given);
  world.record('token.given', input.grant_type ?? 'authorization_code', {});
  return { ...given, scope: grantedScopes.join(',') };
}
