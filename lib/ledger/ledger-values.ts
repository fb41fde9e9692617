import type {
  Actor,
  CaseEvent,
  Command,
  DecisionState,
  Dossier,
  EventDraft,
  Evidence,
  Order,
  ParcelState,
  Resolution,
  ReturnRequest,
  SettlementState,
  Shop,
} from '../returns';

/** Who asks for a change, and what led to it; both are kept on every event. */
export interface Cause {
  readonly actor: Actor;
  /** What led to it: an n8n execution, a webhook delivery. */
  readonly cause?: string;
}

export interface OpenCase {
  readonly request: ReturnRequest;
  readonly order: Order;
  readonly shop?: Shop;
  readonly references?: Readonly<Record<string, string>>;
}

/** One way to name a case. A reference is any id that the case has at a provider, e.g. its tracking number. */
export type CaseKey =
  | { readonly id: string }
  | { readonly rma: string }
  | { readonly orderName: string }
  | { readonly channel: string; readonly externalId: string }
  | { readonly reference: { readonly name: string; readonly value: string } };

export interface CaseFilter {
  readonly decision?: readonly DecisionState[];
  readonly parcel?: readonly ParcelState[];
  readonly settlement?: readonly SettlementState[];
  readonly channel?: string;
  readonly resolution?: Resolution;
  readonly orderName?: string;
  /** An id that the case has, or had, at a provider. */
  readonly reference?: { readonly name: string; readonly value: string };
  /** The beginning of an RMA number or an order name, in any case of letters, with or without `#`: for pickers. */
  readonly text?: string;
  /** ISO instants, inclusive from, exclusive until. */
  readonly updatedFrom?: string;
  readonly updatedUntil?: string;
  readonly openedFrom?: string;
  readonly openedUntil?: string;
}

export interface CaseSort {
  /** By last change, or by opening. */
  readonly by: 'change' | 'opening';
  readonly direction: 'asc' | 'desc';
}

export interface Page {
  /** 1 to 1000. */
  readonly limit: number;
  /** The `next` of the page before, which had the same filter and sort. */
  readonly cursor?: string;
  /**
   * The newest change first unless told, or the newest opening where the filter names openings. A filter with `text`
   * answers whole matches first, then the highest number, whatever is said here.
   */
  readonly sort?: CaseSort;
}

export interface Paged<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export interface Attempt {
  /**
   * Hand it to the provider. The same for every attempt of this case and step, until the provider refuses for good
   * (`provider_refused`): it would replay that refusal under the same key, so the next attempt gets a new one.
   */
  readonly idempotencyKey: string;
  /**
   * When the key was first used, or a former one whose attempt may have happened all the same, as an ISO instant: what is
   * looked up was not done before.
   */
  readonly keySince: string;
  /** Keys under which the provider refused before. */
  readonly formerKeys: readonly string[];
  /** 1 for the first attempt. */
  readonly number: number;
  /**
   * Whether an earlier attempt may have reached the provider without our knowing. Where the provider has no
   * idempotency key, or may have forgotten it, look the effect up by `idempotencyKey` or case before doing it again.
   */
  readonly mayHaveHappened: boolean;
}

/** A stretch of a timeline. */
export interface TimelinePage {
  /** 1 to 1000. */
  readonly limit: number;
  /** The `version` of the last event before it; from the first event unless told. */
  readonly after?: number;
}

/** What is to be attached to a case. */
export interface NewEvidence {
  /** The name of the file, up to 255 characters. */
  readonly name: string;
  readonly mimeType: string;
  /** Up to 10 MiB. */
  readonly content: Uint8Array;
  readonly note?: string;
  /** The line of the case that it speaks of. */
  readonly orderLineId?: string;
}

export interface Attached {
  readonly dossier: Dossier;
  readonly evidence: Evidence;
  /** False when the case had the same content already. */
  readonly attached: boolean;
}

export interface EvidenceContent {
  readonly evidence: Evidence;
  readonly content: Uint8Array;
}

export interface PersonQuery {
  /** As the shopper gave it with an order; capital letters make no difference. */
  readonly email: string;
  /** Whether the content of evidence is part of the answer; it is unless told. */
  readonly withEvidence?: boolean;
}

export interface PersonCases {
  /** As the shopper gave it with an order; capital letters make no difference. */
  readonly email: string;
  /** 1 to 1000. */
  readonly limit: number;
}

/** Everything that is held about one person, as plain JSON. */
export interface PersonExport {
  readonly email: string;
  readonly exportedAt: string;
  readonly cases: readonly PersonCase[];
}

export interface PersonCase {
  readonly dossier: Dossier;
  readonly events: readonly CaseEvent[];
  readonly steps: readonly Step[];
  /** The content in base64; absent when it was not asked for. */
  readonly evidence: readonly (Evidence & { readonly content?: string })[];
  /** Why events of the case were given up. */
  readonly deadLetters: readonly Pick<DeadLetter, 'consumer' | 'error' | 'givenUpAt'>[];
}

export interface Retention {
  /** An ISO instant: cases that are closed and have not changed since. */
  readonly closedBefore: string;
  /** How many at most; 1 to 1000. */
  readonly limit: number;
}

export interface Pruning {
  /** An ISO instant: deliveries that were received before it. */
  readonly receivedBefore: string;
  /** How many at most; 1 to 100,000. */
  readonly limit: number;
}

/** What a command would change. The events have no place in the log: nothing was written. */
export interface Preview {
  readonly dossier: Dossier;
  readonly events: readonly EventDraft[];
}

/** What an effect did: the value that later calls get back, and the news it brings to the case. */
export interface EffectResult<T> {
  readonly result: T;
  readonly commands?: readonly Command[];
}

export interface StepOutcome<T> {
  readonly result: T;
  readonly dossier: Dossier;
  /** False when an earlier call had done it already. */
  readonly performed: boolean;
}

export interface Step {
  readonly caseId: string;
  readonly step: string;
  /**
   * `open`: the next call tries again, because the last attempt ended in a retryable error, or a person said so.
   * `failed`: the last attempt ended in an error that trying again would not mend.
   */
  readonly status: 'running' | 'open' | 'done' | 'failed';
  readonly attempts: number;
  readonly idempotencyKey: string;
  /** An attempt may have taken effect without our knowing: look at the provider before doing it by hand. */
  readonly mayHaveHappened: boolean;
  /** Who runs it; present while it is running. */
  readonly holder?: StepHolder;
  readonly result?: unknown;
  /** Of the last attempt. */
  readonly error?: { readonly code: string; readonly message: string };
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface StepHolder {
  /** `process 4711`, where the system tells; else a name that means nothing but tells two holders apart. */
  readonly name: string;
  readonly since: string;
  /** When its lease runs out, unless it is renewed. */
  readonly until: string;
  /** False once its process is known to be dead, or the lease has run out: the next call takes the step over. */
  readonly isAlive: boolean;
}

/** What a person did outside, in place of a step. */
export interface StepSettlement {
  /** Why by hand; kept in the timeline. */
  readonly reason: string;
  /** What later calls of the step get back, as plain JSON. */
  readonly result?: unknown;
  /** The news that the step would have brought to the case. */
  readonly commands?: readonly Command[];
}

/** States, channel and resolution are those of the case as it stands when the event is handed over. */
export interface EventFilter {
  readonly types?: readonly string[];
  readonly channel?: string;
  readonly resolution?: Resolution;
  readonly decision?: readonly DecisionState[];
  readonly parcel?: readonly ParcelState[];
  readonly settlement?: readonly SettlementState[];
}

/** An event handed to a consumer, with the case as it stands now. */
export interface Delivery {
  readonly event: CaseEvent;
  readonly dossier: Dossier;
  /** 1 for the first hand-over, and for the first after a run that got further than the one before. */
  readonly attempt: number;
  /** How many steps of the case were done when it was claimed. */
  readonly stepsDone?: number;
}

/** An event that was given up after its last attempt. */
export interface DeadLetter extends Delivery {
  readonly consumer: string;
  /** Why the last attempt failed. */
  readonly error: string;
  readonly givenUpAt: string;
}

export interface DeadLetterFilter {
  readonly consumer?: string;
  readonly caseId?: string;
  /** 1 to 1000. */
  readonly limit: number;
}

export interface ClaimOptions {
  /** Names the consumer for good: its place in the log outlives restarts. */
  readonly consumer: string;
  /** What people call it; may change. */
  readonly title?: string;
  readonly filter: EventFilter;
  readonly limit: number;
  /**
   * How long the claim holds without `extend`; afterwards, or once this process is known to be dead, another process
   * may take the events over.
   */
  readonly leaseMs: number;
  /** Where a consumer that was never seen begins. */
  readonly startFrom: 'now' | 'beginning';
}

/** How far a consumer is behind the log. */
export interface Lag {
  readonly consumer: string;
  /** What people call it, where it has said. */
  readonly title?: string;
  /** Events of the log that it wants and has not read yet; counted up to 10,000. */
  readonly behind: number;
  /** Age of the oldest event that it has not done, dead letters aside; 0 when there is none. */
  readonly oldestWaitingMs: number;
  /** Events that are with a run now. */
  readonly inFlight: number;
  /** Events that wait for a retry, or for an earlier event of their case. */
  readonly waiting: number;
  /** Events that were given up. */
  readonly dead: number;
}

export interface ReceivedClaim {
  readonly source: string;
  /** 1 to 100. */
  readonly limit: number;
  /** How long the claim holds without `extendReceived`. */
  readonly leaseMs: number;
}

/** What a source has delivered, as it was given to `receive`. */
export interface Received {
  readonly deliveryId: string;
  readonly receivedAt: string;
  readonly news: unknown;
  /** 1 for the first hand-over. */
  readonly attempt: number;
}

export interface InboxLoad {
  readonly source: string;
  /** Being worked right now. */
  readonly inFlight: number;
  /** To be worked, or to be tried again. */
  readonly waiting: number;
  /** Given up. */
  readonly dead: number;
}
