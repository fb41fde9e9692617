import { z } from 'zod/v4';
import { notSimulated, reject } from '../errors';
import { gid, parseGid } from '../gid';
import { orderPayload } from '../payloads';
import type { View } from '../view';
import type { World } from '../world';
import type { Mutation, MutationCall } from './mutation';

const shape = z.object({ id: z.string(), tags: z.array(z.string()) });

interface Tagged {
  tags: string[];
  view: () => View;
  changed: () => void;
}

function taggedOf(world: World, value: string): Tagged | undefined {
  const { type, id } = parseGid(value);
  if (type === 'Order') {
    const order = world.store.orders.get(id);
    if (order === undefined) return undefined;
    const changed = (): void => {
      world.touch(order);
      world.emit('ORDERS_UPDATED', orderPayload(order));
    };
    return { tags: order.tags, view: () => world.views.order(order), changed };
  }
  if (type === 'Customer') {
    const customer = world.store.customers.get(id);
    if (customer === undefined) return undefined;
    return { tags: customer.tags, view: () => world.views.customer(customer), changed: () => undefined };
  }
  throw notSimulated(`tags of ${gid(type, id)}`);
}

function changeTags({ world, args }: MutationCall, change: (tags: string[], wanted: string[]) => void): View {
  const { id, tags } = shape.parse(args);
  const tagged = taggedOf(world, id);
  if (tagged === undefined) throw reject(['id'], 'Resource does not exist');
  change(
    tagged.tags,
    tags
      .flatMap((tag) => tag.split(','))
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  );
  tagged.changed();
  return { node: tagged.view };
}

/** Adds the tags that are not there yet. */
export const tagsAdd: Mutation = {
  empty: ['node'],
  run: (call) =>
    changeTags(call, (tags, wanted) => {
      for (const tag of wanted) if (!tags.includes(tag)) tags.push(tag);
    }),
};

export const tagsRemove: Mutation = {
  empty: ['node'],
  run: (call) =>
    changeTags(call, (tags, wanted) => {
      tags.splice(0, tags.length, ...tags.filter((tag) => !wanted.includes(tag)));
    }),
};
