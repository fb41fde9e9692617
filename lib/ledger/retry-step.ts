import { parseWith, ReturnsError, type CaseEvent } from '../returns';
import { requireCase } from './case-rows';
import { applyDrafts, nextInstant } from './command';
import { instantNow, type LedgerContext } from './context';
import { parseCause, reasonSchema, stepNameSchema } from './inputs';
import type { Cause, Step } from './ledger';
import { execute, sql, type Work } from './sql';
import { nextKey } from './step-key';
import { ensureNotHeld, requireStep, type StepRow } from './step-rows';
import { stepOf } from './steps';
import { write } from './write';

/** Opens a failed step again; see the interface. */
export async function retryStep(
  context: LedgerContext,
  caseId: string,
  step: string,
  reason: string,
  cause: Cause,
): Promise<Step> {
  const name = parseWith(stepNameSchema, step, 'the step');
  const why = parseWith(reasonSchema, reason, 'the reason');
  const by = parseCause(cause);
  const { row, events } = await write(context, () => reopen(context, caseId, name, why, by));
  if (events.length > 0) context.appended.tell();
  return stepOf(context, caseId, row);
}

function* reopen(
  context: LedgerContext,
  caseId: string,
  step: string,
  note: string,
  cause: Cause,
): Work<{ readonly row: StepRow; readonly events: readonly CaseEvent[] }> {
  const dossier = yield* requireCase(caseId);
  const known = yield* requireStep(caseId, step);
  ensureNotHeld(context, caseId, known);
  if (known.status === 'done') throw doneAlready(caseId, step);
  yield* openAgain(context, caseId, known);
  const drafts = [{ type: 'step.reopened', change: { step }, note }] as const;
  const { events } = yield* applyDrafts(dossier, drafts, cause, nextInstant(context, dossier));
  return { row: yield* requireStep(caseId, step), events };
}

function* openAgain(context: LedgerContext, caseId: string, known: StepRow): Work<void> {
  const now = instantNow(context);
  const { generation, key, keySince, uncertain } = nextKey(caseId, known, now);
  yield* execute(sql`
    UPDATE steps SET status = 'open', generation = ${generation}, idempotency_key = ${key}, key_since = ${keySince},
      uncertain = ${uncertain ? 1 : 0}, updated_at = ${now}
    WHERE case_id = ${caseId} AND step = ${known.step}`);
}

const doneAlready = (caseId: string, step: string): ReturnsError =>
  new ReturnsError('illegal_command', `Step "${step}" of this case is done`, {
    description: 'There is nothing to try again. Its result is in the list of steps.',
    context: { caseId, step },
  });
