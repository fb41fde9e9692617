import { connection } from '../connection';
import { gid, idOf } from '../gid';
import { variantOfItem, variantsOf } from '../lookup';
import { search } from '../search';
import type { View } from '../view';
import { inventoryLevelView } from '../views/inventory';
import type { World } from '../world';
import { idArgument, optionalIdArgument, queryArgument } from './arguments';

export function productQueries(world: World): View {
  const { store, views } = world;
  const variantsWhere = (args: unknown) =>
    search([...store.variants.values()], queryArgument.parse(args).query, {
      default: (variant) => [variant.title, variant.sku],
      id: (variant) => [variant.id],
      sku: (variant) => [variant.sku],
      title: (variant) => [variant.title],
      product_id: (variant) => [variant.productId],
    });
  return {
    product: (args: unknown) => {
      const product = store.products.get(idOf(idArgument.parse(args).id, 'Product'));
      return product === undefined ? null : views.product(product);
    },
    products: (args: unknown) => {
      const found = search([...store.products.values()], queryArgument.parse(args).query, {
        default: (product) => [product.title],
        id: (product) => [product.id],
        title: (product) => [product.title],
        handle: (product) => [product.handle],
        product_type: (product) => [product.productType],
        vendor: (product) => [product.vendor],
        tag: (product) => product.tags,
        status: () => ['active'],
        sku: (product) => variantsOf(world, product).map((variant) => variant.sku),
      });
      return connection(found, args, (product) => views.product(product));
    },
    productVariant: (args: unknown) => {
      const variant = store.variants.get(idOf(idArgument.parse(args).id, 'ProductVariant'));
      return variant === undefined ? null : views.variant(variant);
    },
    productVariants: (args: unknown) => connection(variantsWhere(args), args, (variant) => views.variant(variant)),
    inventoryItem: (args: unknown) => {
      const variant = variantOfItem(world, idOf(idArgument.parse(args).id, 'InventoryItem'));
      return variant === undefined ? null : views.inventoryItem(variant);
    },
    inventoryItems: (args: unknown) => connection(variantsWhere(args), args, (variant) => views.inventoryItem(variant)),
    inventoryLevel: (args: unknown) => {
      const id = idOf(idArgument.parse(args).id, 'InventoryLevel');
      const level = store.levels.find((candidate) => candidate.id === id);
      return level === undefined ? null : inventoryLevelView(world, level);
    },
    location: (args: unknown) => {
      const { id } = optionalIdArgument.parse(args);
      const location =
        id === undefined || id === null ? world.mainLocation() : store.locations.get(idOf(id, 'Location'));
      return location === undefined ? null : views.location(location);
    },
    locations: (args: unknown) => {
      const found = search([...store.locations.values()], queryArgument.parse(args).query, {
        default: (location) => [location.name],
        id: (location) => [location.id, gid('Location', location.id)],
        name: (location) => [location.name],
        active: () => ['true'],
      });
      return connection(found, args, (location) => views.location(location));
    },
  };
}
