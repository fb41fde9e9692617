import type { SandboxContext } from '../core/context';
import { commonFaultKinds } from '../core/faults';
import type { Simulator } from '../core/simulator';
import { followReturn } from './batch';
import { registerControl } from './control';
import { internalError, rateLimited } from './errors';
import { errorEnvelope } from './gate';
import { providerName } from './names';
import { registerOauth } from './oauth';
import { lapse } from './returning/lapse';
import { registerRoutes } from './routes';
import { stateOf } from './state';
import { World } from './world';

/**
 * TikTok Shop on loopback: `<sandbox>/tiktok-shop` stands for the business host, the token host and the consent link.
 * What is signed is the path behind it, `/return_refund/202309/returns/search`.
 */
export function createTikTokShop(context: SandboxContext): Simulator {
  const world = new World(context);
  world.lapse = (entry) => {
    lapse(world, entry);
  };
  world.follow = (entry) => {
    followReturn(world, entry);
  };
  return {
    name: providerName,
    faultKinds: commonFaultKinds,
    register(app) {
      registerOauth(app, world);
      registerRoutes(app, world);
      registerControl(app, world);
    },
    reset(options) {
      world.reset(options?.keepSubscriptions === true);
    },
    state: () => stateOf(world),
    faultAnswer(kind) {
      const error = kind === 'rate-limit' ? rateLimited() : internalError();
      return { status: error.status, body: errorEnvelope(world, error) };
    },
    start() {
      world.timers.start();
      return Promise.resolve();
    },
    stop() {
      world.timers.stop();
      return Promise.resolve();
    },
  };
}
