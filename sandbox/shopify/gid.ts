import { GraphQLError } from 'graphql';
import type { Id } from './model';

/** `gid('Order', '1')` → `gid://shopify/Order/1`. */
export function gid(type: string, id: Id): string {
  return `gid://shopify/${type}/${id}`;
}

export interface ParsedGid {
  type: string;
  id: Id;
}

/** Takes a gid apart; throws the API's error on what is none. */
export function parseGid(value: string): ParsedGid {
  const match = /^gid:\/\/shopify\/(\w+)\/([\w-]+)(?:\?.*)?$/.exec(value);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new GraphQLError(`Invalid global id '${value}'`, { extensions: { code: 'argumentLiteralsIncompatible' } });
  }
  return { type: match[1], id: match[2] };
}

/** The number in a gid of one of these types; a gid of another type gets the API's top-level error. */
export function idOf(value: string, ...types: string[]): Id {
  const parsed = parseGid(value);
  if (!types.includes(parsed.type)) {
    throw new GraphQLError(`Invalid id: ${value}`, { extensions: { code: 'RESOURCE_NOT_FOUND' } });
  }
  return parsed.id;
}
