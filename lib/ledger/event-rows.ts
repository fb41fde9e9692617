import type { ParsedEventFilter } from './inputs';
import { readDossier, readEvent } from './json';
import type { Delivery } from './ledger';
import { integerOf, joinSql, listSql, sql, type Row, type Statement } from './sql';

/** Which events a consumer wants; `e` is the event, `c` its case as it stands now. An empty list means any. */
export const eventConditions = (filter: ParsedEventFilter): readonly Statement[] => [
  ...(filter.types?.length ? [sql`e.type IN (${listSql(filter.types)})`] : []),
  ...caseConditions(filter),
];

/** What a consumer wants of the case `c`. */
export function caseConditions(filter: ParsedEventFilter): readonly Statement[] {
  const { channel, resolution, decision, parcel, settlement } = filter;
  return [
    ...(channel === undefined ? [] : [sql`c.channel = ${channel}`]),
    ...(resolution === undefined ? [] : [sql`c.resolution = ${resolution}`]),
    ...(decision?.length ? [sql`c.decision IN (${listSql(decision)})`] : []),
    ...(parcel?.length ? [sql`c.parcel IN (${listSql(parcel)})`] : []),
    ...(settlement?.length ? [sql`c.settlement IN (${listSql(settlement)})`] : []),
  ];
}

/**
 * The next events after a place in the log and up to another, oldest first, whether their case matches in column
 * `matches`. One index walk per type, so that a million events of other types cost nothing.
 */
export function eventsAfter(
  seq: number,
  filter: ParsedEventFilter,
  limit: number,
  until = Number.MAX_SAFE_INTEGER,
): Statement {
  const types = [...new Set(filter.types ?? [])];
  const walk = (condition: Statement): Statement => sql`SELECT * FROM (
    SELECT seq, case_id FROM events WHERE ${condition} AND seq > ${seq} AND seq <= ${until} ORDER BY seq LIMIT ${limit}) walk`;
  const walks = types.length === 0 ? [walk(sql`TRUE`)] : types.map((type) => walk(sql`type = ${type}`));
  const ofCase = caseConditions(filter);
  const walked = sql`(${joinSql(walks, ' UNION ALL ')}) w`;
  if (ofCase.length === 0)
    return sql`SELECT w.seq, w.case_id, 1 AS matches FROM ${walked} ORDER BY w.seq LIMIT ${limit}`;
  return sql`
    SELECT w.seq, w.case_id, CASE WHEN ${joinSql(ofCase, ' AND ')} THEN 1 ELSE 0 END AS matches
    FROM ${walked} JOIN cases c ON c.id = w.case_id
    ORDER BY w.seq LIMIT ${limit}`;
}

/** Of a row that `eventsAfter` answers. */
export const isMatch = (row: Row): boolean => integerOf(row, 'matches') === 1;

export const deliveryColumns = sql`e.seq, e.case_id, e.version, e.type, e.at, e.actor, e.cause, e.note, e.body, c.dossier`;

export const readDelivery = (row: Row): Delivery => ({
  event: readEvent(row),
  dossier: readDossier(row),
  attempt: integerOf(row, 'attempts'),
  ...('steps_done' in row && { stepsDone: integerOf(row, 'steps_done') }),
});
