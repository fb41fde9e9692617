import type { Operation } from '../../shared/operation';
import { send } from './send';

export const operations: readonly Operation[] = [send];
