import type { Operation } from '../../shared/operation';
import { createLabel } from './create-label';
import { track } from './track';

export const operations: readonly Operation[] = [createLabel, track];
