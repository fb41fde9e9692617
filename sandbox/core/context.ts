import type { Clock } from './clock';
import type { Faults, Occasion } from './faults';
import type { Journal } from './journal';
import type { Listeners } from './listeners';
import type { Random } from './random';
import type { WebhookSender } from './webhooks';

/** What every simulator is given: one clock, one die, one journal for the whole sandbox. */
export interface SandboxContext {
  readonly clock: Clock;
  readonly random: Random;
  readonly faults: Faults;
  readonly webhooks: WebhookSender;
  readonly journal: Journal;
  /** Told of every request to a simulator, and of every mail handed over, before anything is done with it. */
  readonly arrivals: Listeners<Occasion>;
  /**
   * Where a provider is reached, without a slash at the end: `http://127.0.0.1:8080/stripe`. Only known once the
   * sandbox listens: call it when an answer is made, not when a simulator is.
   */
  baseUrl(provider: string): string;
}
