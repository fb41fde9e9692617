import type { Product, Variant } from '../model';
import { parseMinor } from '../money';
import type { World } from '../world';
import type { LineSeed } from './order-shape';

function addVariant(
  world: World,
  product: Product,
  seed: LineSeed,
  currency: string,
  title: string,
  sku: string,
): Variant {
  const variant: Variant = {
    id: world.nextId(),
    productId: product.id,
    inventoryItemId: world.nextId(),
    title,
    sku,
    price: parseMinor(seed.siblingPrices[title] ?? seed.unitPrice, currency),
    currency,
    taxRate: seed.taxRate,
    weightGrams: seed.weightGrams,
    position: product.variantIds.length + 1,
    createdAt: product.createdAt,
  };
  world.store.variants.set(variant.id, variant);
  product.variantIds.push(variant.id);
  const level = world.store.ensureLevel(variant.inventoryItemId, world.mainLocation().id, world.now());
  level.quantities.available = seed.stock;
  return variant;
}

/** `ROBE-LUNE-M` of size M, for the sibling S: `ROBE-LUNE-S`; with the size appended where the sku does not end in it. */
export function siblingSku(sku: string, own: string, sibling: string): string {
  return sku.endsWith(`-${own}`) ? `${sku.slice(0, -own.length)}${sibling}` : `${sku}-${sibling}`;
}

/** The variant of a line with its product, siblings and stock; one with this sku is taken as it is. */
export function ensureVariant(world: World, seed: LineSeed, currency: string): Variant {
  const known = world.store.variantBySku(seed.sku);
  if (known !== undefined) return known;
  const title = seed.variantTitle ?? 'Default Title';
  const product: Product = {
    id: world.nextId(),
    title: seed.title,
    handle: seed.title
      .normalize('NFKD')
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/\s+/g, '-')
      .toLowerCase(),
    productType: seed.productType,
    vendor: seed.vendor,
    tags: seed.productTags,
    optionName: title === 'Default Title' ? 'Title' : seed.optionName,
    variantIds: [],
    createdAt: world.now(),
  };
  world.store.products.set(product.id, product);
  const titles = seed.siblings.includes(title) ? seed.siblings : [title, ...seed.siblings];
  const made = titles.map((entry) =>
    addVariant(world, product, seed, currency, entry, entry === title ? seed.sku : siblingSku(seed.sku, title, entry)),
  );
  return made.find((variant) => variant.title === title) ?? addVariant(world, product, seed, currency, title, seed.sku);
}
