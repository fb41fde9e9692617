import { asJson } from '../../shared/case-access';
import { collectCases } from '../../shared/collect-cases';
import { limitField, returnAllField } from '../../shared/fields';
import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { caseFilterOf, caseSortOf } from '../case-filter';
import { filtersField, sortField } from '../find-fields';

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
