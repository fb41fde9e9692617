import { counted, ReturnsError, type CaseEvent } from '../returns';
import type { ConsumerOptions } from './consumer';
import type { Delivery } from './ledger';

export interface WorkOptions extends ConsumerOptions {
  /** Whether no further run may begin: what none has yet goes back at once, for whoever comes next. */
  readonly isStopped: () => boolean;
}

/** Runs the workflow for what was claimed, and answers for every event of it: done, to be tried again, or given up. */
export async function workThrough(options: WorkOptions, deliveries: readonly Delivery[]): Promise<void> {
  // Tried as often as it may be, and given back by nobody: its runs have taken their processes down with them.
  const isSpent = ({ attempt }: Delivery): boolean => attempt > options.attempts;
  for (const delivery of deliveries.filter(isSpent)) {
    await setAside(options, delivery, delivery.attempt - 1, 'no run of it came to its end').catch(options.onError);
  }
  const left = deliveries.filter((delivery) => !isSpent(delivery));
  if (left.length > 0) await runBatch(options, left);
}

async function runBatch(options: WorkOptions, deliveries: readonly Delivery[]): Promise<void> {
  const { ledger, consumer, leaseMs, work, isStopped } = options;
  const seqs = deliveries.map(({ event }) => event.seq);
  if (isStopped()) {
    await ledger.release(consumer, seqs);
    return;
  }
  const heartbeat = setInterval(() => {
    ledger.extend(consumer, seqs, leaseMs).catch(options.onError);
  }, leaseMs / 3);
  heartbeat.unref();
  try {
    const outcome = await outcomeOf(work(deliveries));
    // When this fails the work is not done again at once: the lease runs out, and the store may be well by then.
    if (outcome.isWell) await ledger.acknowledge(consumer, seqs);
    else await afterFailure(options, deliveries, outcome.error);
  } finally {
    clearInterval(heartbeat);
  }
}

type Outcome = { readonly isWell: true } | { readonly isWell: false; readonly error: unknown };

async function outcomeOf(run: Promise<void>): Promise<Outcome> {
  try {
    await run;
    return { isWell: true };
  } catch (error) {
    return { isWell: false, error };
  }
}

async function afterFailure(options: WorkOptions, deliveries: readonly Delivery[], error: unknown): Promise<void> {
  const [first] = deliveries;
  if (first === undefined) return;
  if (deliveries.length > 1) {
    const middle = Math.ceil(deliveries.length / 2);
    await runBatch(options, deliveries.slice(0, middle));
    await runBatch(options, deliveries.slice(middle));
    return;
  }
  await giveBack(options, first, error);
}

async function giveBack(options: WorkOptions, delivery: Delivery, error: unknown): Promise<void> {
  const { ledger, consumer, attempts, retryMs, longestRetryMs } = options;
  const message = error instanceof Error ? error.message : String(error);
  // A long workflow beside a provider that fails now and then stops at another step each time: it is to have as many
  // attempts for each, and not to wait ever longer while it gets on.
  const attempt = (await gotFurther(options, delivery)) ? 1 : delivery.attempt;
  if (attempt >= attempts) {
    await setAside(options, delivery, delivery.attempt, message);
    return;
  }
  const wait = Math.min(retryMs * 2 ** (attempt - 1), longestRetryMs);
  await ledger.reject(consumer, [delivery.event.seq], message, wait, attempt);
}

/** Whether steps of the case were done while this consumer had the event. There are only so many, so this ends. */
async function gotFurther({ ledger }: WorkOptions, { event, stepsDone }: Delivery): Promise<boolean> {
  if (stepsDone === undefined) return false;
  const steps = await ledger.steps(event.caseId);
  return steps.filter(({ status }) => status === 'done').length > stepsDone;
}

/** For the log: why it failed may speak of the shopper, and stands with the dead letter. */
const givenUp = ({ seq, type, caseId }: CaseEvent, tries: number): ReturnsError =>
  new ReturnsError(
    'step_failed',
    `Event ${seq} (${type}) of case ${caseId} was given up after ${counted(tries, 'attempt')}`,
    {
      description: 'It is a dead letter now: mend the cause and replay it, or drop it.',
      context: { seq, type, caseId },
    },
  );

/** Makes a dead letter of the event, and says so on its case. */
async function setAside(
  { ledger, consumer, onError }: WorkOptions,
  { event }: Delivery,
  tries: number,
  error: string,
): Promise<void> {
  await ledger.reject(consumer, [event.seq], error, undefined);
  onError(givenUp(event, tries));
  // A consumer of failures that fails itself would be told of its own failure, for ever.
  if (event.type === 'case.failed') return;
  await ledger.command(
    event.caseId,
    {
      type: 'fail',
      code: 'dead_letter',
      message: `Given up after ${counted(tries, 'attempt')}: ${error}`.slice(0, 2000),
    },
    { actor: { kind: 'system', name: 'Return Case Trigger' }, cause: `event ${event.seq}` },
  );
}
