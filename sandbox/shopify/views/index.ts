import type {
  Customer,
  Fulfillment,
  FulfillmentOrder,
  LineItem,
  Location,
  Order,
  Product,
  Refund,
  Return,
  ReverseFulfillmentOrder,
  StoreCreditAccount,
  Transaction,
  Variant,
} from '../model';
import type { View } from '../view';
import type { World } from '../world';
import { customerView, storeCreditAccountView } from './customer';
import { fulfillmentLineItemView, fulfillmentOrderView, fulfillmentView } from './fulfillment';
import { inventoryItemView } from './inventory';
import { lineItemView } from './line-item';
import { locationView } from './location';
import { orderView, shippingLineView } from './order';
import { productView, variantView } from './product';
import { refundView } from './refund';
import { returnView } from './return';
import { reverseOrderView } from './reverse';
import { transactionView } from './transaction';

/** The views that lead to one another: they meet here, so that their modules need not import each other in circles. */
export interface Views {
  customer: (customer: Customer) => View;
  fulfillment: (order: Order, fulfillment: Fulfillment) => View;
  fulfillmentLineItem: (order: Order, line: Fulfillment['lines'][number]) => View;
  fulfillmentOrder: (order: Order, entry: FulfillmentOrder) => View;
  inventoryItem: (variant: Variant) => View;
  lineItem: (order: Order, line: LineItem) => View;
  location: (location: Location) => View;
  order: (order: Order) => View;
  product: (product: Product) => View;
  refund: (order: Order, refund: Refund) => View;
  return: (order: Order, entry: Return) => View;
  reverseOrder: (reverse: ReverseFulfillmentOrder) => View;
  shippingLine: (order: Order) => View | null;
  storeCreditAccount: (account: StoreCreditAccount) => View;
  transaction: (order: Order, transaction: Transaction) => View;
  variant: (variant: Variant) => View;
}

export function createViews(world: World): Views {
  return {
    customer: (customer) => customerView(world, customer),
    fulfillment: (order, fulfillment) => fulfillmentView(world, order, fulfillment),
    fulfillmentLineItem: (order, line) => fulfillmentLineItemView(world, order, line),
    fulfillmentOrder: (order, entry) => fulfillmentOrderView(world, order, entry),
    inventoryItem: (variant) => inventoryItemView(world, variant),
    lineItem: (order, line) => lineItemView(world, order, line),
    location: (location) => locationView(world, location),
    order: (order) => orderView(world, order),
    product: (product) => productView(world, product),
    refund: (order, refund) => refundView(world, order, refund),
    return: (order, entry) => returnView(world, order, entry),
    reverseOrder: (reverse) => reverseOrderView(world, reverse),
    shippingLine: (order) => shippingLineView(order),
    storeCreditAccount: (account) => storeCreditAccountView(world, account),
    transaction: (order, transaction) => transactionView(world, order, transaction),
    variant: (variant) => variantView(world, variant),
  };
}
