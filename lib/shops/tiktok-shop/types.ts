import type { Money, Order, Refund, ReturnReason, ReturnRequest } from '../../returns';

/** A TikTok Shop seller has one or several shops, one per market. */
export interface Shop {
  readonly id: string;
  readonly name: string;
  /** ISO country code: `GB`. */
  readonly region: string;
  /** What calls name the shop by. */
  readonly cipher: string;
  readonly code?: string;
  readonly sellerType?: string;
}

/** What TikTok Shop waits for the seller to do, and until when it waits. */
export interface NextAction {
  /** `SELLER_RESPOND_RETURN` and the like; unknown ones are kept. */
  readonly action: string;
  /** ISO instant; after it the platform decides by itself. */
  readonly deadline?: string;
}

/** What a refund is made of. */
export interface RefundAmounts {
  readonly total?: Money;
  readonly goods?: Money;
  readonly shipping?: Money;
  readonly tax?: Money;
}

/** One unit: TikTok Shop has a line item for each. */
export interface ReturnUnit {
  readonly id?: string;
  readonly orderLineId: string;
  readonly skuId?: string;
  readonly sku?: string;
  readonly title: string;
  readonly variantTitle?: string;
  readonly refund?: RefundAmounts;
}

/** What returns and cancellations have in common. */
interface AfterSale {
  readonly id: string;
  readonly orderId: string;
  /** As TikTok spells it, once for all of its spellings; unknown ones are kept. */
  readonly status: string;
  /** `BUYER`, `SELLER`, `OPERATOR`, `SYSTEM` */
  readonly role?: string;
  readonly reason: ReturnReason;
  /** TikTok's own name of the reason. */
  readonly tiktokReason?: string;
  readonly reasonText?: string;
  readonly units: readonly ReturnUnit[];
  readonly refund: RefundAmounts;
  readonly nextActions: readonly NextAction[];
  /** The first of their deadlines. */
  readonly respondBy?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A return (or refund, or replacement) as TikTok Shop keeps it: its own words, in our shapes. */
export interface TikTokReturn extends AfterSale {
  /** `REFUND`, `RETURN_AND_REFUND`, `REPLACEMENT`, `EXCHANGE`; unknown ones are kept. */
  readonly type: string;
  readonly arbitration?: string;
  readonly shipmentType?: string;
  readonly handoverMethod?: string;
  readonly returnMethod?: string;
  readonly trackingNumber?: string;
  readonly carrier?: string;
  readonly carrierId?: string;
  readonly documentType?: string;
  readonly buyerMayKeep: boolean;
  /** The platform has paid already: the package can no longer be rejected. */
  readonly quickRefund: boolean;
  readonly proposed?: { readonly type: string; readonly amount?: Money; readonly rejected: boolean };
  readonly combinedReturnId?: string;
  readonly previousReturnId?: string;
  readonly nextReturnId?: string;
}

/** A cancellation as TikTok Shop keeps it. */
export interface TikTokCancellation extends AfterSale {
  /** `CANCEL` by seller or system, `BUYER_CANCEL` */
  readonly type: string;
}

/** What the nodes put into the dossier. */
export interface ReturnResult {
  readonly tiktokReturn: TikTokReturn;
  readonly request: ReturnRequest;
  /** What TikTok Shop pays, or has paid, to the shopper; absent while it is not decided. */
  readonly refund?: Refund;
}

export interface CancellationResult {
  readonly tiktokCancellation: TikTokCancellation;
  readonly request: ReturnRequest;
}

/** What an order has beside our chapter. */
export interface TikTokOrder {
  readonly id: string;
  readonly status?: string;
  readonly buyerUserId?: string;
  readonly warehouseId?: string;
  readonly shippingType?: string;
  readonly fulfillmentType?: string;
  readonly cancellationRequested: boolean;
  readonly replacementOf?: string;
  readonly exchangeOf?: string;
  readonly updatedAt?: string;
  /** What each unit is to TikTok Shop. */
  readonly units: readonly {
    readonly orderLineId: string;
    readonly skuId?: string;
    readonly sku?: string;
    readonly productId?: string;
    readonly packageId?: string;
    readonly trackingNumber?: string;
    readonly status?: string;
  }[];
}

export interface OrderResult {
  readonly order: Order;
  readonly tiktokOrder: TikTokOrder;
}

/** Bounds of a search in time, as ISO instants: from the first, before the second. */
export interface TimeFilters {
  readonly createdFrom?: string;
  readonly createdBefore?: string;
  readonly updatedFrom?: string;
  readonly updatedBefore?: string;
}

export interface SearchOptions {
  /** All of them when left out. */
  readonly limit?: number;
  readonly sortBy?: 'create_time' | 'update_time';
  readonly order?: 'ASC' | 'DESC';
}

interface AfterSaleFilters extends TimeFilters, SearchOptions {
  readonly orderIds?: readonly string[];
  readonly buyerUserIds?: readonly string[];
  readonly types?: readonly string[];
  readonly statuses?: readonly string[];
  /** BCP 47, for the texts of the reasons. */
  readonly locale?: string;
}

export interface ReturnFilters extends AfterSaleFilters {
  readonly returnIds?: readonly string[];
  readonly arbitrationStatuses?: readonly string[];
  readonly proposedTypes?: readonly string[];
}

export interface CancellationFilters extends AfterSaleFilters {
  readonly cancelIds?: readonly string[];
}

export interface OrderFilters extends TimeFilters, SearchOptions {
  readonly status?: string;
  readonly shippingType?: string;
  readonly buyerUserId?: string;
  readonly cancellationRequested?: boolean;
  readonly warehouseIds?: readonly string[];
}

/** A reason as TikTok Shop offers it for one return. */
export interface RejectReason {
  readonly name: string;
  readonly text: string;
}

/** A picture that was uploaded to TikTok Shop. */
export interface UploadedImage {
  readonly id: string;
  readonly mimeType: string;
  readonly width: number;
  readonly height: number;
}

/** A file of ours. */
export interface FileToSend {
  readonly fileName: string;
  readonly mimeType: string;
  readonly content: Uint8Array;
}
