import type { ReturnStatus } from '../../../lib/shops/shopify';
import { returnStatuses } from '../../../lib/shops/shopify/types';
import { shopify } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import { limitField, returnAllField, titleOptions } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { connectShopify } from '../../shared/shopify';
import { returnChapters, returnReference } from '../return-fields';

export const getReturns: Operation = {
  resource: 'return',
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many returns',
    description: 'List returns by status, the newest change first',
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
        {
          displayName: 'Order Changed Since',
          name: 'updatedSince',
          type: 'dateTime',
          default: '',
        },
        {
          displayName: 'Statuses',
          name: 'statuses',
          type: 'multiOptions',
          options: titleOptions(returnStatuses.map((status) => status.toLowerCase())),
          default: [],
        },
      ],
    },
  ],
  async execute(context, itemIndex) {
    const all = context.getNodeParameter('returnAll', itemIndex, false) === true;
    const { statuses = [], updatedSince } = context.getNodeParameter('filters', itemIndex, {}) as {
      statuses?: string[];
      updatedSince?: string;
    };
    const found = await shopify().listReturns(await connectShopify(context, itemIndex), {
      ...(statuses.length > 0 && { statuses: statuses.map((status) => status.toUpperCase() as ReturnStatus) }),
      ...(updatedSince && { updatedSince: new Date(updatedSince).toISOString() }),
      ...(!all && { limit: Number(context.getNodeParameter('limit', itemIndex, 50)) }),
    });
    return found.map((entry) => ({
      chapters: { request: asJson(entry.request), references: returnReference(entry), ...returnChapters(entry) },
      result: asJson(entry.shopifyReturn),
    }));
  },
};
