import { z } from 'zod/v4';
import { notify } from '../webhooks';
import type { Asked, ControlRoute } from './route';

function issueCode({ world, body }: Asked): object {
  const { scopes } = z.strictObject({ scopes: z.array(z.string()).optional() }).parse(body);
  return { code: world.tokens.issueCode(scopes) };
}

function expire({ world }: Asked): object {
  world.tokens.expireAccess();
  return { ok: true };
}

function revoke({ world }: Asked): object {
  world.tokens.revoke();
  notify(world, world.mainShop(), 'SELLER_DEAUTHORIZATION', {
    message: 'The seller has deauthorized the app, please stop calling the API for this shop',
  });
  return { ok: true };
}

function warn({ world, body }: Asked): object {
  const { days } = z.strictObject({ days: z.int().positive().default(30) }).parse(body);
  notify(world, world.mainShop(), 'UPCOMING_AUTHORIZATION_EXPIRATION', {
    message: `The authorization expires in ${days} days, please ask the seller to authorize again`,
    expiration_time: String(world.now() + days * 86_400),
  });
  return { ok: true };
}

export const authorizationRoutes: readonly ControlRoute[] = [
  { path: 'tokens/code', handle: issueCode },
  { path: 'tokens/expire', handle: expire },
  { path: 'tokens/revoke', handle: revoke },
  { path: 'tokens/warn', handle: warn },
];
