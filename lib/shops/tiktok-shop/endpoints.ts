/**
 * Every call of TikTok Shop's Open API that this package makes. The version in a path belongs to that one call. Contract
 * tests compare them with the specification that TikTok publishes; those marked `undocumented` are not in it yet, and
 * are written from Partner Center's pages.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{name}` where an id goes. */
  readonly path: string;
  /** A call that changes nothing, or nothing more when it is repeated, whatever its method. */
  readonly reads?: true;
  /** Calls about the seller rather than a shop: TikTok refuses the parameter `shop_cipher` there. */
  readonly withoutShop?: true;
  /** Takes `idempotency_key`, and does the same thing once however often it is asked. */
  readonly idempotent?: true;
  readonly undocumented?: true;
}

const table = {
  listShops: { method: 'GET', path: '/authorization/202309/shops', reads: true, withoutShop: true },

  searchReturns: { method: 'POST', path: '/return_refund/202309/returns/search', reads: true },
  returnRecords: { method: 'GET', path: '/return_refund/202309/returns/{return_id}/records', reads: true },
  approveReturn: { method: 'POST', path: '/return_refund/202309/returns/{return_id}/approve', idempotent: true },
  rejectReturn: { method: 'POST', path: '/return_refund/202309/returns/{return_id}/reject', idempotent: true },
  createReturn: { method: 'POST', path: '/return_refund/202309/returns', idempotent: true },
  uploadReturnDocuments: { method: 'POST', path: '/return_refund/202405/returns/shipping_documents' },
  rejectReasons: { method: 'GET', path: '/return_refund/202309/reject_reasons', reads: true },
  calculateRefund: { method: 'POST', path: '/return_refund/202309/refunds/calculate', reads: true },
  aftersaleEligibility: {
    method: 'GET',
    path: '/return_refund/202512/orders/{order_id}/aftersale_eligibility',
    reads: true,
  },
  decisionEligibility: {
    method: 'GET',
    path: '/return_refund/202601/decision_eligibility',
    reads: true,
    undocumented: true,
  },

  searchCancellations: { method: 'POST', path: '/return_refund/202309/cancellations/search', reads: true },
  approveCancellation: {
    method: 'POST',
    path: '/return_refund/202309/cancellations/{cancel_id}/approve',
    idempotent: true,
  },
  rejectCancellation: {
    method: 'POST',
    path: '/return_refund/202309/cancellations/{cancel_id}/reject',
    idempotent: true,
  },
  cancelOrder: { method: 'POST', path: '/return_refund/202309/cancellations' },

  searchAftersales: {
    method: 'POST',
    path: '/return_refund/202603/aftersales/search',
    reads: true,
    undocumented: true,
  },
  searchRmas: { method: 'POST', path: '/return_refund/202604/rma/search', reads: true, undocumented: true },
  reviewAftersales: { method: 'POST', path: '/return_refund/202606/aftersales/review', undocumented: true },

  getOrders: { method: 'GET', path: '/order/202507/orders', reads: true },
  searchOrders: { method: 'POST', path: '/order/202309/orders/search', reads: true },
  priceDetail: { method: 'GET', path: '/order/202407/orders/{order_id}/price_detail', reads: true },

  searchInventory: { method: 'POST', path: '/product/202309/inventory/search', reads: true },
  updateInventory: { method: 'POST', path: '/product/202309/products/{product_id}/inventory/update' },
  uploadImage: { method: 'POST', path: '/product/202309/images/upload', withoutShop: true },

  openConversation: { method: 'POST', path: '/customer_service/202309/conversations', reads: true },
  listMessages: {
    method: 'GET',
    path: '/customer_service/202309/conversations/{conversation_id}/messages',
    reads: true,
  },
  sendMessage: { method: 'POST', path: '/customer_service/202309/conversations/{conversation_id}/messages' },

  listWarehouses: { method: 'GET', path: '/logistics/202309/warehouses', reads: true },
  deliveryOptions: {
    method: 'GET',
    path: '/logistics/202309/warehouses/{warehouse_id}/delivery_options',
    reads: true,
  },
  shippingProviders: {
    method: 'GET',
    path: '/logistics/202309/delivery_options/{delivery_option_id}/shipping_providers',
    reads: true,
  },

  listWebhooks: { method: 'GET', path: '/event/202309/webhooks', reads: true },
  // Setting the same address again, and removing one that is gone, change nothing.
  setWebhook: { method: 'PUT', path: '/event/202309/webhooks', reads: true },
  removeWebhook: { method: 'DELETE', path: '/event/202309/webhooks', reads: true },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof table;
export const endpoints: Readonly<Record<EndpointName, Endpoint>> = table;

/** Fills the ids in. */
export const pathOf = ({ path }: Endpoint, ids: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(ids[name] ?? ''));
