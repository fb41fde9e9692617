import { ReturnsError, type Dossier } from '../returns';
import { erasedId } from './erased-id';
import { readDossier } from './json';
import { firstRow, rowsOf, sql, withCare, type Statement, type Work } from './sql';

/** Comes first in every transaction that changes a case or its steps: it lets one of them at a time through. */
export const selectCase = (id: string): Statement => withCare('hold', sql`SELECT dossier FROM cases WHERE id = ${id}`);

export function* findCase(id: string): Work<Dossier | undefined> {
  const row = yield* firstRow(selectCase(id));
  return row && readDossier(row);
}

/** Also a case whose external id was erased since. */
export function* findOpened(channel: string, externalId: string): Work<Dossier | undefined> {
  const row = yield* firstRow(sql`
    SELECT dossier FROM cases
    WHERE channel = ${channel} AND external_id IN (${externalId}, ${erasedId(channel, externalId)})`);
  return row && readDossier(row);
}

export function* findCasesOfOrder(orderName: string): Work<Dossier[]> {
  return (yield* rowsOf(sql`SELECT dossier FROM cases WHERE order_name = ${orderName}`)).map(readDossier);
}

/** @throws ReturnsError `not_found` */
export function* requireCase(id: string): Work<Dossier> {
  return (yield* findCase(id)) ?? noCase(`id ${id}`);
}

export function noCase(named: string): never {
  throw new ReturnsError('not_found', `There is no case with ${named}`, {
    description: 'Check the id, and that this workflow uses the ledger in which the case was opened.',
  });
}
