import { cancelStatuses } from '../../../lib/shops/tiktok-shop/statuses';
import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import { limitField, returnAllField, titleOptions } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { connectShopOf } from '../../shared/tiktok-shop';
import { commaSeparated } from '../comma-separated';
import { cancellationReference } from '../return-fields';
import {
  afterSaleFiltersOf,
  filtersOf,
  idsOption,
  listFilter,
  localeOption,
  searchOptionsOf,
  sortOption,
  timeFilterOptions,
} from '../search-filters';

export const getCancellations: Operation = {
  resource: 'cancellation',
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many cancellations',
    description: 'Search cancellations of orders, all pages of them',
  },
  fields: [
    returnAllField,
    limitField,
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add filter',
      default: {},
      options: [
        idsOption('Buyer User IDs', 'buyerUserIds'),
        idsOption('Cancellation IDs', 'cancelIds'),
        ...timeFilterOptions,
        localeOption,
        idsOption('Order IDs', 'orderIds'),
        sortOption,
        {
          displayName: 'Statuses',
          name: 'statuses',
          type: 'multiOptions',
          options: titleOptions(cancelStatuses.map((status) => status.toLowerCase())),
          default: [],
        },
        {
          displayName: 'Types',
          name: 'types',
          type: 'multiOptions',
          options: [
            { name: 'By the Shopper', value: 'BUYER_CANCEL' },
            { name: 'By Shop or Platform', value: 'CANCEL' },
          ],
          default: [],
        },
      ],
    },
  ],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const filters = filtersOf(context, itemIndex);
    const found = await tikTokShop().searchCancellations(client, {
      ...afterSaleFiltersOf(filters),
      ...searchOptionsOf(context, itemIndex, filters),
      cancelIds: commaSeparated(filters['cancelIds']),
      statuses: listFilter(filters, 'statuses').map((status) => status.toUpperCase()),
    });
    return found.map((entry) => ({
      chapters: {
        request: asJson(entry.request),
        references: cancellationReference(entry, client),
        tiktokCancellation: asJson(entry.tiktokCancellation),
      },
      result: asJson(entry.tiktokCancellation),
    }));
  },
};
