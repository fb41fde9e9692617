export interface Limits {
  /** Requests per second; a second's worth may come at once. */
  reads: number;
  writes: number;
}

/** TikTok publishes no figures: generous by default, to be tightened through the control API. */
export const usualLimits: Limits = { reads: 200, writes: 100 };

/** One bucket per shop and kind, refilled as the sandbox's clock goes. */
export class RateLimit {
  limits: Limits = { ...usualLimits };

  private buckets = new Map<string, { left: number; at: number }>();

  constructor(private readonly now: () => Date) {}

  /** Whether one more request may pass now. */
  take(shopId: string, kind: keyof Limits): boolean {
    const limit = this.limits[kind];
    const at = this.now().getTime();
    const key = `${shopId} ${kind}`;
    const bucket = this.buckets.get(key) ?? { left: limit, at };
    const left = Math.min(limit, bucket.left + (Math.max(0, at - bucket.at) / 1000) * limit);
    this.buckets.set(key, { left: left < 1 ? left : left - 1, at });
    return left >= 1;
  }

  reset(): void {
    this.limits = { ...usualLimits };
    this.buckets.clear();
  }
}
