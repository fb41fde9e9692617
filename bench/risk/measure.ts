import { calibrationOf, qualityOf, type Band, type Quality } from './quality';
import { indexedWorld, scoreWorld, type Scored } from './score-world';
import { SHOPPERS_PER_KIND } from './seeds';

export interface Measured {
  readonly shoppers: number;
  readonly quality: Quality;
  readonly calibration: readonly Band[];
}

/** The three questions that the guide answers. */
export interface RiskReport {
  /** The shop that the weights were chosen for, and that can tell every order. */
  readonly everyOrder: Measured;
  /** The same shop when it can only tell how many orders there were. */
  readonly orderCount: Measured;
  /** A shop that the weights were not chosen for. */
  readonly anotherShop: Measured;
}

/** Scores the worlds of the seeds. The same seeds give the same figures on every machine. */
export function measureRisk(seeds: readonly number[], perKind = SHOPPERS_PER_KIND): RiskReport {
  const [everyOrder, orderCount, anotherShop]: [Scored[], Scored[], Scored[]] = [[], [], []];
  for (const seed of seeds) {
    const world = indexedWorld({ seed, perKind });
    everyOrder.push(...scoreWorld(world, 'every_order'));
    orderCount.push(...scoreWorld(world, 'order_count'));
    anotherShop.push(...scoreWorld(indexedWorld({ seed, perKind, another: true }), 'every_order'));
  }
  return { everyOrder: measured(everyOrder), orderCount: measured(orderCount), anotherShop: measured(anotherShop) };
}

const measured = (scored: readonly Scored[]): Measured => ({
  shoppers: scored.length,
  quality: qualityOf(scored),
  calibration: calibrationOf(scored),
});
