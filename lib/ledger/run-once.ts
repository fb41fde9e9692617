import { parseWith, type Dossier } from '../returns';
import { requireCase } from './case-rows';
import { claimStep } from './claim-step';
import { instantIn, type LedgerContext } from './context';
import { finishStep, type FinishedStep } from './finish-step';
import { parseCause, stepNameSchema } from './inputs';
import { readJson, toJson } from './json';
import type { Attempt, Cause, EffectResult, StepOutcome } from './ledger';
import { releaseStep } from './release-step';
import { execute, sql, type Work } from './sql';
import { findStep, resultOf } from './step-rows';
import { write } from './write';

/**
 * Runs an outside effect once per case and step; see the interface. What comes back is the result as JSON keeps it, on
 * the first call as on every later one.
 */
export async function runOnce<T>(
  context: LedgerContext,
  caseId: string,
  step: string,
  effect: (attempt: Attempt, dossier: Dossier) => Promise<EffectResult<T>>,
  cause: Cause,
): Promise<StepOutcome<T>> {
  const name = parseWith(stepNameSchema, step, 'the step');
  const by = parseCause(cause);
  // What `effect` returned under this name before: only the caller knows that it still means the same T.
  const revive = (result: string | undefined): T => (result === undefined ? undefined : readJson(result)) as T;

  const done = await context.store.read(() => findDone(caseId, name));
  if (done) return { result: revive(done.result), dossier: done.dossier, performed: false };
  const claim = await write(context, () => claimStep(context, caseId, name));
  if (claim.done) return { result: revive(claim.result), dossier: claim.dossier, performed: false };

  const finished = await perform(context, caseId, name, claim, effect, by);
  if (finished.events.length > 0) context.appended.tell();
  return { result: revive(finished.result), dossier: finished.dossier, performed: finished.first };
}

function* findDone(caseId: string, step: string): Work<{ result: string | undefined; dossier: Dossier } | undefined> {
  const known = yield* findStep(caseId, step);
  if (known?.status !== 'done') return undefined;
  return { result: resultOf(caseId, known), dossier: yield* requireCase(caseId) };
}

async function perform<T>(
  context: LedgerContext,
  caseId: string,
  step: string,
  { attempt, dossier }: { readonly attempt: Attempt; readonly dossier: Dossier },
  effect: (attempt: Attempt, dossier: Dossier) => Promise<EffectResult<T>>,
  cause: Cause,
): Promise<FinishedStep> {
  const claim = { caseId, step, attempt: attempt.number };
  const stopHeartbeat = startHeartbeat(context, claim);
  try {
    const happened = await attemptEffect(context, claim, () => effect(attempt, dossier), cause);
    // When this fails the step stays claimed until its lease runs out: the effect is taken over, never forgotten.
    return await write(context, () => finishStep(context, caseId, step, happened, cause));
  } finally {
    stopHeartbeat();
  }
}

type Claim = Parameters<typeof releaseStep>[1];

async function attemptEffect<T>(
  context: LedgerContext,
  claim: Claim,
  effect: () => Promise<EffectResult<T>>,
  cause: Cause,
): Promise<Parameters<typeof finishStep>[3]> {
  try {
    const { result, commands } = await effect();
    return { result: toJson(result, `step ${claim.step}`), commands: commands ?? [] };
  } catch (error) {
    await release(context, claim, error, cause);
    throw error;
  }
}

/** The caller is to see why the effect failed, not why noting it did: an unnoted step is taken over after its lease. */
async function release(context: LedgerContext, claim: Claim, error: unknown, cause: Cause): Promise<void> {
  try {
    const events = await write(context, () => releaseStep(context, claim, error, cause));
    if (events.length > 0) context.appended.tell();
  } catch {
    context.logger.warn('A failed step could not be noted in the returns ledger', {
      caseId: claim.caseId,
      step: claim.step,
    });
  }
}

/** Renews the lease while the effect runs. A step that was taken over is not touched: the attempt number tells. */
function startHeartbeat(context: LedgerContext, { caseId, step, attempt }: Claim): () => void {
  const beat = (): void => {
    write(context, () =>
      execute(sql`
        UPDATE steps SET lease_until = ${instantIn(context, context.stepLeaseMs)}
        WHERE case_id = ${caseId} AND step = ${step} AND attempts = ${attempt} AND status = 'running'`),
    ).catch(() => {
      context.logger.warn('The lease of a running step could not be renewed', { caseId, step });
    });
  };
  const timer = setInterval(beat, Math.ceil(context.stepLeaseMs / 3)).unref();
  return () => {
    clearInterval(timer);
  };
}
