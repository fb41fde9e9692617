/** What `extensions.cost.throttleStatus` says. */
export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

const standardPlan = { maximumAvailable: 2000, restoreRate: 100 };

/** The leaky bucket of points that one app has in one shop. */
export class ThrottleBucket {
  private limits = { ...standardPlan };
  private available = standardPlan.maximumAvailable;
  private filledAt: number;

  constructor(private readonly now: () => Date) {
    this.filledAt = now().getTime();
  }

  reset(): void {
    this.limits = { ...standardPlan };
    this.available = standardPlan.maximumAvailable;
    this.filledAt = this.now().getTime();
  }

  /** Sets the size, the points restored per second, and what is in it now. */
  configure(change: {
    maximumAvailable?: number | undefined;
    restoreRate?: number | undefined;
    currentlyAvailable?: number | undefined;
  }): void {
    this.refill();
    this.limits = {
      maximumAvailable: change.maximumAvailable ?? this.limits.maximumAvailable,
      restoreRate: change.restoreRate ?? this.limits.restoreRate,
    };
    this.available = Math.min(this.limits.maximumAvailable, change.currentlyAvailable ?? this.available);
  }

  status(): ThrottleStatus {
    this.refill();
    return { ...this.limits, currentlyAvailable: Math.floor(this.available) };
  }

  canAfford(cost: number): boolean {
    this.refill();
    return this.available >= cost;
  }

  /** Takes points out. They come back with time, up to the maximum. */
  spend(cost: number): void {
    this.refill();
    this.available = Math.max(0, this.available - cost);
  }

  private refill(): void {
    const now = this.now().getTime();
    const seconds = Math.max(0, now - this.filledAt) / 1000;
    this.available = Math.min(this.limits.maximumAvailable, this.available + seconds * this.limits.restoreRate);
    this.filledAt = now;
  }
}
