import type { Operation } from '../../shared/operation';
import { addLabel } from './add-label';
import { adjustInventory } from './adjust-inventory';
import { approve } from './approve';
import { calculate } from './calculate';
import { create } from './create';
import { createGiftCard } from './create-gift-card';
import { createRefund } from './create-refund';
import { decline } from './decline';
import { getDeliveries } from './get-deliveries';
import { getExchangeOptions } from './get-exchange-options';
import { getHistory } from './get-history';
import { getOrder } from './get-order';
import { getPaymentLink } from './get-payment-link';
import { getReasons } from './get-reasons';
import { getReturn } from './get-return';
import { getReturnableLines } from './get-returnable-lines';
import { getReturns } from './get-returns';
import { getSuggestedOutcome } from './get-suggested-outcome';
import { getSuggestedRefund } from './get-suggested-refund';
import { getStanding } from './get-standing';
import { addNote, addTags, removeTags, setMetafields } from './order-marks';
import { process } from './process';
import { removeLines } from './remove-lines';
import { request } from './request';
import { restock } from './restock';
import { cancel, close, reopen } from './return-moves';
import { getStoreCredit, giveStoreCredit } from './store-credit';

export const operations: readonly Operation[] = [
  addLabel,
  addNote,
  addTags,
  adjustInventory,
  approve,
  calculate,
  cancel,
  close,
  create,
  createGiftCard,
  createRefund,
  decline,
  getDeliveries,
  getExchangeOptions,
  getHistory,
  getOrder,
  getPaymentLink,
  getReasons,
  getReturn,
  getReturnableLines,
  getReturns,
  getStanding,
  getStoreCredit,
  getSuggestedOutcome,
  getSuggestedRefund,
  giveStoreCredit,
  process,
  removeLines,
  removeTags,
  reopen,
  request,
  restock,
  setMetafields,
];
