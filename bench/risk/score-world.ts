import { caseIndex, scoreRisk, type CaseIndex, type RiskScore, type RiskSettings } from '../../lib/policy/risk';
import { generateWorld, type Shopper, type WorldOptions } from './synthetic/generate';

/** What the shop can tell of orders without returns: each of them, or only how many there were. */
export type KnownOrders = 'every_order' | 'order_count';

export interface Scored {
  readonly shopper: Shopper;
  readonly score: RiskScore;
}

/** A world whose cases are in an index. */
export interface IndexedWorld {
  readonly shoppers: readonly Shopper[];
  readonly index: CaseIndex;
}

export function indexedWorld(options: WorldOptions): IndexedWorld {
  const { shoppers, dossiers } = generateWorld(options);
  const index = caseIndex({ hashKey: 'a key for invented shoppers only' });
  for (const dossier of dossiers) index.put(dossier);
  return { shoppers, index };
}

/** Scores every shopper of a world by what its ledger knew when the return was asked for. */
export const scoreWorld = ({ shoppers, index }: IndexedWorld, known: KnownOrders, settings?: RiskSettings): Scored[] =>
  shoppers.map((shopper) => {
    const { subject, orders } = shopper;
    const history = index.historyOf(subject, known === 'every_order' ? orders : undefined);
    return { shopper, score: scoreRisk({ ...subject, history }, settings) };
  });
