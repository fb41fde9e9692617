import { ReturnsError, type Dossier } from '../returns';
import { noCase, selectCase } from './case-rows';
import { instantNow, type LedgerContext } from './context';
import { readDossier } from './json';
import type { Step } from './ledger';
import {
  damaged,
  firstRow,
  integerOf,
  optionalText,
  rowsOf,
  rowsOfEach,
  sql,
  textOf,
  withCare,
  type Row,
  type Statement,
  type Work,
} from './sql';

export const stepStatuses = ['running', 'open', 'done', 'failed'] as const satisfies readonly Step['status'][];

export interface StepRow {
  readonly step: string;
  readonly status: Step['status'];
  readonly attempts: number;
  /** Grows when the provider refused for good: the next attempt is then a new request with a new key. */
  readonly generation: number;
  readonly key: string;
  /** When the key was first used, or a former one whose attempt may have happened all the same. */
  readonly keySince: string;
  /** An attempt may have taken effect without our knowing; stays so until the step is done. */
  readonly uncertain: boolean;
  readonly leaseUntil: string;
  readonly owner: string;
  /** JSON; undefined while there is none. */
  readonly result: string | undefined;
  readonly error: { readonly code: string; readonly message: string } | undefined;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const selectStep = (caseId: string, step: string): Statement =>
  withCare('hold', sql`SELECT * FROM steps WHERE case_id = ${caseId} AND step = ${step}`);

export function* findStep(caseId: string, step: string): Work<StepRow | undefined> {
  const row = yield* firstRow(selectStep(caseId, step));
  return row && readStep(row);
}

/** In one round trip. @throws ReturnsError `not_found` */
export function* findCaseAndStep(
  caseId: string,
  step: string,
): Work<{ readonly dossier: Dossier; readonly known: StepRow | undefined }> {
  const [[found] = [], [row] = []] = yield* rowsOfEach([selectCase(caseId), selectStep(caseId, step)]);
  return { dossier: found ? readDossier(found) : noCase(`id ${caseId}`), known: row && readStep(row) };
}

export function* stepsOf(caseId: string): Work<readonly StepRow[]> {
  const rows = yield* rowsOf(sql`SELECT * FROM steps WHERE case_id = ${caseId} ORDER BY created_at, step`);
  return rows.map(readStep);
}

/** Whether a run has the step in its hands; false once its process is dead or its lease has run out. */
export const isHeld = (context: LedgerContext, row: StepRow): boolean =>
  row.status === 'running' && row.leaseUntil > instantNow(context) && !context.isDead(row.owner);

/** @throws ReturnsError `step_in_progress` (retryable) while a live run holds the step */
export function ensureNotHeld(context: LedgerContext, caseId: string, row: StepRow): void {
  if (!isHeld(context, row)) return;
  const { step, leaseUntil } = row;
  const retryInMs = Math.max(0, Date.parse(leaseUntil) - context.clock().getTime());
  throw new ReturnsError('step_in_progress', `Step "${step}" of this case is being done by another run`, {
    description:
      'Try again in a moment. If that run has died, the step is taken over, at the latest when its lease runs out.',
    retryable: true,
    context: { caseId, step, leaseUntil, retryInMs },
  });
}

/** Tells a result that was erased from one that never was. */
export const ERASED_RESULT = 'Its result was erased with the personal data of the case';

/**
 * What a step that is done has answered, as JSON; undefined when it has answered nothing.
 * @throws ReturnsError `illegal_command` when the answer was erased
 */
export function resultOf(caseId: string, { step, result, error }: StepRow): string | undefined {
  if (error?.message !== ERASED_RESULT) return result;
  throw new ReturnsError('illegal_command', `Step "${step}" of this case is done. ${ERASED_RESULT}.`, {
    description: 'It cannot be done again. A case whose personal data was erased is not to be worked any more.',
    context: { caseId, step },
  });
}

/** @throws ReturnsError `not_found` naming the steps that the case has */
export function* requireStep(caseId: string, step: string): Work<StepRow> {
  const row = yield* findStep(caseId, step);
  if (row) return row;
  const known = (yield* stepsOf(caseId)).map((each) => each.step);
  throw new ReturnsError('not_found', `This case has never tried a step "${step}"`, {
    description: known.length > 0 ? `Its steps are ${known.join(', ')}.` : 'It has tried no step yet.',
    context: { caseId, step },
  });
}

function readStep(row: Row): StepRow {
  const status = stepStatuses.find((known) => known === row['status']);
  if (!status) throw damaged('a step in no known state');
  const code = optionalText(row, 'error_code');
  return {
    step: textOf(row, 'step'),
    status,
    attempts: integerOf(row, 'attempts'),
    generation: integerOf(row, 'generation'),
    key: textOf(row, 'idempotency_key'),
    keySince: textOf(row, 'key_since'),
    uncertain: integerOf(row, 'uncertain') === 1,
    leaseUntil: textOf(row, 'lease_until'),
    owner: textOf(row, 'owner'),
    result: optionalText(row, 'result'),
    error: code === undefined ? undefined : { code, message: textOf(row, 'error_message') },
    createdAt: textOf(row, 'created_at'),
    updatedAt: textOf(row, 'updated_at'),
  };
}
