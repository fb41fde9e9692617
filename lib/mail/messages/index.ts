import type { MailMessage } from '../mail';
import { approvedKeepItem } from './approved-keep-item';
import { approvedWithLabel } from './approved-with-label';
import { credited } from './credited';
import { exchanged } from './exchanged';
import { inReview } from './in-review';
import { inTransit } from './in-transit';
import type { Compose } from './parts';
import { paymentDue } from './payment-due';
import { informationNeeded } from './information-needed';
import { received } from './received';
import { refunded } from './refunded';
import { rejected } from './rejected';
import { requestReceived } from './request-received';
import { shopAlert } from './shop-alert';
import { shopDeadline } from './shop-deadline';
import { shopGivenUp } from './shop-given-up';
import { shopMoneyOwed } from './shop-money-owed';
import { shopRefundFailed } from './shop-refund-failed';

/** Each message and how it is written: a new one is a file, a line here, and its texts. */
export const messages: Readonly<Record<MailMessage, Compose>> = {
  request_received: requestReceived,
  information_needed: informationNeeded,
  in_review: inReview,
  approved_with_label: approvedWithLabel,
  approved_keep_item: approvedKeepItem,
  rejected,
  in_transit: inTransit,
  received,
  refunded,
  exchanged,
  payment_due: paymentDue,
  credited,
  shop_alert: shopAlert,
  shop_given_up: shopGivenUp,
  shop_refund_failed: shopRefundFailed,
  shop_money_owed: shopMoneyOwed,
  shop_deadline: shopDeadline,
};
