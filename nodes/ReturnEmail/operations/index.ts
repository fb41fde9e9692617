import type { Operation } from '../../shared/operation';
import { send } from './send';
import { writeQuestion } from './write-question';

export const operations: readonly Operation[] = [send, writeQuestion];
