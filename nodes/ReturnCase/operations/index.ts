import type { Operation } from '../../shared/operation';
import { attachEvidence } from './attach-evidence';
import { command } from './command';
import { downloadEvidence } from './download-evidence';
import { dropDeadLetter } from './drop-dead-letter';
import { erase } from './erase';
import { eraseOld } from './erase-old';
import { exportPerson } from './export-person';
import { find } from './find';
import { forgetConsumer } from './forget-consumer';
import { forgetDeliveries } from './forget-deliveries';
import { get } from './get';
import { getMetrics } from './get-metrics';
import { getReturnable } from './get-returnable';
import { listConsumers } from './list-consumers';
import { listDeadLetters } from './list-dead-letters';
import { listEvidence } from './list-evidence';
import { listSteps } from './list-steps';
import { open } from './open';
import { replayAllDeadLetters } from './replay-all-dead-letters';
import { replayDeadLetter } from './replay-dead-letter';
import { retryStep } from './retry-step';
import { settleStep } from './settle-step';
import { timeline } from './timeline';

export const operations: readonly Operation[] = [
  attachEvidence,
  command,
  downloadEvidence,
  dropDeadLetter,
  erase,
  eraseOld,
  exportPerson,
  find,
  forgetConsumer,
  forgetDeliveries,
  get,
  getMetrics,
  getReturnable,
  listConsumers,
  listDeadLetters,
  listEvidence,
  listSteps,
  open,
  replayAllDeadLetters,
  replayDeadLetter,
  retryStep,
  settleStep,
  timeline,
];
