import { isReturnsError, type CaseEvent, type Command, type Dossier } from '../returns';
import { applyCommand, parseCommand } from './command';
import { instantNow, type LedgerContext } from './context';
import type { Cause } from './ledger';
import { execute, sql, type Work } from './sql';
import { findCaseAndStep, resultOf } from './step-rows';

export interface FinishedStep {
  readonly dossier: Dossier;
  readonly events: readonly CaseEvent[];
  readonly result: string | undefined;
  /** False when another run, which had taken the step over, was first to finish it. */
  readonly first: boolean;
}

/**
 * Marks the step done, stores its result and appends its news. Not fenced by the lease: whoever holds a result knows
 * that the effect happened, and that must not be lost.
 */
export function* finishStep(
  context: LedgerContext,
  caseId: string,
  step: string,
  effect: { readonly result: string | undefined; readonly commands: readonly Command[] },
  cause: Cause,
): Work<FinishedStep> {
  const { dossier: found, known } = yield* findCaseAndStep(caseId, step);
  let dossier = found;
  if (known?.status === 'done') return { dossier, events: [], result: resultOf(caseId, known), first: false };
  yield* execute(sql`
    UPDATE steps SET status = 'done', result = ${effect.result ?? null}, error_code = NULL, error_message = NULL,
      uncertain = 0, updated_at = ${instantNow(context)}
    WHERE case_id = ${caseId} AND step = ${step}`);
  const events: CaseEvent[] = [];
  for (const [index, news] of effect.commands.entries()) {
    const isLast = index === effect.commands.length - 1;
    const appended = yield* applyNews(context, { dossier, step, cause, isLast }, news);
    dossier = appended.dossier;
    events.push(...appended.events);
  }
  return { dossier, events, result: effect.result, first: true };
}

/**
 * The effect has happened: news that the case cannot take must not undo the record of it. The refusal is noted on the
 * case as a failure instead, for a person to see.
 */
function* applyNews(
  context: LedgerContext,
  { dossier, step, cause, isLast }: { dossier: Dossier; step: string; cause: Cause; isLast: boolean },
  news: Command,
): ReturnType<typeof applyCommand> {
  try {
    return yield* applyCommand(context, dossier, parseCommand(news), cause, isLast);
  } catch (error) {
    if (!isReturnsError(error) || !['illegal_command', 'invalid_input'].includes(error.code)) throw error;
    const message = `The step was done, but the case did not take its news: ${error.message}`.slice(0, 2000);
    return yield* applyCommand(context, dossier, { type: 'fail', code: error.code, message, step }, cause, isLast);
  }
}
