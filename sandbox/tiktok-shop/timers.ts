import type { Clock } from '../core/clock';

interface Timer {
  at: number;
  run: () => void;
}

const checkEveryMs = 200;

/** What is to happen at an instant of the sandbox's clock, whether time goes by or the clock is turned. One per key. */
export class Timers {
  private readonly timers = new Map<string, Timer>();

  /** No timer is due before. */
  private earliest = Infinity;

  /** The instant that the running timer was set for; undefined between timers. */
  runningAt: number | undefined;

  private interval: NodeJS.Timeout | undefined;

  constructor(private readonly clock: Clock) {
    clock.onTick(() => {
      this.runDue();
    });
  }

  /** Sets or replaces a timer; `at` in Unix seconds. */
  set(key: string, at: number, run: () => void): void {
    this.timers.set(key, { at, run });
    this.earliest = Math.min(this.earliest, at);
  }

  cancel(key: string): void {
    this.timers.delete(key);
  }

  clear(): void {
    this.timers.clear();
  }

  start(): void {
    this.interval = setInterval(() => {
      this.runDue();
    }, checkEveryMs);
    this.interval.unref();
  }

  stop(): void {
    clearInterval(this.interval);
    this.clear();
  }

  /**
   * Earliest first, each as of its own instant: a clock that is turned by weeks lets everything happen in its turn,
   * what one timer sets for an instant that has passed too included.
   */
  runDue(): void {
    const now = this.clock.now().getTime() / 1000;
    while (this.earliest <= now) {
      let next: [string, Timer] | undefined;
      for (const entry of this.timers) if (next === undefined || entry[1].at < next[1].at) next = entry;
      this.earliest = next?.[1].at ?? Infinity;
      if (next === undefined || next[1].at > now) return;
      this.timers.delete(next[0]);
      this.runningAt = Math.floor(next[1].at);
      try {
        next[1].run();
      } finally {
        this.runningAt = undefined;
      }
    }
  }
}
