import { connection } from '../connection';
import { gid } from '../gid';
import type { Product, Variant } from '../model';
import { availableOf, variantsOf } from '../lookup';
import { formatMoney } from '../money';
import { type View, moneyView } from '../view';
import type { World } from '../world';
import { countView } from './common';
import { metafieldFields } from './metafield';

function productOf(world: World, variant: Variant): Product {
  const product = world.store.products.get(variant.productId);
  if (product === undefined) throw new Error(`no product of variant ${variant.id}`);
  return product;
}

export function variantView(world: World, variant: Variant): View {
  const product = productOf(world, variant);
  const optionValue = { id: gid('ProductOptionValue', variant.id), name: variant.title, hasVariants: true };
  return {
    __typename: 'ProductVariant',
    id: gid('ProductVariant', variant.id),
    legacyResourceId: variant.id,
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    sku: variant.sku,
    barcode: null,
    price: formatMoney(variant.price, variant.currency),
    compareAtPrice: null,
    taxable: variant.taxRate !== '0',
    position: variant.position,
    inventoryPolicy: 'DENY',
    inventoryQuantity: availableOf(world, variant),
    sellableOnlineQuantity: availableOf(world, variant),
    availableForSale: availableOf(world, variant) > 0,
    createdAt: variant.createdAt,
    updatedAt: variant.createdAt,
    image: null,
    requiresComponents: false,
    selectedOptions: [{ name: product.optionName, value: variant.title, optionValue }],
    product: () => productView(world, product),
    inventoryItem: () => world.views.inventoryItem(variant),
    ...metafieldFields([]),
  };
}

export function productView(world: World, product: Product): View {
  const variants = variantsOf(world, product);
  const prices = variants.map((variant) => variant.price);
  const currency = variants[0]?.currency ?? 'EUR';
  return {
    __typename: 'Product',
    id: gid('Product', product.id),
    legacyResourceId: product.id,
    title: product.title,
    handle: product.handle,
    productType: product.productType,
    vendor: product.vendor,
    tags: [...product.tags].sort(),
    status: 'ACTIVE',
    isGiftCard: false,
    description: '',
    descriptionHtml: '',
    category: null,
    featuredImage: null,
    featuredMedia: null,
    onlineStoreUrl: null,
    hasOnlyDefaultVariant: variants.length === 1 && variants[0]?.title === 'Default Title',
    tracksInventory: true,
    totalInventory: variants.reduce((total, variant) => total + availableOf(world, variant), 0),
    createdAt: product.createdAt,
    updatedAt: product.createdAt,
    publishedAt: product.createdAt,
    options: [
      {
        id: gid('ProductOption', product.id),
        name: product.optionName,
        position: 1,
        values: variants.map((variant) => variant.title),
        optionValues: variants.map((variant) => ({
          id: gid('ProductOptionValue', variant.id),
          name: variant.title,
          hasVariants: true,
        })),
      },
    ],
    priceRangeV2: {
      minVariantPrice: moneyView(Math.min(...prices), currency),
      maxVariantPrice: moneyView(Math.max(...prices), currency),
    },
    variantsCount: countView(variants.length),
    variants: (args: unknown) => connection(variants, args, (variant) => variantView(world, variant)),
    ...metafieldFields([]),
  };
}
