import type { ReturnFilters } from '../../../lib/shops/tiktok-shop';
import { arbitrationStatuses, returnStatuses, returnTypes } from '../../../lib/shops/tiktok-shop/statuses';
import { tikTokShop } from '../../shared/shops';
import { limitField, returnAllField, titleOptions } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { connectShopOf } from '../../shared/tiktok-shop';
import { commaSeparated } from '../comma-separated';
import { orderIdsOf, returnResults, unitIdsOf } from '../return-results';
import {
  afterSaleFiltersOf,
  filtersOf,
  idsOption,
  listFilter,
  localeOption,
  searchOptionsOf,
  sortOption,
  timeFilterOptions,
  type Filters,
} from '../search-filters';

const upperCase = (values: readonly string[]) =>
  titleOptions(values.map((value) => value.toLowerCase())).map((option) => ({
    ...option,
    value: String(option.value).toUpperCase(),
  }));

export const getReturns: Operation = {
  resource: 'return',
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many returns',
    description: 'Search returns, refunds and replacements, all pages of them',
  },
  fields: [
    returnAllField,
    limitField,
    {
      displayName: 'Include Orders',
      name: 'includeOrders',
      type: 'boolean',
      default: true,
      description: 'Whether the order of each return comes with it, as a policy needs it',
    },
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add filter',
      default: {},
      options: [
        {
          displayName: 'Arbitration Statuses',
          name: 'arbitrationStatuses',
          type: 'multiOptions',
          options: upperCase(arbitrationStatuses),
          default: [],
        },
        idsOption('Buyer User IDs', 'buyerUserIds'),
        ...timeFilterOptions,
        localeOption,
        {
          displayName: 'Offered Partial Refund',
          name: 'partialOffered',
          type: 'boolean',
          default: true,
          description: 'Whether only returns are found for which the shop has offered part of the money',
        },
        idsOption('Order IDs', 'orderIds'),
        idsOption('Return IDs', 'returnIds'),
        sortOption,
        {
          displayName: 'Statuses',
          name: 'statuses',
          type: 'multiOptions',
          options: upperCase(returnStatuses),
          default: [],
        },
        { displayName: 'Types', name: 'types', type: 'multiOptions', options: upperCase(returnTypes), default: [] },
      ],
    },
  ],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const filters = filtersOf(context, itemIndex);
    const wanted = { ...returnFiltersOf(filters), ...searchOptionsOf(context, itemIndex, filters) };
    const withOrders = context.getNodeParameter('includeOrders', itemIndex, true) === true;
    const orders = withOrders ? tikTokShop().gatherOrders(client) : undefined;
    const found = await tikTokShop().searchReturns(client, wanted, (page) => orders?.add(orderIdsOf(page)));
    return returnResults(client, found, await orders?.finish(unitIdsOf(found)));
  },
};

const returnFiltersOf = (filters: Filters): ReturnFilters => ({
  ...afterSaleFiltersOf(filters),
  returnIds: commaSeparated(filters['returnIds']),
  statuses: listFilter(filters, 'statuses'),
  arbitrationStatuses: listFilter(filters, 'arbitrationStatuses'),
  proposedTypes: filters['partialOffered'] === true ? ['PARTIAL_REFUND'] : [],
});
