import type { Attempt } from '../../../http';
import type { Decision, Label, Money, Order, Refund, ReturnReason, ReturnRequest } from '../../../returns';

export const returnStatuses = ['REQUESTED', 'OPEN', 'CLOSED', 'DECLINED', 'CANCELED'] as const;
export type ReturnStatus = (typeof returnStatuses)[number];

/** A line of a return as Shopify keeps it. */
export interface ShopifyReturnLine {
  readonly id: string;
  /** Absent for goods that Shopify cannot tie to a fulfilment. */
  readonly fulfillmentLineId?: string;
  readonly orderLineId?: string;
  readonly title?: string;
  readonly quantity: number;
  readonly reason: ReturnReason;
  /** Shopify's own handle of the reason. */
  readonly shopifyReason?: string;
  readonly note?: string;
  /** Units that can still be processed, have been, and have been refunded. */
  readonly processable: number;
  readonly processed: number;
  readonly refunded: number;
}

export interface ShopifyExchangeLine {
  readonly id: string;
  readonly variantId?: string;
  readonly title: string;
  readonly quantity: number;
  readonly processable: number;
  readonly processed: number;
}

export interface ShopifyReverseOrder {
  readonly id: string;
  readonly status: string;
  readonly lines: readonly {
    readonly id: string;
    readonly fulfillmentLineId?: string;
    readonly quantity: number;
    readonly disposed: readonly { readonly type: string; readonly quantity: number }[];
  }[];
  readonly deliveries: readonly {
    readonly id: string;
    readonly carrier?: string;
    readonly trackingNumber?: string;
    readonly trackingUrl?: string;
    readonly labelUrl?: string;
  }[];
}

/** A return as Shopify keeps it: its own ids and words, in our shapes. */
export interface ShopifyReturn {
  readonly id: string;
  /** e.g. `#1001-R1` */
  readonly name: string;
  /** Unknown ones are kept as they came. */
  readonly status: string;
  readonly orderId: string;
  readonly orderName: string;
  readonly createdAt: string;
  readonly lines: readonly ShopifyReturnLine[];
  readonly exchangeLines: readonly ShopifyExchangeLine[];
  readonly reverseOrders: readonly ShopifyReverseOrder[];
  readonly refunds: readonly { readonly refund: Refund; readonly note?: string }[];
  readonly decline?: { readonly reason: string; readonly note?: string };
  /** What the shop keeps for the way back and for restocking. */
  readonly fee?: Money;
}

/** What the nodes put into the dossier. */
export interface ReturnResult {
  readonly shopifyReturn: ShopifyReturn;
  readonly request: ReturnRequest;
}
export interface ReturnDossier extends ReturnResult {
  readonly order: Order;
}

export interface ListReturnsInput {
  /** All of them when left out. */
  readonly statuses?: readonly ReturnStatus[];
  /** ISO instant; orders that changed since, whose returns are then listed. */
  readonly updatedSince?: string;
  /** Of returns; all of them when left out. */
  readonly limit?: number;
}

export interface ApproveReturnInput {
  readonly returnId: string;
  /** Shopify's own e-mail to the shopper; ours is sent by a workflow. Default false. */
  readonly notifyCustomer?: boolean;
}

export interface DeclineReturnInput extends ApproveReturnInput {
  readonly reason?: Decision['declineCode'];
  /** What the shopper reads; cut to the 500 characters that Shopify takes. */
  readonly note?: string;
}

export interface CreateReturnInput {
  readonly order: Order;
  readonly request: ReturnRequest;
  /** Kept by the shop for the way back. */
  readonly returnShippingFee?: Money;
  readonly attempt: Attempt;
  /** When the first attempt began: no return from before is its. */
  readonly since: string;
  /** Ids of the order's returns that belong to other cases, however alike they are. */
  readonly ofOtherCases: readonly string[];
}

/** Units of order lines; of a return, those that came back. */
export interface LineQuantity {
  readonly orderLineId: string;
  readonly quantity: number;
}

/** Units of a variant that is sent in exchange. */
export interface VariantQuantity {
  readonly variantId: string;
  readonly quantity: number;
}

export interface RemoveLinesInput {
  readonly returnId: string;
  readonly lines: readonly LineQuantity[];
  readonly exchange?: readonly VariantQuantity[];
  readonly attempt: Attempt;
}

export interface AttachLabelInput {
  readonly returnId: string;
  readonly label: Pick<Label, 'trackingNumber' | 'trackingUrl' | 'url'>;
  readonly notifyCustomer?: boolean;
}

/** Units of one parcel that can still come back. */
export interface ReturnableLine {
  readonly fulfillmentLineId: string;
  readonly orderLineId: string;
  readonly title: string;
  readonly variantTitle?: string;
  readonly sku?: string;
  readonly left: number;
  /** Units that the parcel held. */
  readonly sent?: number;
  readonly parcelId: string;
  readonly deliveredAt?: string;
}

export interface CalculateReturnInput {
  readonly orderId: string;
  readonly lines: readonly LineQuantity[];
  readonly exchange?: readonly VariantQuantity[];
  readonly returnShippingFee?: Money;
  /** 0 to 100, of what the goods cost. */
  readonly restockingFeePercent?: number;
}

/** All amounts are positive. */
export interface CalculatedReturn {
  readonly lines: readonly {
    readonly orderLineId: string;
    readonly quantity: number;
    /** What Shopify counts the units as worth after every discount; with tax where the prices have it. */
    readonly subtotal: Money;
  }[];
  readonly returned: Money;
  /** What the goods sent in exchange cost. */
  readonly sent: Money;
  readonly fees: Money;
  readonly refund: Money;
  readonly owed: Money;
}
