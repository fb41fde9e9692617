import { z } from 'zod/v4';
import { notSimulated, reject } from '../errors';
import { parseGid } from '../gid';
import type { Metafield } from '../model';
import { digestOf, metafieldView } from '../views/metafield';
import type { Mutation } from './mutation';

const shape = z.object({
  metafields: z.array(
    z.object({
      ownerId: z.string(),
      namespace: z.string().nullish(),
      key: z.string(),
      type: z.string().nullish(),
      value: z.string(),
      /** Left out, nothing is compared; null means that the field must not be there yet. */
      compareDigest: z.string().nullish(),
    }),
  ),
});
const mostAtOnce = 25;

/** Sets metafields of orders. */
export const metafieldsSet: Mutation = {
  empty: ['metafields'],
  run: ({ world, args }) => {
    const { metafields } = shape.parse(args);
    if (metafields.length > mostAtOnce) {
      throw reject(
        ['metafields'],
        `Exceeded the maximum metafields input limit of ${mostAtOnce}.`,
        'LESS_THAN_OR_EQUAL_TO',
      );
    }
    const planned = metafields.map((wanted, index) => {
      const { type, id } = parseGid(wanted.ownerId);
      if (type !== 'Order') throw notSimulated(`metafields of ${type}`);
      const order = world.store.orders.get(id);
      if (order === undefined)
        throw reject(['metafields', String(index), 'ownerId'], 'Owner does not exist.', 'INVALID');
      const namespace = wanted.namespace ?? 'app--2';
      const known = order.metafields.find((field) => field.namespace === namespace && field.key === wanted.key);
      const digest = known === undefined ? null : digestOf(known);
      if (wanted.compareDigest !== undefined && wanted.compareDigest !== digest) {
        const message =
          'The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.';
        throw reject(['metafields', String(index)], message, 'STALE_OBJECT');
      }
      const kind = wanted.type ?? known?.type;
      if (kind === undefined) throw reject(['metafields', String(index), 'type'], "Type can't be blank", 'BLANK');
      return { order, known, namespace, key: wanted.key, kind, value: wanted.value };
    });
    const set = planned.map(({ order, known, namespace, key, kind, value }): Metafield => {
      world.touch(order);
      if (known !== undefined) return Object.assign(known, { value, type: kind, updatedAt: world.now() });
      const made = {
        id: world.nextId(),
        namespace,
        key,
        type: kind,
        value,
        createdAt: world.now(),
        updatedAt: world.now(),
      };
      order.metafields.push(made);
      return made;
    });
    return { metafields: set.map(metafieldView) };
  },
};
