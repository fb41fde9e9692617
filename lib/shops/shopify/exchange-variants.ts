import { z } from 'zod/v4';
import { currencySchema, parseDecimal, ReturnsError } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { gid } from './gid';
import { pageOf } from './pages';
import type { ExchangeVariant } from './types';

const variantsDocument = defineDocument(
  `query ReturnsExchangeVariants($id: ID!) {
    shop { currencyCode }
    productVariant(id: $id) {
      product {
        title
        variants(first: 100) {
          nodes {
            id
            title
            sku
            availableForSale
            inventoryQuantity
            inventoryItem { tracked }
            price
            selectedOptions { name value }
          }
        }
      }
    }
  }`,
  () =>
    z.object({
      shop: z.object({ currencyCode: currencySchema }),
      productVariant: z
        .object({
          product: z.object({
            title: z.string(),
            variants: pageOf(
              z.object({
                id: z.string(),
                title: z.string(),
                sku: z.string().nullish(),
                availableForSale: z.boolean(),
                inventoryQuantity: z.int().nullish(),
                inventoryItem: z.object({ tracked: z.boolean() }),
                price: z.string(),
                selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })),
              }),
            ),
          }),
        })
        .nullable(),
    }),
);

/**
 * The variants of the product that was bought, for choosing another size or colour; prices in the shop's own currency.
 * @throws ReturnsError `not_found` when the product is no longer sold
 */
export async function exchangeVariants(
  client: ShopifyClient,
  { variantId }: { variantId: string },
): Promise<ExchangeVariant[]> {
  const id = gid('ProductVariant', variantId);
  const { shop, productVariant } = await client.run(variantsDocument, { id });
  if (!productVariant) {
    throw new ReturnsError('not_found', 'The shop no longer sells this product', {
      provider: 'shopify',
      description: 'Offer a refund or store credit instead of an exchange.',
    });
  }
  const { title, variants } = productVariant.product;
  return variants.nodes.map((variant) => ({
    variantId: variant.id,
    title: variant.title,
    productTitle: title,
    ...(variant.sku && { sku: variant.sku }),
    options: Object.fromEntries(variant.selectedOptions.map(({ name, value }) => [name, value])),
    available: variant.availableForSale,
    ...(variant.inventoryItem.tracked &&
      typeof variant.inventoryQuantity === 'number' && { quantity: variant.inventoryQuantity }),
    price: parseDecimal(variant.price, shop.currencyCode),
    current: variant.id === id,
  }));
}
