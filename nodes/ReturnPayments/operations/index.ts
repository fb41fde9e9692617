import type { Operation } from '../../shared/operation';
import { findOrder } from './find-order';
import { getRefund } from './get-refund';
import { plan } from './plan';
import { refund } from './refund';

export const operations: readonly Operation[] = [findOrder, getRefund, plan, refund];
