import { backOff, defaultRetryLimits, nextDelay, readRetryAfter } from '../../../lib/http';
import { fc } from '../../support/properties';

const now = Date.parse('2026-11-22T10:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['2', 2000],
    [' 30 ', 30_000],
    ['0.5', 500],
    ['Sun, 22 Nov 2026 10:00:07 GMT', 7000],
    ['Sunday, 22-Nov-26 10:00:07 GMT', 7000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ])('reads "%s" as %d ms', (header, ms) => {
    expect(readRetryAfter(header, now)).toBe(ms);
  });

  it.each([undefined, '', '-1', 'soon', '3 apples', '1e9', 'Sun, nonsense', '2026-11-22T10:00:07Z'])(
    'makes nothing of %p',
    (header) => {
      expect(readRetryAfter(header, now)).toBeUndefined();
    },
  );

  it('reads every number of seconds and every date back, and never throws', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
        expect(readRetryAfter(String(seconds), now)).toBe(seconds * 1000);
        expect(readRetryAfter(new Date(now + seconds * 1000).toUTCString(), now)).toBe(seconds * 1000);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (header) => {
        const delay = readRetryAfter(header, now);
        expect(delay === undefined || (Number.isFinite(delay) && delay >= 0)).toBe(true);
      }),
    );
  });
});

describe('waiting before a repeat', () => {
  it('grows, stays under its cap, and differs by chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const delay = backOff(attempt, random, defaultRetryLimits);
        expect(delay).toBeGreaterThan(0);
        expect(delay).toBeLessThanOrEqual(defaultRetryLimits.capMs);
      }),
    );
    expect(backOff(1, 0, defaultRetryLimits)).toBeLessThan(backOff(3, 0, defaultRetryLimits));
    expect(backOff(2, 0, defaultRetryLimits)).not.toBe(backOff(2, 1, defaultRetryLimits));
  });

  it('waits at least as long as the provider asks', () => {
    expect(nextDelay(1, 0, 5000, 0, defaultRetryLimits)).toBe(5000);
  });

  it('gives up after the last attempt, and when the time would run out', () => {
    expect(nextDelay(defaultRetryLimits.attempts, 0, undefined, 0, defaultRetryLimits)).toBeUndefined();
    expect(nextDelay(1, 0, defaultRetryLimits.totalMs + 1, 0, defaultRetryLimits)).toBeUndefined();
    expect(nextDelay(1, defaultRetryLimits.totalMs, undefined, 0, defaultRetryLimits)).toBeUndefined();
  });
});
