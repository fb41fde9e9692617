import type { INodeProperties } from 'n8n-workflow';
import type { Batch, BatchFilters } from '../../../lib/shops/tiktok-shop';
import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import { limitField, returnAllField } from '../../shared/fields';
import type { Operation, OperationResult } from '../../shared/operation';
import { connectShopOf } from '../../shared/tiktok-shop';
import { commaSeparated } from '../comma-separated';
import {
  filtersOf,
  idsOption,
  searchOptionsOf,
  sortOption,
  timeFilterOptions,
  timeFiltersOf,
  type Filters,
} from '../search-filters';

const fields: INodeProperties[] = [
  returnAllField,
  limitField,
  {
    displayName: 'Filters',
    name: 'filters',
    type: 'collection',
    placeholder: 'Add filter',
    default: {},
    options: [
      ...timeFilterOptions,
      idsOption('IDs', 'ids'),
      idsOption('Order IDs', 'orderIds'),
      sortOption,
      {
        displayName: 'Statuses',
        name: 'statuses',
        type: 'string',
        default: '',
        placeholder: 'e.g. PENDING_REQUEST_REVIEW',
        description: "TikTok's names of states, comma-separated",
      },
    ],
  },
];

const batchFilters = (filters: Filters): BatchFilters => ({
  ...timeFiltersOf(filters),
  ids: commaSeparated(filters['ids']),
  orderIds: commaSeparated(filters['orderIds']),
  statuses: commaSeparated(filters['statuses']),
});

const results = (found: readonly Batch[]): OperationResult[] =>
  found.map((batch) => ({ chapters: { tiktokBatch: asJson(batch) }, result: asJson(batch) }));

export const getRequests: Operation = {
  resource: 'batchReturn',
  option: {
    name: 'Get Many Requests',
    value: 'getRequests',
    action: 'Get many batch requests',
    description: 'Search requests that cover many units (first review)',
  },
  fields,
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const filters = filtersOf(context, itemIndex);
    const options = searchOptionsOf(context, itemIndex, filters);
    return results(await tikTokShop().searchAftersales(client, { ...batchFilters(filters), ...options }));
  },
};

export const getRmas: Operation = {
  resource: 'batchReturn',
  option: {
    name: 'Get Many RMAs',
    value: 'getRmas',
    action: 'Get many batch rmas',
    description: 'Search the packages of batch requests (second review)',
  },
  fields,
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const filters = filtersOf(context, itemIndex);
    const options = searchOptionsOf(context, itemIndex, filters);
    return results(await tikTokShop().searchRmas(client, { ...batchFilters(filters), ...options }));
  },
};
