import { orderStatuses } from '../../../lib/shops/tiktok-shop/statuses';
import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import { limitField, returnAllField, titleOptions } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { connectShopOf } from '../../shared/tiktok-shop';
import { commaSeparated } from '../comma-separated';
import {
  filtersOf,
  idsOption,
  searchOptionsOf,
  sortOption,
  textFilter,
  timeFilterOptions,
  timeFiltersOf,
} from '../search-filters';

export const getOrders: Operation = {
  resource: 'order',
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many orders',
    description: 'Search paid orders, all pages of them',
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
        { displayName: 'Buyer User ID', name: 'buyerUserId', type: 'string', default: '' },
        ...timeFilterOptions,
        {
          displayName: 'Shipped By',
          name: 'shippingType',
          type: 'options',
          options: [
            { name: 'Anybody', value: '' },
            { name: 'Shop', value: 'SELLER' },
            { name: 'TikTok Shop', value: 'TIKTOK' },
          ],
          default: '',
        },
        {
          displayName: 'Shopper Wants to Cancel',
          name: 'cancellationRequested',
          type: 'boolean',
          default: true,
          description: 'Whether the shopper has asked for a cancellation',
        },
        sortOption,
        {
          displayName: 'Status',
          name: 'status',
          type: 'options',
          options: titleOptions(orderStatuses.map((status) => status.toLowerCase())),
          default: 'delivered',
        },
        idsOption('Warehouse IDs', 'warehouseIds'),
      ],
    },
  ],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const filters = filtersOf(context, itemIndex);
    const [status, shippingType, buyerUserId] = ['status', 'shippingType', 'buyerUserId'].map((name) =>
      textFilter(filters, name),
    );
    const { cancellationRequested } = filters;
    const found = await tikTokShop().searchOrders(client, {
      ...timeFiltersOf(filters),
      ...searchOptionsOf(context, itemIndex, filters),
      ...(status && { status: status.toUpperCase() }),
      ...(shippingType && { shippingType }),
      ...(buyerUserId && { buyerUserId }),
      ...(typeof cancellationRequested === 'boolean' && { cancellationRequested }),
      warehouseIds: commaSeparated(filters['warehouseIds']),
    });
    return found.map(({ order, tiktokOrder }) => ({
      chapters: { order: asJson(order), tiktokOrder: asJson(tiktokOrder) },
      result: asJson(order),
    }));
  },
};
