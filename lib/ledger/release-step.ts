import { isReturnsError, type CaseEvent } from '../returns';
import { requireCase } from './case-rows';
import { applyCommand } from './command';
import { instantNow, type LedgerContext } from './context';
import type { Cause } from './ledger';
import { firstRow, sql, type Work } from './sql';

/**
 * Notes that an attempt ended in an error: open for the next call when the error is retryable, else failed, which the
 * case's timeline tells. Does nothing when the step was taken over meanwhile.
 *
 * Only `provider_refused` proves that nothing happened; after anything else, a lost answer and a refused parse included,
 * the effect may have. An adapter that was told `mayHaveHappened` throws it only after looking the effect up.
 */
export function* releaseStep(
  context: LedgerContext,
  claim: { readonly caseId: string; readonly step: string; readonly attempt: number },
  error: unknown,
  cause: Cause,
): Work<readonly CaseEvent[]> {
  const { caseId, step, attempt } = claim;
  const { code, message, retryable } = describe(error);
  const proven = code === 'provider_refused' && !retryable;
  const dossier = yield* requireCase(caseId);
  const released = yield* firstRow(sql`
    UPDATE steps SET status = ${retryable ? 'open' : 'failed'}, error_code = ${code}, error_message = ${message},
      uncertain = CASE WHEN uncertain = 1 THEN 1 ELSE ${proven ? 0 : 1} END, updated_at = ${instantNow(context)}
    WHERE case_id = ${caseId} AND step = ${step} AND attempts = ${attempt} AND status = 'running'
    RETURNING step`);
  if (!released || retryable) return [];
  const { events } = yield* applyCommand(context, dossier, { type: 'fail', code, message, step }, cause, true);
  return events;
}

interface StepError {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
}

function describe(error: unknown): StepError {
  if (isReturnsError(error)) {
    const { code, message, retryable } = error;
    return { code, message: message.slice(0, 2000) || code, retryable };
  }
  // The text of an error that is not ours may hold personal data or secrets, and the log keeps what it is given.
  const name = error instanceof Error ? error.name : typeof error;
  return { code: 'unexpected_error', message: `The step ended in an unexpected error (${name})`, retryable: false };
}
