import type { Dossier } from '../returns';
import { instantIn, instantNow, type LedgerContext } from './context';
import type { Attempt } from './ledger';
import { execute, sql, type Work } from './sql';
import { nextKey, stepKey } from './step-key';
import { ensureNotHeld, findCaseAndStep, resultOf, type StepRow } from './step-rows';

export type StepClaim =
  | { readonly done: true; readonly result: string | undefined; readonly dossier: Dossier }
  | { readonly done: false; readonly attempt: Attempt; readonly dossier: Dossier };

/**
 * Claims a step for one attempt, or finds it done. Within the caller's transaction.
 * @throws ReturnsError `not_found`; `step_in_progress` (retryable) while a live claim of another call holds it
 */
export function* claimStep(context: LedgerContext, caseId: string, step: string): Work<StepClaim> {
  const { dossier, known } = yield* findCaseAndStep(caseId, step);
  if (known?.status === 'done') return { done: true, result: resultOf(caseId, known), dossier };
  if (known) ensureNotHeld(context, caseId, known);

  const now = instantNow(context);
  const claim = known ? nextAttempt(caseId, known, now) : firstAttempt(caseId, step, now);
  const { generation, attempt } = claim;
  yield* execute(sql`
    INSERT INTO steps (case_id, step, status, attempts, generation, idempotency_key, key_since, uncertain, lease_until,
      owner, created_at, updated_at)
    VALUES (${caseId}, ${step}, 'running', ${attempt.number}, ${generation}, ${attempt.idempotencyKey},
      ${attempt.keySince}, ${attempt.mayHaveHappened ? 1 : 0}, ${instantIn(context, context.stepLeaseMs)},
      ${context.owner}, ${now}, ${now})
    ON CONFLICT (case_id, step) DO UPDATE SET status = excluded.status, attempts = excluded.attempts,
      generation = excluded.generation, idempotency_key = excluded.idempotency_key, key_since = excluded.key_since,
      uncertain = excluded.uncertain, lease_until = excluded.lease_until, owner = excluded.owner,
      updated_at = excluded.updated_at`);
  return { done: false, attempt, dossier };
}

interface NextAttempt {
  readonly generation: number;
  readonly attempt: Attempt;
}

const firstAttempt = (caseId: string, step: string, now: string): NextAttempt => ({
  generation: 1,
  attempt: {
    idempotencyKey: stepKey(caseId, step, 1),
    number: 1,
    mayHaveHappened: false,
    keySince: now,
    formerKeys: [],
  },
});

function nextAttempt(caseId: string, known: StepRow, now: string): NextAttempt {
  const { generation, key, keySince, uncertain } = nextKey(caseId, known, now);
  return {
    generation,
    attempt: {
      idempotencyKey: key,
      number: known.attempts + 1,
      mayHaveHappened: uncertain,
      keySince,
      formerKeys: Array.from({ length: generation - 1 }, (_, index) => stepKey(caseId, known.step, index + 1)),
    },
  };
}
