import { parseWith, type Dossier } from '../returns';
import { emailKey } from './case-people';
import type { LedgerContext } from './context';
import { personCasesSchema } from './inputs';
import { readDossier } from './json';
import type { PersonCases } from './ledger';
import { rowsOf, sql } from './sql';

/** The cases of the person with an e-mail address, the newest first. */
export async function casesOf({ store }: LedgerContext, person: PersonCases): Promise<readonly Dossier[]> {
  const { email, limit } = parseWith(personCasesSchema, person, 'the person');
  const rows = await store.read(() =>
    rowsOf(sql`
      SELECT c.dossier FROM case_people p JOIN cases c ON c.id = p.case_id
      WHERE p.email = ${emailKey(email)} ORDER BY p.case_id DESC LIMIT ${limit}`),
  );
  return rows.map(readDossier);
}
