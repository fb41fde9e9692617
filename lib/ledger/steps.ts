import { requireCase } from './case-rows';
import type { LedgerContext } from './context';
import { readJson } from './json';
import type { Step, StepHolder } from './ledger';
import { processName } from './owner';
import { isHeld, stepsOf, type StepRow } from './step-rows';

/** The steps of one case in the order in which they were first tried. @throws ReturnsError `not_found` */
export async function steps(context: LedgerContext, caseId: string): Promise<readonly Step[]> {
  const rows = await context.store.read(() => stepsOf(caseId));
  if (rows.length === 0) await context.store.read(() => requireCase(caseId));
  return rows.map((row) => stepOf(context, caseId, row));
}

export function stepOf(context: LedgerContext, caseId: string, row: StepRow): Step {
  const { step, status, attempts, key, result, error, createdAt, updatedAt } = row;
  return {
    caseId,
    step,
    status,
    attempts,
    idempotencyKey: key,
    // A run that is under way may have done it just now; one that has died may have done it before.
    mayHaveHappened: row.uncertain || status === 'running',
    ...(status === 'running' && { holder: holderOf(context, row) }),
    ...(result !== undefined && { result: readJson(result) }),
    ...(error && { error }),
    createdAt,
    updatedAt,
  };
}

const holderOf = (context: LedgerContext, row: StepRow): StepHolder => ({
  name: processName(row.owner),
  since: row.updatedAt,
  until: row.leaseUntil,
  isAlive: isHeld(context, row),
});
