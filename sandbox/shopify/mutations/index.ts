import { bulkOperationRunQuery } from './bulk-operation-run-query';
import { giftCardCreate } from './gift-card-create';
import { giftCardSendNotificationToCustomer } from './gift-card-send-notification-to-customer';
import { inventoryAdjustQuantities } from './inventory-adjust-quantities';
import { metafieldsSet } from './metafields-set';
import type { Mutation } from './mutation';
import { orderUpdate } from './order-update';
import { refundCreate } from './refund-create';
import { removeFromReturn } from './remove-from-return';
import { returnApproveRequest } from './return-approve-request';
import { returnCancel } from './return-cancel';
import { returnClose } from './return-close';
import { returnCreate } from './return-create';
import { returnDeclineRequest } from './return-decline-request';
import { returnProcess } from './return-process';
import { returnReopen } from './return-reopen';
import { returnRequest } from './return-request';
import { reverseDeliveryCreateWithShipping } from './reverse-delivery-create-with-shipping';
import { reverseDeliveryShippingUpdate } from './reverse-delivery-shipping-update';
import { reverseFulfillmentOrderDispose } from './reverse-fulfillment-order-dispose';
import { storeCreditAccountCredit } from './store-credit-account-credit';
import { tagsAdd, tagsRemove } from './tags';
import { webhookSubscriptionCreate } from './webhook-subscription-create';
import { webhookSubscriptionDelete } from './webhook-subscription-delete';
import { webhookSubscriptionUpdate } from './webhook-subscription-update';

/** Every simulated mutation by its name in the schema: a new one is one file and one line here. */
export const mutations: Readonly<Record<string, Mutation>> = {
  bulkOperationRunQuery,
  giftCardCreate,
  giftCardSendNotificationToCustomer,
  inventoryAdjustQuantities,
  metafieldsSet,
  orderUpdate,
  refundCreate,
  removeFromReturn,
  returnApproveRequest,
  returnCancel,
  returnClose,
  returnCreate,
  returnDeclineRequest,
  returnProcess,
  returnReopen,
  returnRequest,
  reverseDeliveryCreateWithShipping,
  reverseDeliveryShippingUpdate,
  reverseFulfillmentOrderDispose,
  storeCreditAccountCredit,
  tagsAdd,
  tagsRemove,
  webhookSubscriptionCreate,
  webhookSubscriptionDelete,
  webhookSubscriptionUpdate,
};
