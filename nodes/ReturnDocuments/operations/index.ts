import type { Operation } from '../../shared/operation';
import { labelAndSlip } from './label-and-slip';
import { returnSlip } from './return-slip';

export const operations: readonly Operation[] = [labelAndSlip, returnSlip];
