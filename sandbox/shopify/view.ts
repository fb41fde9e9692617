import type { GraphQLFieldResolver, GraphQLTypeResolver } from 'graphql';
import { notSimulated } from './errors';
import { formatDecimal } from './money';

/**
 * What a GraphQL object is answered from: a property per simulated field, a function where it takes arguments or leads
 * to another object. `null` is said on purpose; a field that is not there is not simulated.
 */
export type View = Record<string, unknown>;

/** Reads a field from a view; one that the view lacks is an error, never a silent null. */
export const resolveField: GraphQLFieldResolver<unknown, unknown> = (source, args, scope, info) => {
  const name = info.fieldName;
  if (typeof source !== 'object' || source === null || !Object.hasOwn(source, name)) {
    throw notSimulated(`${info.parentType.name}.${name}`);
  }
  const value: unknown = Reflect.get(source, name);
  if (typeof value !== 'function') return value;
  const result: unknown = Reflect.apply(value, source, [args, scope, info]);
  return result;
};

/** Interfaces and unions: each view that can stand for one names its type. */
export const resolveType: GraphQLTypeResolver<unknown, unknown> = (value, _scope, info) => {
  if (typeof value === 'object' && value !== null && '__typename' in value && typeof value.__typename === 'string') {
    return value.__typename;
  }
  throw notSimulated(`a value of ${info.parentType.name} without its type`);
};

export function moneyView(minor: number, currency: string): View {
  return { __typename: 'MoneyV2', amount: formatDecimal(minor, currency), currencyCode: currency };
}

/** A `MoneyBag`; shop and presentment currency are the same here. */
export function bagView(minor: number, currency: string): View {
  return { shopMoney: moneyView(minor, currency), presentmentMoney: moneyView(minor, currency) };
}
