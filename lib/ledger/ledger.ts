import type {
  Attached,
  Attempt,
  CaseFilter,
  CaseKey,
  Cause,
  ClaimOptions,
  DeadLetter,
  DeadLetterFilter,
  Delivery,
  EffectResult,
  EventFilter,
  EvidenceContent,
  InboxLoad,
  Lag,
  NewEvidence,
  OpenCase,
  Page,
  Paged,
  PersonCases,
  PersonExport,
  PersonQuery,
  Preview,
  Pruning,
  Received,
  ReceivedClaim,
  Retention,
  Step,
  StepOutcome,
  StepSettlement,
  TimelinePage,
} from './ledger-values';
import type { CaseEvent, Command, Dossier, Evidence } from '../returns';

export * from './ledger-values';

/**
 * The durable record of every return. One interface over every store; all methods reject with a ReturnsError:
 * `invalid_input`, `not_found`, `conflict`, `illegal_command`, `step_in_progress`, `storage_failed`.
 */
export interface Ledger {
  /** Opens a case once per (channel, external id); a second call answers the case that is there. */
  openCase(input: OpenCase, cause: Cause): Promise<{ readonly dossier: Dossier; readonly opened: boolean }>;
  /** @throws ReturnsError `not_found` */
  getCase(key: CaseKey): Promise<Dossier>;
  /** Page by page; an empty list of states means any state. */
  findCases(filter: CaseFilter, page: Page): Promise<Paged<Dossier>>;
  /** Applies a command; retried by itself when another writer was faster. */
  command(
    caseId: string,
    command: Command,
    cause: Cause,
  ): Promise<{ readonly dossier: Dossier; readonly events: readonly CaseEvent[] }>;
  /** What a command would change: writes nothing, and throws what `command` would throw. */
  preview(caseId: string, command: Command): Promise<Preview>;
  /** The events of one case, oldest first: all of them, or one page. @throws ReturnsError `not_found` */
  timeline(caseId: string, page?: TimelinePage): Promise<readonly CaseEvent[]>;

  /**
   * Attaches a photo or a document. The same content twice is one piece.
   * @throws ReturnsError `not_found`; `invalid_input` when it is empty, too large, or of a line that the case has not
   */
  attachEvidence(caseId: string, evidence: NewEvidence, cause: Cause): Promise<Attached>;
  /** What is attached, the oldest first. @throws ReturnsError `not_found` */
  evidence(caseId: string): Promise<readonly Evidence[]>;
  /** @throws ReturnsError `not_found` */
  readEvidence(caseId: string, evidenceId: string): Promise<EvidenceContent>;

  /**
   * Takes the person out of a case that is closed: out of the case, its events, steps and references; evidence goes.
   * Figures, goods, reasons, states and what accounts for money stay; `case.erased` tells why. What came since an
   * earlier erasure is erased again; where nothing came, nothing changes.
   * @param reason stays in the timeline, so write no name in it
   * @throws ReturnsError `not_found`; `illegal_command` while the case is open
   */
  erase(caseId: string, reason: string, cause: Cause): Promise<Dossier>;
  /** The cases of the person with an e-mail address, the newest first. */
  casesOf(person: PersonCases): Promise<readonly Dossier[]>;
  /** Everything that is held about the person with an e-mail address. */
  exportPerson(person: PersonQuery): Promise<PersonExport>;
  /** Erases closed cases by age; call it again while there are more. */
  eraseOlderThan(retention: Retention, cause: Cause): Promise<{ readonly erased: number; readonly more: boolean }>;
  /** Forgets webhook deliveries by age; one that comes again after that counts as new. */
  prune(pruning: Pruning): Promise<{ readonly pruned: number; readonly more: boolean }>;

  /**
   * Runs an outside effect once per case and step. The first call claims the step under a lease, runs the effect,
   * then stores its result and appends its news in one transaction. Later calls get the stored result. When a process
   * died in the middle, the next caller takes over with the same idempotency key and `mayHaveHappened`: at once where
   * the dead process can be looked for (same Linux kernel, same container), else when the lease has run out.
   * An effect that throws a retryable error leaves the step open for the next call; one that throws any other error
   * marks the step failed, appends `case.failed`, and the next call tries again as a new attempt. Throwing
   * `provider_refused`, not retryable, vouches that no attempt under this key has taken effect.
   * News that the case cannot take does not undo the step: it is noted on the case as a failure.
   * @throws ReturnsError `step_in_progress` (retryable) while another live process holds the step
   */
  runOnce<T>(
    caseId: string,
    step: string,
    effect: (attempt: Attempt, dossier: Dossier) => Promise<EffectResult<T>>,
    cause: Cause,
  ): Promise<StepOutcome<T>>;
  /** In the order in which they were first tried. */
  steps(caseId: string): Promise<readonly Step[]>;
  /**
   * Opens a step again that has failed, so that the next call tries it; `step.reopened` tells why. A step whose provider
   * has refused gets a new idempotency key.
   * @throws ReturnsError `not_found`; `step_in_progress` while a live run holds it; `illegal_command` when it is done
   */
  retryStep(caseId: string, step: string, reason: string, cause: Cause): Promise<Step>;
  /**
   * Takes a step for done that a person did outside: later calls get the given result, its news are appended, and
   * `step.settled` tells why. A step that is done already is left as it is.
   * @throws ReturnsError `not_found`; `step_in_progress` while a live run holds it; what `command` throws for its news,
   *   and then nothing has changed
   */
  settleStep(caseId: string, step: string, settlement: StepSettlement, cause: Cause): Promise<StepOutcome<unknown>>;

  /**
   * True the first time a delivery of a source is seen, false ever after. With news, what was delivered is kept until
   * it is worked: whoever has it may tell the sender so at once, and crash.
   */
  receive(source: string, deliveryId: string, news?: object): Promise<boolean>;
  /** Takes a delivery back, when handling it failed before anything was done with it. */
  forget(source: string, deliveryId: string): Promise<void>;
  /** Hands over what a source has delivered and no other live claim holds, oldest first; what has died is taken over. */
  claimReceived(claim: ReceivedClaim): Promise<readonly Received[]>;
  /** Keeps a claim alive while its run goes on. */
  extendReceived(source: string, deliveryId: string, leaseMs: number): Promise<void>;
  /** The work is done; what was delivered is forgotten, and only that it was is kept. */
  finishReceived(source: string, deliveryId: string): Promise<void>;
  /** Gives a delivery back: it comes again after `retryInMs`, or never when that is undefined. */
  rejectReceived(source: string, deliveryId: string, error: string, retryInMs: number | undefined): Promise<void>;
  /** What each source has left to be worked, and what was given up; sources without either are left out. */
  inboxLoads(): Promise<readonly InboxLoad[]>;

  /**
   * Hands over the next events that no other live claim of this consumer holds; in order per case. What a dead process
   * has left comes alone.
   */
  claim(options: ClaimOptions): Promise<readonly Delivery[]>;
  /** Keeps a claim alive while its run goes on. */
  extend(consumer: string, seqs: readonly number[], leaseMs: number): Promise<void>;
  acknowledge(consumer: string, seqs: readonly number[]): Promise<void>;
  /**
   * Gives events back: they come again after `retryInMs`, or become dead letters when `retryInMs` is undefined.
   * @param attempts how many attempts are to count from now on; as many as were made unless told
   */
  reject(
    consumer: string,
    seqs: readonly number[],
    error: string,
    retryInMs: number | undefined,
    attempts?: number,
  ): Promise<void>;
  /** Gives events back that nobody has worked: their turn does not count, and they can be claimed at once. */
  release(consumer: string, seqs: readonly number[]): Promise<void>;
  /** Events that were given up, oldest first. */
  deadLetters(filter: DeadLetterFilter): Promise<readonly DeadLetter[]>;
  /** Hands dead letters over again, as if for the first time; answers how many there were. */
  replay(consumer: string, seqs: readonly number[]): Promise<number>;
  /** Forgets dead letters: nobody is to work them any more; answers how many there were. */
  drop(consumer: string, seqs: readonly number[]): Promise<number>;
  /** @throws ReturnsError `not_found` when no consumer of that name has ever claimed anything */
  lag(consumer: string): Promise<Lag>;
  /** Every consumer there ever was, by name. */
  consumers(): Promise<readonly Lag[]>;
  /**
   * Forgets a consumer whose workflow is gone, with what waits for it and what it has given up. One that comes back
   * begins anew.
   * @throws ReturnsError `not_found`; `conflict` while a run has events of it
   */
  forgetConsumer(consumer: string): Promise<void>;
  /** The newest event that matches, for a test run in the editor; consumes nothing. */
  peek(filter: EventFilter): Promise<Delivery | undefined>;
  /** Calls back soon after any process has appended events; returns the function that stops it. */
  onAppended(listener: () => void): () => void;

  close(): Promise<void>;
}
