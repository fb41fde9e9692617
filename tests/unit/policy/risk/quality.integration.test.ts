import { caseIndex, scoreRisk } from '../../../../lib/policy/risk';
import { dossierSchema, orderSchema } from '../../../../lib/returns';
import { measureRisk } from '../../../../bench/risk/measure';
import { precisionAt } from '../../../../bench/risk/quality';
import { reportingSeeds, tuningSeeds } from '../../../../bench/risk/seeds';
import { generateWorld } from '../../../../bench/risk/synthetic/generate';
import { profileOf, shopperKinds } from '../../../../bench/risk/synthetic/profiles';
import { hashKey } from './support';

describe('the invented shoppers', () => {
  const world = generateWorld({ seed: 5, perKind: 6 });

  it('are the same for the same seed, and others for another', () => {
    expect(generateWorld({ seed: 5, perKind: 6 })).toEqual(world);
    expect(generateWorld({ seed: 6, perKind: 6 })).not.toEqual(world);
  });

  it('have dossiers and orders as the package has them', () => {
    for (const dossier of world.dossiers.slice(0, 150)) expect(dossierSchema.parse(dossier)).toEqual(dossier);
    for (const { orders } of world.shoppers.slice(0, 10)) {
      for (const order of orders) expect(orderSchema.parse(order)).toEqual(order);
    }
  });

  it('are of every kind, with the truth about each', () => {
    expect(new Set(world.shoppers.map(({ kind }) => kind))).toEqual(new Set(shopperKinds));
    expect(world.shoppers.every(({ kind, abusive }) => profileOf(kind).abusive === abusive)).toBe(true);
    for (const abusive of [true, false]) {
      const shares = shopperKinds.map(profileOf).filter((profile) => profile.abusive === abusive);
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    }
  });
});

describe('what weights are chosen by is not what is reported', () => {
  it('no seed is used for both', () => {
    expect(tuningSeeds.filter((seed) => reportingSeeds.includes(seed))).toEqual([]);
  });
});

describe('precision', () => {
  it.each([
    [0.05, 0.8, 0.01, 0.808],
    [0.01, 0.8, 0.01, 0.447],
    [0.5, 1, 0, 1],
  ])('when %d are abusive, with a recall of %d and false alarms of %d, is %d', (share, recall, alarms, precision) => {
    expect(precisionAt(share, recall, alarms)).toBeCloseTo(precision, 3);
  });
});

/** Bounds with room for chance: worlds of their own, of which neither weights nor the guide know. */
describe('of invented shoppers that nobody has seen', () => {
  const { everyOrder, orderCount, anotherShop } = measureRisk([901, 902], 60);
  const flagged = (kind: string): number =>
    everyOrder.quality.kinds.find((entry) => entry.kind === kind)?.flagged ?? -1;

  it.each(['occasional', 'first_order', 'slow', 'shared_address', 'big_spender', 'fashion_heavy', 'family'])(
    'hardly any honest one is flagged: %s',
    (kind) => {
      expect(flagged(kind)).toBeGreaterThanOrEqual(0);
      expect(flagged(kind)).toBeLessThan(0.06);
    },
  );

  it('some of the unlucky are, whose claims are true: most are not', () => {
    expect(flagged('unlucky')).toBeLessThan(0.3);
  });

  it.each([
    ['serial_returner', 0.75],
    ['wardrober', 0.6],
    ['bracketer', 0.7],
    ['empty_box', 0.75],
    ['not_received', 0.5],
    ['missing_items', 0.55],
    ['swapper', 0.5],
    ['ring', 0.35],
  ])('%s is flagged in more than %d', (kind, least) => {
    expect(flagged(kind)).toBeGreaterThan(least);
  });

  it('two of three abusers are flagged, and two honest shoppers of a hundred at most', () => {
    for (const { quality } of [everyOrder, orderCount]) {
      expect(quality.recall).toBeGreaterThan(0.68);
      expect(quality.falseAlarms).toBeLessThan(0.02);
      expect(quality.precision).toBeGreaterThan(0.65);
    }
  });

  it('it is not much worse in a shop that the weights were not chosen for', () => {
    expect(anotherShop.quality.recall).toBeGreaterThan(0.5);
    expect(anotherShop.quality.falseAlarms).toBeLessThan(0.03);
  });

  it('a higher score means abuse more often', () => {
    const abusiveAmong = (from: number, to: number): number => {
      const bands = everyOrder.calibration.filter((band) => band.from >= from && band.to <= to);
      const share = bands.reduce((sum, band) => sum + band.share, 0);
      return bands.reduce((sum, band) => sum + band.share * band.abusive, 0) / share;
    };
    expect(abusiveAmong(0, 29)).toBeLessThan(0.05);
    expect(abusiveAmong(30, 59)).toBeGreaterThan(0.5);
    expect(abusiveAmong(60, 100)).toBeGreaterThan(abusiveAmong(30, 59));
  });
});

describe('speed', () => {
  it('scores 10,000 histories in three seconds of one core at the most', () => {
    const { shoppers, dossiers } = generateWorld({ seed: 5, perKind: 20 });
    const index = caseIndex({ hashKey });
    for (const dossier of dossiers) index.put(dossier);
    const inputs = shoppers.map(({ subject, orders }) => ({ ...subject, history: index.historyOf(subject, orders) }));
    // The time of the processor, so that a busy machine does not count.
    const begun = process.cpuUsage();
    let scored = 0;
    while (scored < 10_000) {
      for (const input of inputs) scoreRisk(input);
      scored += inputs.length;
    }
    expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(3);
  });
});
