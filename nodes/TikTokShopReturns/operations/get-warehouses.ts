import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { requiredPicked } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';

export const getWarehouses: Operation = {
  resource: 'warehouse',
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many warehouses',
    description: 'List the warehouses of the shop, those that take returns too',
  },
  fields: [],
  async execute(context, itemIndex) {
    const warehouses = await tikTokShop().listWarehouses(await connectShopOf(context, itemIndex));
    return warehouses.map((warehouse) => ({
      chapters: { tiktokWarehouse: asJson(warehouse) },
      result: asJson(warehouse),
    }));
  },
};

export const getCarriers: Operation = {
  resource: 'warehouse',
  option: {
    name: 'Get Carriers',
    value: 'getCarriers',
    action: 'Get carriers of warehouse',
    description: 'List the carriers that TikTok Shop knows for a warehouse, with the IDs that labels need',
  },
  fields: [
    {
      displayName: 'Warehouse',
      name: 'warehouseId',
      type: 'resourceLocator',
      required: true,
      default: { mode: 'list', value: '' },
      modes: [
        {
          displayName: 'From List',
          name: 'list',
          type: 'list',
          typeOptions: { searchListMethod: 'searchWarehouses', searchable: true },
        },
        { displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 6955005333819123123' },
      ],
    },
  ],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const carriers = (
      await tikTokShop().listShippingProviders(client, requiredPicked(context, 'warehouseId', 'Warehouse', itemIndex))
    ).map((entry) => asJson(entry));
    return { chapters: { tiktokCarriers: carriers }, result: { carriers } };
  },
};
