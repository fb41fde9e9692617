import { customerFacts } from './customer-facts';
import type { Fact } from './fact';
import { laterFacts } from './later-facts';
import { lineFacts } from './line-facts';
import { orderFacts } from './order-facts';
import { returnFacts } from './return-facts';

/** Everything that a condition can ask. A new fact is one line in one of these files. */
export const facts = { ...orderFacts, ...lineFacts, ...returnFacts, ...customerFacts, ...laterFacts };

export type FactName = keyof typeof facts;
export type KindOf<F extends FactName> = (typeof facts)[F] extends Fact<infer K> ? K : never;

export const factNames = Object.keys(facts).filter(isFactName);

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(facts, name);
}

export const factOf = (name: FactName): Fact => facts[name];

export { isCountry } from './countries';
export { factOfState } from './return-facts';
export type { Fact, FactKind, FactScope, FactValues, PolicyInput, Subject } from './fact';
export { daysFromCivil, instantOf } from './times';
