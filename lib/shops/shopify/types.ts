import type { Attempt } from '../../http';
import type {
  Credit,
  Decision,
  Exchange,
  Inspection,
  Label,
  Money,
  Order,
  Refund,
  ReturnReason,
  ReturnRequest,
  Shop,
} from '../../returns';

/** One way to name an order. With an e-mail, another person's order reads as not found. */
export type OrderKey =
  | { readonly id: string }
  | { readonly name: string; readonly email?: string }
  | { readonly confirmationNumber: string; readonly email?: string }
  | { readonly email: string };

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

/** What has been done for a return in Shopify. */
export type StandingWord = 'approved' | 'labelled' | 'received' | 'refunded' | 'exchanged';

/** How far a return has come in Shopify, for whoever carries it on. */
export interface ReturnStanding {
  /** In this order; empty while it is only requested. */
  readonly done: readonly StandingWord[];
  /** What the shopper sends it back with. Its price is not known, and stands as zero. */
  readonly label?: Label;
  /** All that was paid back, where nothing is left to pay. */
  readonly refund?: Refund;
  /** What was sent, where nothing is left to send. */
  readonly exchange?: Exchange;
  /** Why a person is to look before anything is carried on, each a clause of a sentence. */
  readonly doubts: readonly string[];
  /** The order in Shopify's admin, where its returns are shown. */
  readonly adminUrl: string;
}

/** A return with what is left of it as the request, and the decision that Shopify shows to have been taken. */
export interface StandingDossier extends ReturnDossier {
  readonly standing: ReturnStanding;
  readonly decision?: Decision;
}

export interface ListReturnsInput {
  /** All of them when left out. */
  readonly statuses?: readonly ReturnStatus[];
  /** ISO instant; orders that changed since, whose returns are then listed. */
  readonly updatedSince?: string;
  /** Of returns; all of them when left out. */
  readonly limit?: number;
}

/** What a list in the editor asks for. */
export interface ToPick {
  /** Typed by the person who looks; trimmed. */
  readonly text?: string;
  /** `next` of the page before. */
  readonly cursor?: string;
}

export interface PickPage<T> {
  readonly entries: readonly T[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** What tells two returns apart, without a word about the shopper. */
export interface ReturnToPick {
  readonly id: string;
  /** Such as #1001-R1. */
  readonly name: string;
  readonly orderName: string;
  readonly status: ReturnStatus | 'unknown';
}

export interface OrderToPick {
  readonly id: string;
  readonly name: string;
  /** ISO instant. */
  readonly placedAt: string;
  /** Shopify's own word, such as FULFILLED. */
  readonly fulfillment: string;
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

/** A part of a refund that goes back to one payment. */
export interface PaymentPart {
  /** The payment, e.g. `gid://shopify/OrderTransaction/1` */
  readonly parentId: string;
  readonly amount: Money;
}

export interface StoreCreditPart {
  readonly amount: Money;
  /** ISO instant; it does not expire when left out. */
  readonly expiresAt?: string;
}

export interface ProcessReturnResult extends ReturnResult {
  /** All that was paid back, store credit with it. */
  readonly refund?: Refund;
  readonly credit?: Credit;
  readonly exchange?: Exchange;
  /** False when Shopify had it all done already. */
  readonly performed: boolean;
}

export interface AttachLabelInput {
  readonly returnId: string;
  readonly label: Pick<Label, 'trackingNumber' | 'trackingUrl' | 'url'>;
  readonly notifyCustomer?: boolean;
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

/** A payment of the order, and what of it would be paid back. */
export interface SuggestedPayment {
  readonly parentId: string;
  readonly suggested: Money;
  /** What can be paid back on this payment at most. */
  readonly maximum: Money;
  readonly gateway?: string;
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

export interface SuggestedRefundInput {
  readonly orderId: string;
  /** The whole of what is left when left out. */
  readonly lines?: readonly LineQuantity[];
  /** Outbound delivery: what is left of it, or an amount; none when left out. */
  readonly delivery?: 'all' | Money;
  /** Default: on the payments of the order. */
  readonly as?: 'original_payment' | 'store_credit';
}

export interface SuggestedRefund {
  readonly refund: Money;
  readonly goods: Money;
  readonly tax: Money;
  readonly delivery: Money;
  readonly maximumDelivery: Money;
  readonly maximumRefundable: Money;
  readonly payments: readonly SuggestedPayment[];
  readonly storeCredit?: Money;
}

export interface ShopifyLocation {
  readonly id: string;
  readonly name: string;
  readonly shipsInventory: boolean;
}

export interface ExchangeVariant {
  readonly variantId: string;
  /** e.g. `M / Blue` */
  readonly title: string;
  readonly productTitle: string;
  readonly sku?: string;
  readonly options: Readonly<Record<string, string>>;
  readonly available: boolean;
  /** Sellable units, where Shopify counts them. */
  readonly quantity?: number;
  readonly price: Money;
  /** The one that was bought. */
  readonly current: boolean;
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

export interface WebhookSubscription {
  readonly id: string;
  /** e.g. `RETURNS_REQUEST` */
  readonly topic: string;
  readonly uri: string;
}

/** What the headers of a delivery say. Both of Shopify's header families are read. */
export interface WebhookDelivery {
  /** As in subscriptions: `RETURNS_REQUEST`. */
  readonly topic: string;
  readonly shop: string;
  /** Unique per delivery attempt group: de-duplicate on it. */
  readonly webhookId: string;
  /** The same for one event over several topics. */
  readonly eventId?: string;
  readonly apiVersion?: string;
  readonly triggeredAt?: string;
  readonly hmac: string;
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

export interface ExchangePayment {
  readonly orderId: string;
  readonly orderName: string;
  readonly owed: Money;
  /** What the shop owes the shopper on the order instead; zero while it owes nothing. */
  readonly owedBack: Money;
  readonly paid: boolean;
  /** The page of the shop to pay on; absent when nothing is owed. */
  readonly paymentUrl?: string;
}

export interface RefundOrderInput {
  readonly orderId: string;
  /** To pay back on payments of the order, exactly. */
  readonly amount?: Money;
  readonly storeCredit?: StoreCreditPart;
  /** The goods that the refund is for, and where they are put back; they count as refunded. */
  readonly lines?: readonly (LineQuantity & { readonly restockAt?: string | undefined })[];
  /** The part of `amount` that is outbound delivery. */
  readonly delivery?: Money;
  readonly note?: string;
  /** Why the amount is another than the goods are worth. */
  readonly reason?: 'CUSTOMER' | 'DAMAGE' | 'OTHER' | 'RESTOCK';
  readonly notifyCustomer?: boolean;
  readonly attempt: Attempt;
}

export interface RefundOrderResult {
  readonly refund: Refund;
  /** False when an earlier attempt had made it. */
  readonly performed: boolean;
}

export interface StoreCreditAccount {
  readonly id: string;
  readonly balance: Money;
}

export interface GiveCreditInput {
  readonly customerId: string;
  readonly amount: Money;
  /** Added to it; one of the two. */
  readonly bonus?: Money;
  readonly bonusPercent?: number;
  /** ISO instant; it does not expire when left out. */
  readonly expiresAt?: string;
  /** Shopify's own e-mail, from 2026-01 on. */
  readonly notifyCustomer?: boolean;
  readonly attempt: Attempt;
  /** ISO instant since which attempts may have happened. */
  readonly since: string;
}

export interface GivenCredit {
  readonly credit: Credit;
  readonly accountId: string;
  readonly balance: Money;
  readonly performed: boolean;
}

export interface GiftCard {
  readonly id: string;
  readonly maskedCode: string;
  readonly lastCharacters: string;
  readonly amount: Money;
  readonly createdAt: string;
  /** A day, e.g. `2028-11-30` */
  readonly expiresOn?: string;
}

export interface GiveGiftCardInput {
  readonly amount: Money;
  readonly customerId?: string;
  /** A day, e.g. `2028-11-30` */
  readonly expiresOn?: string;
  readonly note?: string;
  /** Has Shopify send the card to the customer. */
  readonly notifyCustomer?: boolean;
  readonly attempt: Attempt;
  /** ISO instant since which attempts may have happened. */
  readonly since: string;
}

export interface GivenGiftCard {
  readonly giftCard: GiftCard;
  /** A secret, like money; shown by Shopify this once. */
  readonly code?: string;
  readonly performed: boolean;
}

export interface AdjustInventoryInput {
  /** One of the two. */
  readonly variantId?: string;
  readonly sku?: string;
  /** The shop's first location that ships when left out. */
  readonly locationId?: string;
  readonly delta: number;
  /** What the stock must be before; what it was read as when left out. */
  readonly expected?: number;
  /** Default true. */
  readonly compare?: boolean;
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

export interface SetMetafieldInput {
  readonly namespace: string;
  readonly key: string;
  /** e.g. `single_line_text_field` */
  readonly type: string;
  readonly value: string;
}

export interface OrderMetafield {
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string;
}

export interface AddedNote {
  readonly note: string;
  /** False when the note had the line already. */
  readonly added: boolean;
}

export interface OrderHistoryInput {
  /** ISO instant or day. Orders older than 60 days need the access scope read_all_orders. */
  readonly since: string;
  /** Not with it; until now when left out. */
  readonly until?: string;
}

export interface HistoricOrder {
  readonly order: Order;
  readonly returns: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: string;
    readonly createdAt: string;
    readonly totalQuantity: number;
  }[];
}

/** Something that has happened in the shop, found by looking. */
export interface FoundChange {
  /** As in subscriptions: `RETURNS_REQUEST`. */
  readonly topic: string;
  /** The same as that of the webhook that tells of it. */
  readonly key: string;
  readonly id: string;
  readonly orderId: string;
  readonly returnId?: string;
}
