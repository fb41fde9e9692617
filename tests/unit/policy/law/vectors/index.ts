import type { Vector } from '../vector';
import { dutyVectors } from './duties';
import { guaranteeVectors } from './guarantee';
import { marketplaceVectors } from './marketplaces';
import { periodVectors } from './periods';
import { refundVectors } from './refunds';
import { usVectors } from './united-states';
import { withdrawalVectors } from './withdrawal';

export const vectors: readonly Vector[] = [
  ...withdrawalVectors,
  ...periodVectors,
  ...refundVectors,
  ...guaranteeVectors,
  ...usVectors,
  ...dutyVectors,
  ...marketplaceVectors,
];
