import { parseWith, type CaseEvent, type Command } from '../returns';
import { requireCase } from './case-rows';
import { applyCommand, applyDrafts, nextInstant, parseCommand } from './command';
import { instantNow, type LedgerContext } from './context';
import { parseCause, settlementSchema, stepNameSchema } from './inputs';
import { readJson, toJson } from './json';
import type { Cause, StepSettlement, StepOutcome } from './ledger';
import { execute, sql, type Work } from './sql';
import { ensureNotHeld, requireStep, resultOf } from './step-rows';
import { write } from './write';

/** Takes a step for done that a person did outside; see the interface. */
export async function settleStep(
  context: LedgerContext,
  caseId: string,
  step: string,
  settlement: StepSettlement,
  cause: Cause,
): Promise<StepOutcome<unknown>> {
  const name = parseWith(stepNameSchema, step, 'the step');
  const { reason } = parseWith(settlementSchema, settlement, 'the settlement');
  const byHand = {
    reason,
    result: toJson(settlement.result, 'the result'),
    commands: (settlement.commands ?? []).map(parseCommand),
  };
  const by = parseCause(cause);
  const { events, ...outcome } = await write(context, () => settle(context, caseId, name, byHand, by));
  if (events.length > 0) context.appended.tell();
  return outcome;
}

interface ByHand {
  readonly reason: string;
  /** JSON; undefined when there is none. */
  readonly result: string | undefined;
  readonly commands: readonly Command[];
}

type Settled = StepOutcome<unknown> & { readonly events: readonly CaseEvent[] };

/**
 * News that the case cannot take is refused here, unlike that of an effect which has just happened: the person is still
 * there to correct it.
 */
function* settle(
  context: LedgerContext,
  caseId: string,
  step: string,
  { reason, result, commands }: ByHand,
  cause: Cause,
): Work<Settled> {
  let dossier = yield* requireCase(caseId);
  const known = yield* requireStep(caseId, step);
  if (known.status === 'done') {
    return { result: revive(resultOf(caseId, known)), dossier, performed: false, events: [] };
  }
  ensureNotHeld(context, caseId, known);
  yield* execute(sql`
    UPDATE steps SET status = 'done', result = ${result ?? null}, error_code = NULL, error_message = NULL,
      uncertain = 0, updated_at = ${instantNow(context)}
    WHERE case_id = ${caseId} AND step = ${step}`);
  const drafts = [{ type: 'step.settled', change: { step }, note: reason }] as const;
  const settled = yield* applyDrafts(dossier, drafts, cause, nextInstant(context, dossier));
  dossier = settled.dossier;
  const events = [...settled.events];
  for (const news of commands) {
    const appended = yield* applyCommand(context, dossier, news, cause);
    dossier = appended.dossier;
    events.push(...appended.events);
  }
  return { result: revive(result), dossier, performed: true, events };
}

const revive = (result: string | undefined): unknown => (result === undefined ? undefined : readJson(result));
