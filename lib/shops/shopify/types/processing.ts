import type { Attempt } from '../../../http';
import type { Credit, Exchange, Inspection, Money, Refund } from '../../../returns';
import type { PaymentPart, StoreCreditPart, SuggestedPayment } from './payments';
import type { LineQuantity, ReturnResult } from './returns';

export interface ProcessReturnInput {
  readonly returnId: string;
  /** All units that can be processed when left out. */
  readonly lines?: readonly LineQuantity[];
  /** To pay back on payments of the order, exactly; nothing is paid when left out or zero. */
  readonly amount?: Money;
  /** How `amount` is spread over the payments; as Shopify suggests when left out. */
  readonly split?: readonly PaymentPart[];
  /** To pay back as store credit, beside `amount`. */
  readonly storeCredit?: StoreCreditPart;
  /** The part of `amount` that is outbound delivery: Shopify books it apart from the goods. */
  readonly delivery?: Money;
  /** Whether the exchange lines are sent out. Default true. */
  readonly exchange?: boolean;
  /** Whether what the exchange costs less is paid back on payments, as Shopify works it out; not beside `amount`. */
  readonly difference?: boolean;
  /** Where given, goods that are not yet disposed of are restocked or written off in the same step. */
  readonly inspection?: Inspection;
  readonly locationId?: string;
  /** Where the goods of single order lines are, other than there. */
  readonly locations?: Readonly<Record<string, string>>;
  readonly note?: string;
  readonly notifyCustomer?: boolean;
  readonly attempt: Attempt;
}

export interface ProcessReturnResult extends ReturnResult {
  /** All that was paid back, store credit with it. */
  readonly refund?: Refund;
  readonly credit?: Credit;
  readonly exchange?: Exchange;
  /** False when Shopify had it all done already. */
  readonly performed: boolean;
}

export interface RestockInput {
  readonly returnId: string;
  readonly inspection: Inspection;
  /** Where the goods are; the shop's first location that ships when left out. */
  readonly locationId?: string;
  /** Where the goods of single order lines are, other than there. */
  readonly locations?: Readonly<Record<string, string>>;
  /** Left out, units that Shopify has on record are taken for those of this inspection. */
  readonly attempt?: Attempt;
}

export interface Restocked extends LineQuantity {
  readonly disposition: 'RESTOCKED' | 'NOT_RESTOCKED' | 'MISSING';
}

export interface RestockResult extends ReturnResult {
  /** What this call disposed of; empty when it had all been done. */
  readonly restocked: readonly Restocked[];
  readonly locationId?: string;
}

export interface SuggestedOutcomeInput {
  readonly returnId: string;
  readonly lines?: readonly LineQuantity[];
  readonly exchange?: boolean;
  /** Outbound delivery to pay back with the goods. */
  readonly delivery?: Money;
}

/** What Shopify would pay back, and from which payments. */
export interface SuggestedOutcome {
  /** Zero where the shopper owes money or nothing moves. */
  readonly refund: Money;
  /** What the shopper would owe, for a dearer exchange. */
  readonly owed: Money;
  readonly maximumRefundable: Money;
  readonly payments: readonly SuggestedPayment[];
}
