import type { Clock, Instant } from './clock';
import { Listeners } from './listeners';

/** Something that really happened at a provider. */
export interface Effect {
  provider: string;
  /** A past participle of the trade: `refund.made`, `label.bought`, `return.approved`, `mail.accepted` … */
  effect: string;
  at: Instant;
  /** The provider's id of the thing it happened to. */
  reference: string;
  detail: Record<string, unknown>;
}

/** A request that came in: no header and no body, so that no secret and no address is kept. */
export interface LoggedRequest {
  at: Instant;
  provider: string;
  method: string;
  /** Without its query, which may hold an e-mail address. */
  path: string;
  /** HTTP status that was answered; 0 when the caller got no answer. */
  status: number;
  fault?: string;
}

const keptRequests = 5000;

/** The truth about what happened, appended to and never changed: tests ask it instead of believing an answer. */
export class Journal {
  private effects: Effect[] = [];

  private requests: LoggedRequest[] = [];

  private readonly listeners = new Listeners<Effect>();

  constructor(private readonly clock: Clock) {}

  record(effect: Omit<Effect, 'at'>): Effect {
    const entry: Effect = { ...effect, at: this.clock.iso() };
    this.effects.push(entry);
    this.listeners.tell(entry);
    return entry;
  }

  /** Calls `listener` the moment something has happened, before its answer is sent. Returns how to stop listening. */
  onEffect(listener: (effect: Effect) => void): () => void {
    return this.listeners.add(listener);
  }

  /** The effects in the order they happened, narrowed by provider, effect and reference. */
  entries(filter: Partial<Pick<Effect, 'provider' | 'effect' | 'reference'>> = {}): readonly Effect[] {
    return this.effects.filter(
      (entry) =>
        (filter.provider === undefined || entry.provider === filter.provider) &&
        (filter.effect === undefined || entry.effect === filter.effect) &&
        (filter.reference === undefined || entry.reference === filter.reference),
    );
  }

  logRequest(request: Omit<LoggedRequest, 'at'>): void {
    this.requests.push({ at: this.clock.iso(), ...request });
    if (this.requests.length > keptRequests) this.requests.splice(0, this.requests.length - keptRequests);
  }

  /** The latest requests, oldest first. */
  requestLog(filter: { provider?: string | undefined } = {}): readonly LoggedRequest[] {
    return this.requests.filter((entry) => filter.provider === undefined || entry.provider === filter.provider);
  }

  clear(): void {
    this.effects = [];
    this.requests = [];
  }
}
