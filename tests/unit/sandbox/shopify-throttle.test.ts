import { ThrottleBucket } from '../../../sandbox/shopify/throttle';

describe('the bucket of points', () => {
  let now = 0;
  const advance = (ms: number): void => {
    now += ms;
  };
  let bucket: ThrottleBucket;

  beforeEach(() => {
    now = Date.parse('2026-11-20T09:00:00Z');
    bucket = new ThrottleBucket(() => new Date(now));
  });

  it('starts full, as on the standard plan', () => {
    expect(bucket.status()).toEqual({ maximumAvailable: 2000, restoreRate: 100, currentlyAvailable: 2000 });
  });

  it('restores its rate each second, and never more than it holds', () => {
    bucket.spend(1500);
    expect(bucket.status().currentlyAvailable).toBe(500);
    advance(3_000);
    expect(bucket.status().currentlyAvailable).toBe(800);
    advance(60_000);
    expect(bucket.status().currentlyAvailable).toBe(2000);
  });

  it('refuses what it cannot pay until it can', () => {
    bucket.spend(1990);
    expect(bucket.canAfford(50)).toBe(false);
    advance(400);
    expect(bucket.canAfford(50)).toBe(true);
  });

  it('can be made smaller and empty, and is not filled by a clock that is turned back', () => {
    bucket.configure({ maximumAvailable: 100, restoreRate: 10, currentlyAvailable: 0 });
    advance(-3_600_000);
    expect(bucket.status()).toEqual({ maximumAvailable: 100, restoreRate: 10, currentlyAvailable: 0 });
  });
});
