import type { AdjustedInventory } from '../../../lib/shops/shopify';
import { shopify } from '../../shared/shops';
import { ReturnsError } from '../../../lib/returns';
import { asJson, performOnce } from '../../shared/case-access';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { pickedParameter, textParameter } from '../../shared/parameters';
import { connectShopify } from '../../shared/shopify';
import { stepFor } from '../line-fields';
import { locationField } from '../return-fields';

export const adjustInventory: Operation = {
  resource: 'inventory',
  option: {
    name: 'Adjust',
    value: 'adjust',
    action: 'Adjust inventory',
    description: 'Add to the sellable stock of a variant or take from it; on request only where it is what you expect',
  },
  fields: [
    {
      displayName: 'Variant ID',
      name: 'variantId',
      type: 'string',
      default: '',
      placeholder: 'e.g. gid://shopify/ProductVariant/43729076',
      description: 'The variant, or its SKU below',
    },
    { displayName: 'SKU', name: 'sku', type: 'string', default: '', placeholder: 'e.g. ROBE-LUNE-M' },
    locationField,
    {
      displayName: 'Change By',
      name: 'delta',
      type: 'number',
      required: true,
      default: 1,
      description: 'Units; less than zero takes them out, as a reservation does',
    },
    {
      displayName: 'Expected Stock',
      name: 'expected',
      type: 'string',
      default: '',
      description: 'Nothing is changed when the stock is another. Left empty, it may be anything.',
    },
    {
      displayName: 'Reason',
      name: 'reason',
      type: 'options',
      options: [
        { name: 'Correction', value: 'correction' },
        { name: 'Damaged', value: 'damaged' },
        { name: 'Other', value: 'other' },
        { name: 'Quality Control', value: 'quality_control' },
        { name: 'Received', value: 'received' },
        { name: 'Reservation Created', value: 'reservation_created' },
        { name: 'Reservation Deleted', value: 'reservation_deleted' },
        { name: 'Restock', value: 'restock' },
        { name: 'Shrinkage', value: 'shrinkage' },
      ],
      default: 'restock',
    },
    caseIdField,
    {
      displayName: 'Repeat Key',
      name: 'repeatKey',
      type: 'string',
      default: '',
      description:
        'The same change is made once per case, and once more for every new value of this key, such as the time of the inspection',
    },
  ],
  async execute(context, itemIndex) {
    const [variantId, sku] = [textParameter(context, 'variantId', itemIndex), textParameter(context, 'sku', itemIndex)];
    if (variantId === '' && sku === '') {
      throw new ReturnsError('invalid_input', '"Variant ID" and "SKU" are both empty', {
        description: 'Name the variant by one of the two.',
      });
    }
    const locationId = pickedParameter(context, 'locationId', itemIndex);
    const delta = Number(context.getNodeParameter('delta', itemIndex));
    const expected = textParameter(context, 'expected', itemIndex);
    const reason = textParameter(context, 'reason', itemIndex);
    if (!Number.isSafeInteger(delta) || delta === 0 || (expected !== '' && !/^-?\d+$/.test(expected))) {
      throw new ReturnsError(
        'invalid_input',
        '"Change By" and "Expected Stock" are whole numbers, the first not zero',
        {
          description: 'Correct the numbers, or what their expressions give.',
        },
      );
    }
    const client = await connectShopify(context, itemIndex);
    const step = stepFor('shopify:stock', [
      ...[variantId, sku, locationId, delta, reason],
      ...[textParameter(context, 'repeatKey', itemIndex)].filter(Boolean),
    ]);
    const { result, dossier } = await performOnce<AdjustedInventory>(context, itemIndex, step, async (attempt) => ({
      result: await shopify().adjustInventory(client, {
        delta,
        attempt,
        ...(reason !== '' && { reason }),
        ...(variantId !== '' && { variantId }),
        ...(sku !== '' && variantId === '' && { sku }),
        ...(locationId !== '' && { locationId }),
        ...(expected !== '' && { expected: Number(expected) }),
      }),
    }));
    const stock = asJson(result);
    return { chapters: { ...(dossier && asJson(dossier)), stock }, result: stock };
  },
};
