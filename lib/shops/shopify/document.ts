import type { z } from 'zod/v4';
import { once } from '../../http';
import { apiVersions, shopifyVersion } from './versions';

type VersionedText = string | ((version: string) => string);

/** One GraphQL operation with the shape of its answer. */
export interface Document<S extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly kind: 'query' | 'mutation';
  /** What is sent to an API version. */
  readonly text: (version: string) => string;
  /** The versions that it is sent to. */
  readonly versions: readonly string[];
  readonly parse: S;
}

const registry: Document[] = [];

/** Every operation that this adapter may send, so that all of them are checked against the published schemas. */
export const documents: readonly Document[] = registry;

/**
 * Declares an operation beside the verb that sends it. The name is the one in the text.
 * @param since the first version that knows it, where that is not the first one spoken
 */
export function defineDocument<S extends z.ZodType>(
  text: VersionedText,
  shape: () => S,
  { since = apiVersions[0] }: { since?: (typeof apiVersions)[number] } = {},
): Document<S> {
  const textOf = (version: string): string => (typeof text === 'string' ? text : text(version));
  const [, kind, name] = /^\s*(query|mutation)\s+(\w+)/.exec(textOf(shopifyVersion)) ?? [];
  if (name === undefined) throw new TypeError('A GraphQL document begins with query or mutation and a name');
  const parse = once(shape);
  const document: Document<S> = {
    name,
    kind: kind === 'mutation' ? 'mutation' : 'query',
    text: textOf,
    versions: apiVersions.filter((version) => version >= since),
    get parse() {
      return parse();
    },
  };
  registry.push(document);
  return document;
}
