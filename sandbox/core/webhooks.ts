import type { Clock, Instant } from './clock';
import { type Faults, webhookFaultKinds } from './faults';

export interface WebhookMessage {
  provider: string;
  url: string;
  body: Buffer | string;
  /** Headers for these bytes, signature included; asked anew at every attempt, because some sign the time. */
  headers: (rawBody: Buffer) => Record<string, string>;
  /** The provider's own id of this delivery or event. */
  id: string;
  /** What it tells (`refund.updated`, `returns/approve`), for the log and for narrowing faults. */
  topic?: string;
  /**
   * How this provider tries again: milliseconds of the sandbox's clock after each failure, and of real time until it
   * gives up waiting for an answer. The sender's own waits when left out, or when those were set for a test.
   */
  retry?: { afterMs: readonly number[]; timeoutMs: number };
}

export interface Attempt {
  at: Instant;
  /** HTTP status, or 0 when nobody answered. */
  status: number;
  error?: string;
}

export interface Delivery {
  id: string;
  provider: string;
  url: string;
  topic: string | undefined;
  state: 'waiting' | 'delivered' | 'failed' | 'dropped';
  fault?: string;
  attempts: Attempt[];
}

interface WebhookOptions {
  /** Milliseconds to wait after each failed attempt; one more attempt than entries. */
  retryAfterMs?: readonly number[];
  timeoutMs?: number;
}

/** Short first, so that tests go on; long enough in all to outlive a restart of the receiver. */
const defaultRetryAfterMs = [200, 1_000, 3_000, 10_000, 20_000];
const defaultDelayMs = 1_500;
/** A reordered message that nothing follows is still delivered. */
const longestHoldMs = 2_000;

/**
 * Delivers webhooks in the background: any 2xx is taken as received, everything else is tried again a few times.
 * Each message goes its own way, so two may overtake each other as they do in life.
 */
export class WebhookSender {
  private readonly log: Delivery[] = [];

  private readonly pending = new Set<Promise<void>>();

  private readonly timers = new Map<NodeJS.Timeout, () => void>();

  /** Waits that end when the sandbox's clock gets there; told `false` when the world they belong to is gone. */
  private readonly clockWaits = new Set<(goesOn: boolean) => void>();

  private readonly held: { provider: string; release: () => void }[] = [];

  private readonly stopping = new AbortController();

  constructor(
    private readonly clock: Clock,
    private readonly faults: Faults,
    private readonly options: WebhookOptions = {},
  ) {}

  /** Starts delivering and returns at once; the returned entry of the log fills up as attempts are made. */
  send(message: WebhookMessage): Delivery {
    const fault = this.faults.strike(webhookFaultKinds, {
      provider: message.provider,
      method: 'POST',
      path: message.url,
      operations: message.topic === undefined ? [] : [message.topic],
    });
    const delivery = this.open(message, fault?.kind);
    if (fault?.kind === 'drop') {
      delivery.state = 'dropped';
      return delivery;
    }
    if (fault?.kind === 'reorder') {
      this.track(this.hold(message.provider).then(() => this.deliver(message, delivery)));
      return delivery;
    }
    const waitMs = fault?.kind === 'delay' ? (fault.delayMs ?? defaultDelayMs) : 0;
    const first = this.wait(waitMs).then(() => this.deliver(message, delivery));
    this.track(first);
    if (fault?.kind === 'duplicate')
      this.track(first.then(() => this.deliver(message, this.open(message, fault.kind))));
    this.track(
      first.then(() => {
        this.releaseHeld(message.provider);
      }),
    );
    return delivery;
  }

  deliveries(provider?: string): readonly Delivery[] {
    return this.log.filter((delivery) => provider === undefined || delivery.provider === provider);
  }

  /** Resolves when nothing is on its way any more. */
  async idle(): Promise<void> {
    while (this.pending.size > 0) await Promise.all(this.pending);
  }

  /** Forgets the log, and what was to be tried again at an hour of the clock. */
  clear(): void {
    this.log.length = 0;
    for (const finish of [...this.clockWaits]) finish(false);
  }

  /** Gives up what is on its way; nothing is delivered afterwards. */
  async stop(): Promise<void> {
    this.stopping.abort();
    for (const [timer, resolve] of this.timers) {
      clearTimeout(timer);
      resolve();
    }
    this.timers.clear();
    for (const finish of [...this.clockWaits]) finish(false);
    for (const { release } of this.held.splice(0)) release();
    await this.idle();
  }

  private open(message: WebhookMessage, fault: string | undefined): Delivery {
    const delivery: Delivery = {
      id: message.id,
      provider: message.provider,
      url: message.url,
      topic: message.topic,
      state: 'waiting',
      ...(fault === undefined ? {} : { fault }),
      attempts: [],
    };
    this.log.push(delivery);
    return delivery;
  }

  private async deliver(message: WebhookMessage, delivery: Delivery): Promise<void> {
    const own = this.options.retryAfterMs === undefined ? message.retry : undefined;
    const waits = this.options.retryAfterMs ?? own?.afterMs ?? defaultRetryAfterMs;
    for (let attempt = 0; attempt <= waits.length; attempt += 1) {
      if (this.stopping.signal.aborted) break;
      const result = await this.post(message);
      delivery.attempts.push(result);
      if (result.status >= 200 && result.status < 300) {
        delivery.state = 'delivered';
        return;
      }
      const waitMs = waits[attempt];
      if (waitMs === undefined) continue;
      if (own === undefined) await this.wait(waitMs);
      else if (!(await this.waitOnClock(waitMs))) break;
    }
    delivery.state = 'failed';
  }

  private async post(message: WebhookMessage): Promise<Attempt> {
    const body = Buffer.isBuffer(message.body) ? message.body : Buffer.from(message.body, 'utf8');
    const at = this.clock.iso();
    const timeoutMs = this.options.timeoutMs ?? message.retry?.timeoutMs ?? 10_000;
    try {
      const response = await fetch(message.url, {
        method: 'POST',
        headers: message.headers(body),
        body: new Uint8Array(body),
        redirect: 'manual',
        signal: AbortSignal.any([this.stopping.signal, AbortSignal.timeout(timeoutMs)]),
      });
      await response.arrayBuffer();
      return { at, status: response.status };
    } catch (error) {
      return { at, status: 0, error: error instanceof Error ? error.message : String(error) };
    }
  }

  private wait(ms: number): Promise<void> {
    if (ms === 0 || this.stopping.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        resolve();
      }, ms);
      this.timers.set(timer, resolve);
    });
  }

  /** Waits until the sandbox's clock is so much further, by going or by being turned. False when it is in vain. */
  private waitOnClock(ms: number): Promise<boolean> {
    if (this.stopping.signal.aborted) return Promise.resolve(false);
    const due = this.clock.now().getTime() + ms;
    return new Promise((resolve) => {
      const finish = (goesOn: boolean): void => {
        clearTimeout(timer);
        stopListening();
        this.clockWaits.delete(finish);
        resolve(goesOn);
      };
      const stopListening = this.clock.onTick((now) => {
        if (now.getTime() >= due) finish(true);
      });
      const timer = setTimeout(() => {
        finish(true);
      }, ms);
      timer.unref();
      this.clockWaits.add(finish);
    });
  }

  /** Waits until a later message of this provider has gone out, or long enough. */
  private hold(provider: string): Promise<void> {
    return new Promise((resolve) => {
      const entry = { provider, release: resolve };
      this.held.push(entry);
      void this.wait(longestHoldMs).then(() => {
        const index = this.held.indexOf(entry);
        if (index >= 0) this.held.splice(index, 1);
        resolve();
      });
    });
  }

  private releaseHeld(provider: string): void {
    for (const entry of this.held.filter((held) => held.provider === provider)) {
      this.held.splice(this.held.indexOf(entry), 1);
      entry.release();
    }
  }

  private track(work: Promise<void>): void {
    this.pending.add(work);
    void work.finally(() => this.pending.delete(work));
  }
}
