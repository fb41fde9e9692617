import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { connection } from '../connection';
import { gid } from '../gid';
import type { Metafield } from '../model';
import type { View } from '../view';

const oneShape = z.object({ key: z.string(), namespace: z.string().nullish() });
const manyShape = z.object({ namespace: z.string().nullish(), keys: z.array(z.string()).nullish() });

/** Changes with the value, as the real one does. */
export const digestOf = ({ type, value }: Pick<Metafield, 'type' | 'value'>): string =>
  createHash('sha256').update(`${type}\n${value}`).digest('hex');

export function metafieldView(field: Metafield): View {
  return {
    __typename: 'Metafield',
    id: gid('Metafield', field.id),
    legacyResourceId: field.id,
    namespace: field.namespace,
    key: field.key,
    type: field.type,
    value: field.value,
    jsonValue: () => {
      try {
        const parsed: unknown = JSON.parse(field.value);
        return parsed;
      } catch {
        return field.value;
      }
    },
    createdAt: field.createdAt,
    updatedAt: field.updatedAt,
    compareDigest: digestOf(field),
  };
}

/** The fields `metafield` and `metafields` of whatever owns these. */
export function metafieldFields(owned: readonly Metafield[]): View {
  return {
    metafield: (args: unknown) => {
      const { key, namespace } = oneShape.parse(args);
      const wanted = namespace === undefined || namespace === null ? key : `${namespace}.${key}`;
      const found = owned.find((field) => `${field.namespace}.${field.key}` === wanted);
      return found === undefined ? null : metafieldView(found);
    },
    metafields: (args: unknown) => {
      const { namespace, keys } = manyShape.parse(args);
      const found = owned.filter(
        (field) =>
          (namespace === undefined || namespace === null || field.namespace === namespace) &&
          (keys === undefined || keys === null || keys.includes(`${field.namespace}.${field.key}`)),
      );
      return connection(found, args, metafieldView);
    },
  };
}
