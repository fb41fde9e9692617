import { expectedOf } from '../../chaos/expected';
import { kinds, planChaos, type PlannedReturn } from '../../chaos/plan';

const plan = planChaos({ seed: 7, returns: 400, kills: 40 });

const jumper: PlannedReturn = {
  kind: 'stripe_refund',
  orderName: 'C-1',
  sku: 'CHAOS-1',
  shopper: {
    firstName: 'Shopper1',
    lastName: 'Chaos',
    email: 'shopper-1@chaos.example',
    locale: 'en',
    address: { line1: '1 rue du Port', postalCode: '44000', city: 'Nantes', country: 'FR' },
  },
  price: 5_000,
  discount: 0,
  isWholeOrder: false,
  grade: 'new',
  asksAfterMs: 0,
  scans: ['in_transit', 'delivered'],
  scanAfterMs: [1_100, 1_100],
  opensAfterMs: 0,
};

describe('a plan of chaos', () => {
  it('is the same for the same seed, and another one for another', () => {
    expect(planChaos({ seed: 7, returns: 400, kills: 40 })).toEqual(plan);
    expect(planChaos({ seed: 8, returns: 400, kills: 40 })).not.toEqual(plan);
  });

  it('has as many returns and kills as asked for, of every kind', () => {
    expect(plan.returns).toHaveLength(400);
    expect(plan.kills).toHaveLength(40);
    expect(new Set(plan.returns.map(({ kind }) => kind))).toEqual(new Set(kinds));
    expect(new Set(plan.kills.map(({ moment }) => moment))).toEqual(new Set(['between', 'asked', 'done', 'starting']));
  });

  it('aims half of the kills at a provider that is being asked or has just acted', () => {
    const kills = planChaos({ seed: 1, returns: 200, kills: 2_000 }).kills;
    const aimed = kills.filter(({ moment }) => moment === 'asked' || moment === 'done').length;
    expect(aimed / kills.length).toBeCloseTo(0.5, 1);
  });

  it('gives each shopper an address and an order of their own', () => {
    expect(new Set(plan.returns.map(({ shopper }) => shopper.email)).size).toBe(400);
    expect(new Set(plan.returns.map(({ orderName }) => orderName)).size).toBe(400);
  });

  it.each(Array.from({ length: 50 }, (_, seed) => seed))('leaves work for the last kill (seed %i)', (seed) => {
    const { kills } = planChaos({ seed, returns: 20, kills: 4 });
    const effects = kills.reduce(
      (sum, { moment, afterEffects }) => sum + (moment === 'starting' ? 0 : afterEffects),
      0,
    );
    // Seven for each return at the least, and a fifth of them while a process is down or starting.
    expect(effects).toBeLessThanOrEqual(20 * 7 * 0.8 + kills.length);
  });
});

describe('what is to come of a return', () => {
  it.each([
    ['the fee is kept below 60.00', {}, 4_700],
    ['no fee from 60.00 on', { price: 6_000 }, 6_000],
    ['what was paid counts, after the discount', { price: 6_500, discount: 10 }, 5_550],
    ['the delivery comes back with the whole order', { price: 6_500, isWholeOrder: true }, 6_990],
  ] as const)('%s', (_rule, change, refunded) => {
    expect(expectedOf({ ...jumper, ...change })).toMatchObject({ refunds: 1, refunded, labels: 1, exchanges: 0 });
  });

  it('an exchange pays nothing and sends something', () => {
    expect(expectedOf({ ...jumper, kind: 'exchange' })).toMatchObject({
      refunds: 0,
      refunded: 0,
      exchanges: 1,
      settlement: 'exchanged',
    });
  });

  it('what is asked for too late is rejected, with a mail and nothing else', () => {
    expect(expectedOf({ ...jumper, kind: 'too_late' })).toMatchObject({
      decision: 'rejected',
      refunds: 0,
      labels: 0,
      letters: ['request_received', 'rejected'],
    });
  });

  it.each([
    ['shopify_refund', 'new', 1],
    ['shopify_refund', 'used', 0],
    ['stripe_refund', 'new', 0],
    ['tiktok_refund', 'opened', 1],
    ['tiktok_refund', 'used', 0],
  ] as const)('%s, graded %s: %i units back in stock', (kind, grade, restocked) => {
    expect(expectedOf({ ...jumper, kind, grade })).toMatchObject({ restocked });
  });

  it('kills the server alone in regular mode, and everybody in queue mode', () => {
    const victims = (workers: number): ReadonlySet<number> =>
      new Set(planChaos({ seed: 1, returns: 20, kills: 40, workers }).kills.map(({ victim }) => victim));
    expect(victims(0)).toEqual(new Set([0]));
    expect(victims(2)).toEqual(new Set([0, 1, 2]));
  });
});
