/** Unix seconds. */
export type Seconds = number;

export interface Shop {
  id: string;
  name: string;
  region: string;
  sellerType: 'LOCAL' | 'CROSS_BORDER';
  cipher: string;
  code: string;
  currency: string;
}

export const orderStatuses = [
  'UNPAID',
  'ON_HOLD',
  'AWAITING_SHIPMENT',
  'PARTIALLY_SHIPPING',
  'AWAITING_COLLECTION',
  'IN_TRANSIT',
  'DELIVERED',
  'COMPLETED',
  'CANCELLED',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** One unit: TikTok has no quantity on a line. Amounts in minor units. */
export interface OrderLine {
  id: string;
  productId: string;
  skuId: string;
  sellerSku: string;
  productName: string;
  skuName: string;
  image: string;
  originalPrice: number;
  sellerDiscount: number;
  platformDiscount: number;
  /** What the buyer paid for it, tax included where the region's prices include it. */
  salePrice: number;
  /** On top of the price in the United States, contained in it elsewhere. */
  tax: number;
  taxRate: number;
  shippingShare: number;
  packageId: string;
  status: OrderStatus;
  isGift: boolean;
}

export interface Address {
  name: string;
  phone: string;
  line1: string;
  line2: string;
  city: string;
  state: string;
  postalCode: string;
  regionCode: string;
}

export interface Order {
  id: string;
  shopId: string;
  userId: string;
  buyerEmail: string;
  buyerNickname: string;
  buyerMessage: string;
  status: OrderStatus;
  currency: string;
  isTaxIncluded: boolean;
  shippingFee: number;
  shippingSellerDiscount: number;
  shippingPlatformDiscount: number;
  shippingType: 'TIKTOK' | 'SELLER';
  warehouseId: string;
  deliveryOptionId: string;
  providerId: string;
  providerName: string;
  trackingNumber: string;
  address: Address;
  lines: OrderLine[];
  createTime: Seconds;
  paidTime: Seconds;
  shippedTime: Seconds | undefined;
  deliveryTime: Seconds | undefined;
  cancelTime: Seconds | undefined;
  cancelReason: string | undefined;
  isBuyerRequestCancel: boolean;
  replacedOrderId: string | undefined;
  updateTime: Seconds;
}

export const returnTypes = ['REFUND', 'RETURN_AND_REFUND', 'REPLACEMENT'] as const;
export type ReturnType = (typeof returnTypes)[number];

export const returnStatuses = [
  'RETURN_OR_REFUND_REQUEST_PENDING',
  'REFUND_OR_RETURN_REQUEST_REJECT',
  'AWAITING_BUYER_SHIP',
  'BUYER_SHIPPED_ITEM',
  'REJECT_RECEIVE_PACKAGE',
  'RETURN_OR_REFUND_REQUEST_SUCCESS',
  'RETURN_OR_REFUND_REQUEST_CANCEL',
  'RETURN_OR_REFUND_REQUEST_COMPLETE',
  'AWAITING_BUYER_RESPONSE',
  'REPLACEMENT_REQUEST_PENDING',
  'REPLACEMENT_REQUEST_REJECT',
  'REPLACEMENT_REQUEST_REFUND_SUCCESS',
  'REPLACEMENT_REQUEST_CANCEL',
  'REPLACEMENT_REQUEST_COMPLETE',
] as const;
export type ReturnStatus = (typeof returnStatuses)[number];

export const arbitrationStatuses = ['IN_PROGRESS', 'SUPPORT_BUYER', 'SUPPORT_SELLER', 'CLOSED'] as const;
export type ArbitrationStatus = (typeof arbitrationStatuses)[number];

export const roles = ['BUYER', 'SELLER', 'OPERATOR', 'SYSTEM'] as const;
export type Role = (typeof roles)[number];

/** In minor units; `tax` is contained in `subtotal`, as live answers have it. */
export interface RefundAmount {
  subtotal: number;
  shippingFee: number;
  tax: number;
}

export interface ReturnLine {
  id: string;
  orderLineId: string;
  refund: RefundAmount;
}

export interface Picture {
  url: string;
  width: number;
  height: number;
}

export interface ReturnRecord {
  role: Role;
  description: string;
  reason: string | undefined;
  note: string | undefined;
  images: Picture[];
  createTime: Seconds;
}

export const sellerActions = [
  'SELLER_RESPOND_REFUND',
  'SELLER_RESPOND_RETURN',
  'SELLER_RESPOND_RECEIVE_PACKAGE',
  'SELLER_RESPOND_REPLACEMENT',
] as const;

export interface Return {
  id: string;
  shopId: string;
  orderId: string;
  type: ReturnType;
  status: ReturnStatus;
  arbitration: ArbitrationStatus | undefined;
  role: Role;
  reason: string;
  shipmentType: 'PLATFORM' | 'BUYER_ARRANGE' | undefined;
  handoverMethod: 'DROP_OFF' | 'PICKUP' | undefined;
  method: 'PLATFORM_SHIPPED' | 'BUYER_SHIPPED' | 'SELLER_SHIPPED' | undefined;
  tracking: { number: string; providerId: string; providerName: string } | undefined;
  documentType: 'SHIPPING_LABEL' | 'QR_CODE' | undefined;
  preReturnId: string | undefined;
  nextReturnId: string | undefined;
  canBuyerKeepItem: boolean;
  offer: { amount: number; isRejected: boolean } | undefined;
  isQuickRefund: boolean;
  returnShippingFee: number;
  lines: ReturnLine[];
  action: { action: (typeof sellerActions)[number]; deadline: Seconds } | undefined;
  /** When the parcel came back to the warehouse. */
  deliveredBackTime: Seconds | undefined;
  /** Minor units that were paid back. */
  refunded: number;
  records: ReturnRecord[];
  aftersalesRequestId: string | undefined;
  createTime: Seconds;
  updateTime: Seconds;
}

export const cancelStatuses = [
  'CANCELLATION_REQUEST_PENDING',
  'CANCELLATION_REQUEST_SUCCESS',
  'CANCELLATION_REQUEST_CANCEL',
  'CANCELLATION_REQUEST_COMPLETE',
] as const;
export type CancelStatus = (typeof cancelStatuses)[number];
export const cancelTypes = ['CANCEL', 'BUYER_CANCEL'] as const;

export interface Cancellation {
  id: string;
  shopId: string;
  orderId: string;
  type: (typeof cancelTypes)[number];
  status: CancelStatus;
  role: Role;
  reason: string;
  lines: ReturnLine[];
  deadline: Seconds | undefined;
  createTime: Seconds;
  updateTime: Seconds;
}

/** Request and parcel of the batch flow. Only the statuses that were seen are certain; the others go by their pattern. */
export const aftersalesStatuses = ['INIT', 'PENDING_REQUEST_REVIEW', 'REQUEST_REVIEW_COMPLETED'] as const;
export const rmaStatuses = [
  'INIT',
  'RMA_CREATED',
  'AWAITING_BUYER_RETURN',
  'PENDING_PACKAGE_REVIEW',
  'PACKAGE_REVIEW_COMPLETED',
] as const;

export interface AftersalesRequest {
  id: string;
  shopId: string;
  orderId: string;
  status: (typeof aftersalesStatuses)[number];
  returnIds: string[];
  createTime: Seconds;
  updateTime: Seconds;
}

export interface Rma {
  id: string;
  shopId: string;
  packageId: string;
  aftersalesRequestId: string;
  status: (typeof rmaStatuses)[number];
  returnIds: string[];
  createTime: Seconds;
  updateTime: Seconds;
}

export interface Sku {
  id: string;
  shopId: string;
  productId: string;
  sellerSku: string;
  productName: string;
  skuName: string;
  /** Available units by warehouse id. */
  stock: Map<string, number>;
}

export interface Warehouse {
  id: string;
  shopId: string;
  name: string;
  type: 'SALES_WAREHOUSE' | 'RETURN_WAREHOUSE';
  isDefault: boolean;
  address: Address;
}

export interface Message {
  id: string;
  type: string;
  content: string;
  role: 'SHOP' | 'BUYER';
  createTime: Seconds;
}

export interface Conversation {
  id: string;
  shopId: string;
  buyerUserId: string;
  messages: Message[];
  createTime: Seconds;
}

export interface StoredImage extends Picture {
  uri: string;
  mediaType: string;
  bytes: Buffer;
}
