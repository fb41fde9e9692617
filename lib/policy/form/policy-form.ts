import type { ItemState, Money, PaymentEvent, Resolution, ReturnMethod, ReturnReason } from '../../returns';
import type { Amount, ExclusionGround, PolicyDocument } from '../document';

/** Goods by any of these words. */
export interface GoodsWords {
  readonly categories?: readonly string[];
  readonly tags?: readonly string[];
  readonly skus?: readonly string[];
}

/**
 * The common rules of a policy as a form collects them. A list that is empty and a value that is absent mean the same:
 * no rule. `rest` holds what the form has no field for, so that no document loses anything on its way through it.
 */
export interface PolicyForm {
  readonly name: string;
  readonly version: string;
  readonly effectiveFrom?: string;
  readonly currency?: string;
  readonly timeZone?: string;
  readonly window: {
    readonly days: number;
    readonly from?: 'delivery' | 'last_parcel' | 'shipment' | 'order';
    readonly unit?: 'days' | 'business_days';
    readonly graceDays?: number;
  };
  /** Windows of single categories, in the order in which they are tried. */
  readonly categoryWindows?: readonly {
    readonly id?: string;
    readonly categories: readonly string[];
    readonly days: number;
  }[];
  /** Bought from … to … → until: `11-01`, `12-24`, `01-31`. */
  readonly extensions?: readonly {
    readonly id: string;
    readonly boughtFrom: string;
    readonly boughtTo: string;
    readonly until: string;
  }[];
  readonly exclusions?: readonly (GoodsWords & { readonly id?: string; readonly ground?: ExclusionGround })[];
  /** How goods have to come back. */
  readonly itemCondition?: { readonly requires: readonly ItemState[]; readonly otherwise?: 'review' | 'reject' };
  /** Photos of goods that are said to be faulty or wrong. */
  readonly photosOfFaults?: number;
  readonly fee?: {
    readonly amount: Money | readonly Money[];
    readonly freeForResolutions?: readonly Resolution[];
    readonly freeForReasons?: readonly ReturnReason[];
    readonly freeAbove?: Amount;
    readonly freeForSegments?: readonly string[];
    /** From this many orders on. */
    readonly freeAfterOrders?: number;
  };
  /** What shoppers are told before they order. */
  readonly disclosures?: PolicyDocument['disclosures'];
  readonly resolutions?: readonly {
    readonly resolution: 'refund' | 'exchange' | 'store_credit' | 'repair' | 'keep_item';
    readonly bonusPercent?: number;
    readonly exchange?: 'same_product' | 'same_price' | 'any';
    readonly paidAt?: PaymentEvent;
  }[];
  readonly methods?: readonly { readonly method: ReturnMethod; readonly countries?: readonly string[] }[];
  readonly review?: {
    readonly goods?: GoodsWords;
    readonly reasons?: readonly ReturnReason[];
    readonly above?: Amount;
  };
  /** Segments whose requests no routing rule holds up. */
  readonly fastLanes?: readonly string[];
  readonly keepItem?: {
    readonly below: Amount;
    readonly label: Money | readonly Money[];
    readonly handling?: Money | readonly Money[];
    readonly gradeLoss?: number;
  };
  readonly rest?: Partial<PolicyDocument>;
}
