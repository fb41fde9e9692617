import type { SandboxContext } from '../core/context';
import { commonFaultKinds } from '../core/faults';
import type { Simulator } from '../core/simulator';
import { registerControl } from './control';
import { EasyPostError } from './errors';
import type { PrintLabel } from './label/print';
import { grantDueRefunds } from './refund-label';
import { registerRoutes } from './routes';
import { EasyPostStore } from './store';

export interface EasyPostOptions {
  /** How labels are made; drawn for each shipment unless told. */
  readonly print?: PrintLabel;
}

/** EasyPost on loopback: base URL `<sandbox>/easypost`, so `<sandbox>/easypost/v2/shipments`. */
export function createEasyPost(context: SandboxContext, { print }: EasyPostOptions = {}): Simulator {
  const store = new EasyPostStore(print);
  context.clock.onTick(() => {
    grantDueRefunds(context, store);
  });

  return {
    name: 'easypost',
    faultKinds: commonFaultKinds,
    register(app) {
      registerRoutes(app, context, store);
      registerControl(app, context, store);
    },
    reset(options = {}) {
      store.clear(options.keepSubscriptions === true);
    },
    state: () => ({
      shipments: [...store.shipments.values()],
      trackers: [...store.trackers.values()],
      webhooks: [...store.webhooks.values()],
    }),
    faultAnswer(kind) {
      const error =
        kind === 'rate-limit'
          ? new EasyPostError(429, 'RATE_LIMITED', 'You have exceeded the rate limit. Please try again later.')
          : new EasyPostError(
              500,
              'INTERNAL_SERVER_ERROR',
              "We're sorry, something went wrong. Please try again later.",
            );
      return { status: error.status, body: error.body() };
    },
  };
}
