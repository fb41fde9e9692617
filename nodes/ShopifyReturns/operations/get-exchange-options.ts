import { shopify } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { requiredText } from '../../shared/parameters';
import { connectShopify } from '../../shared/shopify';

export const getExchangeOptions: Operation = {
  resource: 'order',
  option: {
    name: 'Get Exchange Options',
    value: 'getExchangeOptions',
    action: 'Get exchange options',
    description: 'List the other variants of a bought product, with what is in stock',
  },
  fields: [
    {
      displayName: 'Variant ID',
      name: 'variantId',
      type: 'string',
      required: true,
      default: '={{ $json.order?.lines?.[0]?.variantId }}',
      placeholder: 'e.g. gid://shopify/ProductVariant/43729076',
      description: 'The variant that was bought',
    },
  ],
  async execute(context, itemIndex) {
    const variantId = requiredText(context, 'variantId', 'Variant ID', itemIndex);
    const variants = await shopify().exchangeVariants(await connectShopify(context, itemIndex), { variantId });
    const chapter = { options: variants.map((variant) => asJson(variant)) };
    return { chapters: { exchangeOptions: chapter.options }, result: chapter };
  },
};
