import type { CaseFilter, CaseSort, Ledger, Page } from '../../../lib/ledger';
import type { Dossier } from '../../../lib/returns';
import { asJson } from '../../shared/case-access';
import { limitField, returnAllField } from '../../shared/fields';
import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { caseFilterOf, caseSortOf } from '../case-filter';
import { filtersField, sortField } from '../find-fields';

const PAGE_SIZE = 200;

export const find: Operation = {
  resource: 'case',
  option: {
    name: 'Find',
    value: 'find',
    action: 'Find return cases',
    description: 'List cases by state, channel, order, reference or time',
  },
  fields: [returnAllField, limitField, sortField, filtersField],
  async execute(context, itemIndex) {
    const returnAll = context.getNodeParameter('returnAll', itemIndex, false) === true;
    const limit = returnAll ? Number.POSITIVE_INFINITY : Number(context.getNodeParameter('limit', itemIndex, 50));
    const filter = caseFilterOf(context, itemIndex);
    // What begins so comes best match first: no order of ours would be better.
    const sort = filter.text === undefined ? caseSortOf(context, itemIndex) : undefined;
    const dossiers = await collectCases(await openLedger(context), filter, limit, sort);
    return dossiers.map((dossier) => ({ chapters: asJson(dossier), result: asJson(dossier.case) }));
  },
};

/** Every case that fits, page by page, up to the limit. */
export async function collectCases(
  ledger: Ledger,
  filter: CaseFilter,
  limit: number,
  sort?: CaseSort,
): Promise<Dossier[]> {
  const found: Dossier[] = [];
  const pageOf = (cursor?: string): Page => ({
    limit: Math.min(limit - found.length, PAGE_SIZE),
    ...(sort && { sort }),
    ...(cursor !== undefined && { cursor }),
  });
  for (let page: Page | undefined = pageOf(); page !== undefined;) {
    const { items, next } = await ledger.findCases(filter, page);
    found.push(...items);
    page = next !== undefined && found.length < limit ? pageOf(next) : undefined;
  }
  return found;
}
