import { parseWith, ReturnsError, type Dossier } from '../returns';
import { findCase, findOpened, noCase } from './case-rows';
import type { LedgerContext } from './context';
import { caseKeySchema } from './inputs';
import { readDossier } from './json';
import type { CaseKey } from './ledger';
import { firstRow, rowsOf, sql, textOf, type Work } from './sql';

/**
 * @throws ReturnsError `not_found`; `conflict` when a reference or an order names several cases, because news of one
 *   return must not land on another
 */
export async function getCase({ store }: LedgerContext, key: CaseKey): Promise<Dossier> {
  const parsed = parseWith(caseKeySchema, key, 'the case key');
  return (await store.read(() => find(parsed))) ?? noCase(nameOf(parsed));
}

function* find(key: CaseKey): Work<Dossier | undefined> {
  if ('id' in key) return yield* findCase(key.id);
  if ('channel' in key) return yield* findOpened(key.channel, key.externalId);
  if ('reference' in key) return yield* findReferenced(key.reference);
  if ('orderName' in key) return yield* findOrdered(key.orderName);
  const row = yield* firstRow(sql`SELECT dossier FROM cases WHERE rma = ${key.rma}`);
  return row && readDossier(row);
}

function* findReferenced({ name, value }: { name: string; value: string }): Work<Dossier | undefined> {
  const [row, other] = yield* rowsOf(sql`
    SELECT c.dossier FROM case_references r JOIN cases c ON c.id = r.case_id
    WHERE r.name = ${name} AND r.value = ${value} LIMIT 2`);
  if (other) {
    throw new ReturnsError('conflict', `Several cases have the ${name} ${value}`, {
      description: 'Name the case by its id, its RMA number, or a reference that only it has.',
    });
  }
  return row && readDossier(row);
}

/** How many cases of an order an error lists. */
const LISTED = 20;

function* findOrdered(orderName: string): Work<Dossier | undefined> {
  const rows = yield* rowsOf(sql`
    SELECT rma, dossier FROM cases WHERE order_name = ${orderName} ORDER BY rma LIMIT ${LISTED}`);
  const [row, other] = rows;
  if (other) {
    const rmas = rows.map((each) => textOf(each, 'rma'));
    throw new ReturnsError('conflict', `Order ${orderName} has several cases: ${rmas.join(', ')}`, {
      description: 'Name the case by one of these RMA numbers.',
      context: { rmas },
    });
  }
  return row && readDossier(row);
}

function nameOf(key: CaseKey): string {
  if ('id' in key) return `id ${key.id}`;
  if ('rma' in key) return `RMA number ${key.rma}`;
  if ('channel' in key) return `external id ${key.externalId} of channel ${key.channel}`;
  if ('orderName' in key) return `order ${key.orderName}`;
  return `${key.reference.name} ${key.reference.value}`;
}
