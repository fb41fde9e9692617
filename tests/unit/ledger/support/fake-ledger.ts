import type { Cause, ClaimOptions, ConsumerOptions, Delivery, Step } from '../../../../lib/ledger';
import type { CaseEvent, Command, Dossier } from '../../../../lib/returns';
import { anOrder, aRequest } from './returns';

type FakedLedger = ConsumerOptions['ledger'];

/** As much of a ledger as a consumer asks of it: hands over what it is given, and notes what it is told. */
export class FakeLedger implements FakedLedger {
  readonly claims: ClaimOptions[] = [];
  readonly extended: number[] = [];
  readonly acknowledged: number[] = [];
  readonly released: number[] = [];
  readonly rejected: { seq: number; error: string; retryInMs: number | undefined }[] = [];
  /** How many attempts were to count after each of these. */
  readonly counted: (number | undefined)[] = [];
  /** How many steps every case has done by now. */
  stepsDone = 0;
  readonly commands: { caseId: string; command: Command; cause: Cause }[] = [];
  /** One claim gets one of these. */
  readonly batches: (readonly Delivery[] | Error)[] = [];
  /** What a claim waits for before it answers. */
  claimHeldUp: Promise<void> = Promise.resolve();
  listeners = 0;
  acknowledgeError: Error | undefined;
  private listener: () => void = () => undefined;

  /** Tells of news, and hands over these. */
  hand(...batches: (readonly Delivery[] | Error)[]): void {
    this.batches.push(...batches);
    this.listener();
  }

  async claim(options: ClaimOptions): Promise<readonly Delivery[]> {
    this.claims.push(options);
    const batch = this.batches.shift() ?? [];
    await this.claimHeldUp;
    return batch instanceof Error ? Promise.reject(batch) : batch;
  }

  extend(_consumer: string, seqs: readonly number[]): Promise<void> {
    this.extended.push(...seqs);
    return Promise.resolve();
  }

  acknowledge(_consumer: string, seqs: readonly number[]): Promise<void> {
    if (this.acknowledgeError) return Promise.reject(this.acknowledgeError);
    this.acknowledged.push(...seqs);
    return Promise.resolve();
  }

  reject(
    _consumer: string,
    seqs: readonly number[],
    error: string,
    retryInMs: number | undefined,
    attempts?: number,
  ): Promise<void> {
    this.rejected.push(...seqs.map((seq) => ({ seq, error, retryInMs })));
    this.counted.push(attempts);
    return Promise.resolve();
  }

  steps(caseId: string): Promise<readonly Step[]> {
    const times = { attempts: 1, createdAt: at, updatedAt: at };
    const step = { caseId, status: 'done', idempotencyKey: 'k', mayHaveHappened: false, ...times } as const;
    return Promise.resolve(Array.from({ length: this.stepsDone }, (_, index) => ({ ...step, step: `step-${index}` })));
  }

  release(_consumer: string, seqs: readonly number[]): Promise<void> {
    this.released.push(...seqs);
    return Promise.resolve();
  }

  command(caseId: string, command: Command, cause: Cause): Promise<{ dossier: Dossier; events: readonly CaseEvent[] }> {
    this.commands.push({ caseId, command, cause });
    return Promise.resolve({ dossier: aDossier(), events: [] });
  }

  onAppended(listener: () => void): () => void {
    this.listeners += 1;
    this.listener = listener;
    return () => {
      this.listeners -= 1;
    };
  }
}

const at = '2026-01-10T10:00:00.000Z';

const aDossier = (): Dossier => ({
  request: aRequest(),
  order: anOrder(),
  case: {
    id: 'case-1',
    rma: 'RMA-2026-000001',
    version: 1,
    channel: 'shopify',
    externalId: 'return-1',
    orderId: 'order-1',
    orderName: '#1001',
    resolution: 'refund',
    decision: 'requested',
    parcel: 'none',
    settlement: 'none',
    lines: [],
    references: {},
    failures: [],
    openedAt: at,
    updatedAt: at,
  },
});

export const aDelivery = (seq: number, attempt = 1, type = 'case.noted'): Delivery => ({
  event: { seq, caseId: `case-${seq}`, version: 1, type, at, actor: { kind: 'system' }, change: {} },
  dossier: aDossier(),
  attempt,
});
