import type { ControlRoom } from '../../sandbox/demo/control-room';
import type { FaultSpec } from '../../sandbox/core/faults';

const RATE = 0.1;

const specs = (providers: readonly string[], kinds: readonly FaultSpec['kind'][], rate = RATE): FaultSpec[] =>
  providers.flatMap((provider) => kinds.map((kind) => ({ provider, kind, rate, retryAfterSeconds: 1 })));

const providers = ['shopify', 'tiktok-shop', 'easypost', 'stripe'] as const;
const requestFaults = [
  ...specs(providers, ['server-error', 'reset', 'lost-answer']),
  ...specs(['tiktok-shop', 'easypost', 'stripe'], ['rate-limit']),
  // Shopify asks to wait in two ways.
  ...specs(['shopify'], ['rate-limit', 'throttled'], RATE / 2),
];
const webhookFaults = specs(providers, ['duplicate', 'delay', 'reorder']);
const mailFaults = specs(['mail'], ['smtp-tempfail', 'reset', 'lost-answer']);

/** One request in three fails in one of four ways, one mail in four, and as many webhooks come twice, late or overtaken. */
export async function switchFaultsOn(control: ControlRoom): Promise<void> {
  for (const fault of [...requestFaults, ...webhookFaults, ...mailFaults]) await control.post('/control/faults', fault);
}

export const switchFaultsOff = (control: ControlRoom): Promise<void> => control.remove('/control/faults');
