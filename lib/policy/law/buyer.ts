import type { LegalFactName, LegalFacts } from './facts';
import { nothing } from './standing';

export interface Stand {
  readonly refused: boolean;
  readonly needs: readonly LegalFactName[];
}

const isBuyer: Stand = { refused: false, needs: nothing };
const isRefused: Stand = { refused: true, needs: nothing };
const wantsBuyer: Stand = { refused: false, needs: ['buyerAgrees'] };

/**
 * Whether the one who asks can use the buyer's rights. They come with the contract, and a gift is none with the shop:
 * whoever was given the goods acts for the buyer, or not at all. A buyer who acts for a trade has none of them.
 */
export function standsForBuyer({ isConsumer, requester, buyerAgrees }: LegalFacts): Stand {
  if (isConsumer === false) return isRefused;
  if (requester !== 'gift_recipient' || buyerAgrees === true) return isBuyer;
  return buyerAgrees === false ? isRefused : wantsBuyer;
}
