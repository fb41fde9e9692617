import { parseWith } from '../returns';
import { requireCase } from './case-rows';
import { emailKey } from './case-people';
import { instantNow, type LedgerContext } from './context';
import { deadLetters } from './dead-letters';
import { personQuerySchema } from './inputs';
import type { PersonCase, PersonExport, PersonQuery } from './ledger';
import { readEvidence } from './read-evidence';
import { rowsOf, sql, textOf } from './sql';
import { steps } from './steps';
import { timeline } from './timeline';

/** A case has one for each consumer that gave it up, or a few. */
const MOST_LETTERS = 1000;

/** Everything that is held about the person with an e-mail address, the oldest case first. */
export async function exportPerson(context: LedgerContext, person: PersonQuery): Promise<PersonExport> {
  const { email, withEvidence } = parseWith(personQuerySchema, person, 'the person');
  const rows = await context.store.read(() =>
    rowsOf(sql`SELECT case_id FROM case_people WHERE email = ${emailKey(email)} ORDER BY case_id`),
  );
  const cases: PersonCase[] = [];
  for (const row of rows) cases.push(await exportCase(context, textOf(row, 'case_id'), withEvidence));
  return { email, exportedAt: instantNow(context), cases };
}

async function exportCase(context: LedgerContext, caseId: string, withEvidence: boolean): Promise<PersonCase> {
  const dossier = await context.store.read(() => requireCase(caseId));
  const evidence: PersonCase['evidence'][number][] = [];
  for (const piece of dossier.case.evidence ?? []) {
    evidence.push(withEvidence ? { ...piece, content: await contentOf(context, caseId, piece.id) } : piece);
  }
  const dead = await deadLetters(context, { caseId, limit: MOST_LETTERS });
  return {
    dossier,
    events: await timeline(context, caseId),
    steps: await steps(context, caseId),
    evidence,
    deadLetters: dead.map(({ consumer, error, givenUpAt }) => ({ consumer, error, givenUpAt })),
  };
}

const contentOf = async (context: LedgerContext, caseId: string, id: string): Promise<string> =>
  Buffer.from((await readEvidence(context, caseId, id)).content).toString('base64');
