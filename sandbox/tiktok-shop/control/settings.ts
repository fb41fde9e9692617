import { z } from 'zod/v4';
import { clocksShape } from '../clocks';
import type { Asked, ControlRoute } from './route';

const settingsShape = z.strictObject({
  refundDelaySeconds: z.number().nonnegative().optional(),
  redirectUrl: z.url().optional(),
  partnerCenterAddress: z.url().optional(),
  appSecret: z.string().min(1).optional(),
  accessSeconds: z.int().positive().optional(),
  isAddressAllowed: z.boolean().optional(),
});

const clockChangeShape = clocksShape.extend({ region: z.string() }).partial().required({ region: true });

const shopShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  region: z.string().length(2),
  currency: z.string().length(3),
  cipher: z.string(),
  sellerType: z.enum(['LOCAL', 'CROSS_BORDER']).default('CROSS_BORDER'),
});

function openShop({ world, body }: Asked): object {
  const shop = shopShape.parse(body);
  return world.openShop({ ...shop, code: `${shop.region}${shop.id.slice(-8)}` });
}

function set({ world, body }: Asked): object {
  const { accessSeconds, ...change } = settingsShape.parse(body);
  if (accessSeconds !== undefined) world.tokens.accessSeconds = accessSeconds;
  world.settings = {
    refundDelaySeconds: change.refundDelaySeconds ?? world.settings.refundDelaySeconds,
    redirectUrl: change.redirectUrl ?? world.settings.redirectUrl,
    partnerCenterAddress: change.partnerCenterAddress ?? world.settings.partnerCenterAddress,
    appSecret: change.appSecret ?? world.settings.appSecret,
    isAddressAllowed: change.isAddressAllowed ?? world.settings.isAddressAllowed,
  };
  return { refundDelaySeconds: world.settings.refundDelaySeconds };
}

function setClocks({ world, body }: Asked): object {
  const { region, ...clocks } = clockChangeShape.parse(body);
  const defined = Object.fromEntries(Object.entries(clocks).filter(([, span]) => span !== undefined));
  const next = clocksShape.parse({ ...world.clocksOf(region), ...defined });
  world.clocks.set(region, next);
  return next;
}

function setLimits({ world, body }: Asked): object {
  const { limits } = world.rateLimit;
  const rate = z.number().positive();
  const shape = z.strictObject({ reads: rate.default(limits.reads), writes: rate.default(limits.writes) });
  world.rateLimit.limits = shape.parse(body);
  return world.rateLimit.limits;
}

export const settingRoutes: readonly ControlRoute[] = [
  { path: 'shops', status: 201, handle: openShop },
  { path: 'settings', handle: set },
  { path: 'clocks', handle: setClocks },
  { path: 'limits', handle: setLimits },
];
