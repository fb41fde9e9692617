import type { Operation } from '../../shared/operation';
import { addLabel } from './add-label';
import { approve } from './approve';
import { approveCancellation } from './approve-cancellation';
import { calculateRefund } from './calculate-refund';
import { createCancellation } from './create-cancellation';
import { createReturn } from './create-return';
import { getRequests, getRmas } from './get-batches';
import { getBatchReturns } from './get-batch-returns';
import { getCancellation } from './get-cancellation';
import { getCancellations } from './get-cancellations';
import { getDecisions } from './get-decisions';
import { getDue } from './get-due';
import { getEligibility } from './get-eligibility';
import { getOrder } from './get-order';
import { getOrders } from './get-orders';
import { getPriceDetail } from './get-price-detail';
import { getRecords } from './get-records';
import { getRejectReasons } from './get-reject-reasons';
import { getReturn } from './get-return';
import { getReturns } from './get-returns';
import { getShops } from './get-shops';
import { getStock } from './get-stock';
import { getCarriers, getWarehouses } from './get-warehouses';
import { offerPartialRefund } from './offer-partial-refund';
import { reject } from './reject';
import { rejectCancellation } from './reject-cancellation';
import { restock } from './restock';
import { reviewBatch } from './review-batch';
import { sendMessage } from './send-message';

export const operations: readonly Operation[] = [
  addLabel,
  approve,
  approveCancellation,
  calculateRefund,
  createCancellation,
  createReturn,
  getCancellation,
  getCancellations,
  getCarriers,
  getDecisions,
  getDue,
  getEligibility,
  getOrder,
  getOrders,
  getPriceDetail,
  getRecords,
  getRejectReasons,
  getRequests,
  getReturn,
  getReturns,
  getRmas,
  getShops,
  getStock,
  getWarehouses,
  offerPartialRefund,
  reject,
  rejectCancellation,
  restock,
  getBatchReturns,
  reviewBatch,
  sendMessage,
];
