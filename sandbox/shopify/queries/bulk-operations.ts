import { advanceBulk, bulkOperationView } from '../bulk';
import { idOf } from '../gid';
import type { View } from '../view';
import type { World } from '../world';
import { idArgument } from './arguments';

/** @param roots where everything else is asked for */
export function bulkOperationQueries(world: World, roots: () => View): View {
  return {
    bulkOperation: async (args: unknown) => {
      const operation = world.bulk.get(idOf(idArgument.parse(args).id, 'BulkOperation'));
      if (operation === undefined) return null;
      await advanceBulk(world, operation, roots());
      return bulkOperationView(world, operation);
    },
  };
}
