import type { ParsedCaseFilter } from './inputs';
import type { CaseSort } from './ledger';
import { listSql, sql, type Statement } from './sql';

const facets = ['settlement', 'parcel', 'decision'] as const;
type Facet = (typeof facets)[number];

const columns: Readonly<Record<Facet, Statement>> = {
  settlement: sql`settlement`,
  parcel: sql`parcel`,
  decision: sql`decision`,
};

/** What a case shares with many others: these columns stand in `cases` and in `case_groups` alike. */
export const groupConditions = (filter: ParsedCaseFilter): readonly Statement[] => [
  ...facets.flatMap((facet) => {
    const states = filter[facet];
    return states?.length ? [sql`${columns[facet]} IN (${listSql([...new Set(states)])})`] : [];
  }),
  ...(filter.channel === undefined ? [] : [sql`channel = ${filter.channel}`]),
  ...(filter.resolution === undefined ? [] : [sql`resolution = ${filter.resolution}`]),
];

/**
 * @param by the instants that the cases are walked along, if any: no case changes before it is opened, so what is asked
 *   of the other instants bounds these too
 */
export function rangeConditions(filter: ParsedCaseFilter, by?: CaseSort['by']): readonly Statement[] {
  const { updatedUntil, openedFrom } = filter;
  const updatedFrom = filter.updatedFrom ?? (by === 'change' ? openedFrom : undefined);
  const openedUntil = filter.openedUntil ?? (by === 'opening' ? updatedUntil : undefined);
  return [
    ...(updatedFrom === undefined ? [] : [sql`updated_at >= ${utc(updatedFrom)}`]),
    ...(updatedUntil === undefined ? [] : [sql`updated_at < ${utc(updatedUntil)}`]),
    ...(openedFrom === undefined ? [] : [sql`opened_at >= ${utc(openedFrom)}`]),
    ...(openedUntil === undefined ? [] : [sql`opened_at < ${utc(openedUntil)}`]),
  ];
}

/** What names one case, or a few. */
export const nameConditions = ({ orderName, reference }: ParsedCaseFilter): readonly Statement[] => [
  ...(orderName === undefined ? [] : [sql`order_name = ${orderName}`]),
  ...(reference === undefined
    ? []
    : [
        sql`id IN (SELECT case_id FROM case_references r WHERE r.name = ${reference.name} AND r.value = ${reference.value})`,
      ]),
];

/** As the ledger writes instants, so that they compare as text. */
const utc = (instant: string): string => new Date(instant).toISOString();
