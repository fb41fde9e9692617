import { groupConditions, nameConditions, rangeConditions } from './case-conditions';
import { beyond, inOrder, keyColumn, type Place } from './case-order';
import type { ParsedCaseFilter } from './inputs';
import type { CaseSort } from './ledger';
import { allOf, sql, type Statement } from './sql';
import type { Dialect } from './store';

export interface Wanted {
  readonly filter: ParsedCaseFilter;
  readonly sort: CaseSort;
  readonly after: Place | undefined;
  readonly limit: number;
}

/**
 * Finds the cases of one page by an index that has them in order already, so that a page costs the same among a
 * thousand cases as among a million. Answers `id` and `at`, the instant that they are sorted by.
 */
export function caseWalk(wanted: Wanted, dialect: Dialect): Statement {
  const named = nameConditions(wanted.filter);
  const grouped = groupConditions(wanted.filter);
  const placed = [
    ...rangeConditions(wanted.filter, wanted.sort.by),
    ...(wanted.after ? [beyond(wanted.sort, wanted.after)] : []),
  ];
  if (named.length > 0) return sortedFew(wanted, [...named, ...grouped, ...placed]);
  if (dialect === 'postgres') {
    return grouped.length === 0 ? walk(wanted, sql`cases`, placed) : mergedWalks(wanted, grouped, placed);
  }
  return grouped.length === 0 ? openWalk(wanted, placed) : groupWalk(wanted, grouped, placed);
}

const walk = ({ sort, limit }: Wanted, from: Statement, conditions: readonly Statement[]): Statement => sql`
  SELECT id, ${keyColumn(sort)} AS at FROM ${from} WHERE ${allOf(conditions)}
  ORDER BY ${inOrder(sort, keyColumn(sort), sql`id`)} LIMIT ${limit}`;

/**
 * Along which instants to walk. Those of the sort give a page in order; but where the filter leaves only a stretch of the
 * others, and the walk would come to it last, the stretch is collected and sorted.
 */
function axisOf({ filter, sort }: Wanted): CaseSort['by'] {
  if (sort.by === 'change') return filter.openedUntil === undefined ? 'change' : 'opening';
  return filter.updatedFrom !== undefined && sort.direction === 'asc' ? 'change' : 'opening';
}

/** SQLite has to be told which index: it has no statistics to choose by. */
function openWalk(wanted: Wanted, placed: readonly Statement[]): Statement {
  const index = axisOf(wanted) === 'change' ? sql`cases_by_change` : sql`cases_by_opening`;
  return walk(wanted, sql`cases INDEXED BY ${index}`, placed);
}

/**
 * A name leaves few cases: they are sifted and sorted one by one. The empty text keeps PostgreSQL from going through all
 * cases in their order instead, in the hope of meeting a page of these soon.
 */
const sortedFew = ({ sort, limit }: Wanted, conditions: readonly Statement[]): Statement => sql`
  SELECT id, ${keyColumn(sort)} AS at FROM cases WHERE ${allOf(conditions)}
  ORDER BY ${inOrder(sort, sql`${keyColumn(sort)} || ''`, sql`id`)} LIMIT ${limit}`;

/**
 * Every combination of channel, resolution and states is a group, of which there are some dozens. SQLite walks the
 * index once per group that fits, and leaves each walk where the page is full with better ones.
 */
function groupWalk(wanted: Wanted, grouped: readonly Statement[], placed: readonly Statement[]): Statement {
  const index = axisOf(wanted) === 'change' ? sql`cases_by_group` : sql`cases_by_group_opening`;
  const ofGroups = sql`group_id IN (SELECT id FROM case_groups WHERE ${allOf(grouped)})`;
  return walk(wanted, sql`cases INDEXED BY ${index}`, [ofGroups, ...placed]);
}

/** PostgreSQL would collect and sort what all groups hold, unless it is told to take a page of each. */
function mergedWalks(wanted: Wanted, grouped: readonly Statement[], placed: readonly Statement[]): Statement {
  const ofGroup = walk(wanted, sql`cases`, [sql`group_id = g.id`, ...placed]);
  return sql`
    SELECT walk.id, walk.at FROM (SELECT id FROM case_groups WHERE ${allOf(grouped)}) g
    CROSS JOIN LATERAL (${ofGroup}) walk
    ORDER BY ${inOrder(wanted.sort, sql`walk.at`, sql`walk.id`)} LIMIT ${wanted.limit}`;
}
