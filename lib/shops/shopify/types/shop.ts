import type { Attempt } from '../../../http';
import type { Shop } from '../../../returns';

export interface ShopifyLocation {
  readonly id: string;
  readonly name: string;
  readonly shipsInventory: boolean;
}

export interface ShopAccount {
  readonly name: string;
  readonly domain: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly email: string;
  readonly url: string;
  /** The shop chapter, where the shop's address is filled in. */
  readonly shop?: Shop;
  readonly scopes: readonly string[];
}

export interface AdjustInventoryInput {
  /** One of the two. */
  readonly variantId?: string;
  readonly sku?: string;
  /** The shop's first location that ships when left out. */
  readonly locationId?: string;
  readonly delta: number;
  /** What the stock must be before; left out, it may be anything. */
  readonly expected?: number;
  /** One of Shopify's words; default `restock`. */
  readonly reason?: string;
  /** A URI that says why, e.g. of the case. */
  readonly reference?: string;
  readonly attempt: Attempt;
}

export interface AdjustedInventory {
  readonly itemId: string;
  readonly locationId: string;
  readonly delta: number;
  readonly before: number;
  readonly after: number;
}
