import { randomUUID } from 'node:crypto';
import { createAppended } from './appended';
import { attachEvidence } from './attach-evidence';
import { createCaseIds } from './case-id';
import { casesOf } from './cases-of';
import { claim } from './claim';
import { createClaimMemory } from './claim-memory';
import { command } from './command';
import type { LedgerContext, LedgerLogger } from './context';
import { deadLetters, drop, replay } from './dead-letters';
import { acknowledge, extend, reject, release } from './deliveries';
import { erase } from './erase';
import { eraseOlderThan } from './erase-older-than';
import { exportPerson } from './export-person';
import { findCases } from './find-cases';
import { forgetConsumer } from './forget-consumer';
import { getCase } from './get-case';
import { forget, receive } from './inbox';
import { claimReceived, extendReceived, finishReceived, inboxLoads, rejectReceived } from './inbox-work';
import { consumers, lag } from './lag';
import type { Ledger } from './ledger';
import { openCase } from './open-case';
import { isCertainlyDead, ownerName } from './owner';
import { peek } from './peek';
import { isProcessRunning, thisProcess } from './process-identity';
import { preview } from './preview';
import { prune } from './prune';
import { evidence, readEvidence } from './read-evidence';
import { retryStep } from './retry-step';
import { runOnce } from './run-once';
import { settleStep } from './settle-step';
import { steps } from './steps';
import type { Store } from './store';
import { timeline } from './timeline';

export interface LedgerOptions {
  readonly clock?: () => Date;
  /** Makes case ids; they must be unique and should grow with time. */
  readonly newId?: () => string;
  readonly logger?: LedgerLogger;
  /** How long a step stays claimed without a sign of life, unless its process is known to be dead; 60 seconds unless told. */
  readonly stepLeaseMs?: number;
}

const STEP_LEASE_MS = 60_000;

/** A ledger over any store. */
export function composeLedger(store: Store, options: LedgerOptions): Ledger {
  const clock = options.clock ?? (() => new Date());
  const logger = options.logger ?? { warn: () => undefined };
  const appended = createAppended(store, logger);
  const here = thisProcess();
  const owner = ownerName(here, randomUUID());
  const context: LedgerContext = {
    store,
    clock,
    newId: options.newId ?? createCaseIds(clock),
    logger,
    appended,
    owner,
    isDead: (other) => other !== owner && isCertainlyDead(other, here, isProcessRunning),
    claims: createClaimMemory(),
    stepLeaseMs: options.stepLeaseMs ?? STEP_LEASE_MS,
  };
  return {
    openCase: (input, cause) => openCase(context, input, cause),
    getCase: (key) => getCase(context, key),
    findCases: (filter, page) => findCases(context, filter, page),
    command: (caseId, asked, cause) => command(context, caseId, asked, cause),
    preview: (caseId, asked) => preview(context, caseId, asked),
    timeline: (caseId, page) => timeline(context, caseId, page),
    attachEvidence: (caseId, piece, cause) => attachEvidence(context, caseId, piece, cause),
    evidence: (caseId) => evidence(context, caseId),
    readEvidence: (caseId, evidenceId) => readEvidence(context, caseId, evidenceId),
    erase: (caseId, reason, cause) => erase(context, caseId, reason, cause),
    casesOf: (person) => casesOf(context, person),
    exportPerson: (person) => exportPerson(context, person),
    eraseOlderThan: (retention, cause) => eraseOlderThan(context, retention, cause),
    prune: (pruning) => prune(context, pruning),
    runOnce: (caseId, step, effect, cause) => runOnce(context, caseId, step, effect, cause),
    steps: (caseId) => steps(context, caseId),
    retryStep: (caseId, step, reason, cause) => retryStep(context, caseId, step, reason, cause),
    settleStep: (caseId, step, settlement, cause) => settleStep(context, caseId, step, settlement, cause),
    receive: (source, deliveryId, news) => receive(context, source, deliveryId, news),
    forget: (source, deliveryId) => forget(context, source, deliveryId),
    claimReceived: (wanted) => claimReceived(context, wanted),
    extendReceived: (source, deliveryId, leaseMs) => extendReceived(context, source, deliveryId, leaseMs),
    finishReceived: (source, deliveryId) => finishReceived(context, source, deliveryId),
    rejectReceived: (source, deliveryId, error, retryInMs) =>
      rejectReceived(context, source, deliveryId, error, retryInMs),
    inboxLoads: () => inboxLoads(context),
    claim: (wanted) => claim(context, wanted),
    extend: (consumer, seqs, leaseMs) => extend(context, consumer, seqs, leaseMs),
    acknowledge: (consumer, seqs) => acknowledge(context, consumer, seqs),
    reject: (consumer, seqs, error, retryInMs, attempts) => reject(context, consumer, seqs, error, retryInMs, attempts),
    release: (consumer, seqs) => release(context, consumer, seqs),
    deadLetters: (filter) => deadLetters(context, filter),
    replay: (consumer, seqs) => replay(context, consumer, seqs),
    drop: (consumer, seqs) => drop(context, consumer, seqs),
    lag: (consumer) => lag(context, consumer),
    consumers: () => consumers(context),
    forgetConsumer: (consumer) => forgetConsumer(context, consumer),
    peek: (filter) => peek(context, filter),
    onAppended: (listener) => appended.listen(listener),
    close: async () => {
      appended.stop();
      await store.close();
    },
  };
}
