import type { IExecuteFunctions } from 'n8n-workflow';
import type { RestockedSku, RestockPlan, StockAddition } from '../../../lib/shops/tiktok-shop';
import { tikTokShop } from '../../shared/shops';
import { inspectionSchema, orderSchema, ReturnsError } from '../../../lib/returns';
import { asJson, performOnce } from '../../shared/case-access';
import { caseIdField, orderField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { chapterParameter, pickedParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';

export const restock: Operation = {
  resource: 'stock',
  option: {
    name: 'Restock',
    value: 'restock',
    action: 'Restock inspected goods',
    description: 'Put what the inspection graded as good back on sale, once per case',
  },
  fields: [
    caseIdField,
    {
      displayName: 'Inspection',
      name: 'inspection',
      type: 'json',
      required: true,
      default: '={{ $json.inspection }}',
      description: 'Grade and way of each line; lines whose way is "restock" are counted',
    },
    orderField,
    {
      displayName: 'Warehouse',
      name: 'warehouseId',
      type: 'resourceLocator',
      default: { mode: 'list', value: '' },
      description: 'Where the goods are. Left empty, the one warehouse that they are sold from.',
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
    const warehouseId = pickedParameter(context, 'warehouseId', itemIndex);
    const additions = additionsOf(context, itemIndex);
    // What there was before is kept first: only so can be told later whether a write whose answer was lost was made.
    const { result: plan } = await performOnce<RestockPlan>(context, itemIndex, 'tiktok:restock:plan', async () => ({
      result: await tikTokShop().planRestock(client, additions, warehouseId === '' ? undefined : warehouseId),
    }));
    const { result, dossier } = await performOnce<readonly RestockedSku[]>(
      context,
      itemIndex,
      'tiktok:restock',
      async (attempt) => ({ result: await tikTokShop().restock(client, plan, attempt) }),
    );
    const restocked = result.map((entry) => asJson(entry));
    return {
      chapters: { ...(dossier && asJson(dossier)), restocked },
      result: { restocked, warehouseId: plan.warehouseId },
    };
  },
};

/** @throws ReturnsError `invalid_input` for goods of which the order does not tell the SKU */
function additionsOf(context: IExecuteFunctions, itemIndex: number): StockAddition[] {
  const inspection = chapterParameter(context, 'inspection', 'Inspection', inspectionSchema, itemIndex);
  const order = chapterParameter(context, 'order', 'Order', orderSchema, itemIndex);
  const units = new Map<string, number>();
  for (const { orderLineId, quantity, disposition } of inspection.lines) {
    if (disposition !== 'restock') continue;
    const skuId = order.lines.find(({ id }) => id === orderLineId)?.variantId;
    if (skuId === undefined) {
      throw new ReturnsError('invalid_input', `The order does not tell the SKU of line ${orderLineId}`, {
        description: 'Read the order from TikTok Shop first: its lines carry the SKU as variantId.',
      });
    }
    units.set(skuId, (units.get(skuId) ?? 0) + quantity);
  }
  return [...units].map(([skuId, quantity]) => ({ skuId, quantity }));
}
