/** What an instant of the sandbox is written as: ISO 8601 in UTC with milliseconds. */
export type Instant = string;

type TickListener = (now: Date) => void;

/**
 * Real time plus an offset that can be turned. It goes on ticking after it was turned, so that two things which
 * happen one after the other never carry the same instant only because a test set the date.
 */
export class Clock {
  private offsetMs = 0;

  private readonly listeners = new Set<TickListener>();

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** The present instant as ISO 8601 in UTC. */
  iso(): Instant {
    return this.now().toISOString();
  }

  /** The present instant in whole seconds since 1970. */
  unix(): number {
    return Math.floor(this.now().getTime() / 1000);
  }

  /** Turns the clock by so many milliseconds; negative turns it back. Whoever waits for a time is told. */
  advance(ms: number): void {
    this.offsetMs += ms;
    this.tick();
  }

  /** Turns the clock to this instant. */
  set(date: Date): void {
    this.offsetMs = date.getTime() - Date.now();
    this.tick();
  }

  /** Back to real time. */
  reset(): void {
    this.offsetMs = 0;
    this.tick();
  }

  /** Calls `listener` whenever the clock was turned (not as real time goes by). Returns how to stop listening. */
  onTick(listener: TickListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tick(): void {
    const now = this.now();
    for (const listener of this.listeners) listener(now);
  }
}
