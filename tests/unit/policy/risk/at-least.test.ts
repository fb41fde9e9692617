import { atLeast } from '../../../../lib/policy/risk/at-least';
import { fc } from '../../../support/properties';

describe('what is likely at the least', () => {
  // Reference: the one-sided 95 % bound at k = n is n / (n + z²), z² = 2.70554.
  it.each([
    [0, 0, 0],
    [0, 10, 0],
    [1, 0, 0.2699],
    [3, 0, 0.5258],
    [20, 0, 0.8808],
    [1, 1, 0.1209],
    [5, 5, 0.2693],
    [50, 50, 0.4189],
  ])('of %d bad and %d good is %d', (bad, good, share) => {
    expect(atLeast(bad, good)).toBeCloseTo(share, 3);
  });

  const count = fc.double({ min: 0, max: 1000, noNaN: true });
  it('is never more than the share that was seen', () => {
    fc.assert(
      fc.property(count, count, (bad, good) => {
        const found = atLeast(bad, good);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(bad / Math.max(bad + good, 1e-300) + 1e-9);
      }),
    );
  });

  it('grows with what is bad, and shrinks with what is good', () => {
    fc.assert(
      fc.property(count, count, count, (bad, good, more) => {
        expect(atLeast(bad + more, good)).toBeGreaterThanOrEqual(atLeast(bad, good) - 1e-12);
        expect(atLeast(bad, good + more)).toBeLessThanOrEqual(atLeast(bad, good) + 1e-12);
      }),
    );
  });

  it('comes near the share with many samples', () => {
    expect(atLeast(600_000, 400_000)).toBeCloseTo(0.6, 2);
  });
});
