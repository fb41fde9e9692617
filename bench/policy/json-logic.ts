import { apply, is_logic as isLogic } from 'json-logic-js';
import type { BenchPolicy } from './bench-policy';
import type { Answerer } from './peer-facts';
import { answersOf, orderedRules, type Condition } from './peer-rules';

/** Wider than the types of the engine, which hold conditions of 80 branches at most. */
type Logic = string | number | boolean | readonly Logic[] | { readonly [operation: string]: Logic };

function logicOf(condition: Condition): Logic {
  if ('all' in condition) return { and: condition.all.map(logicOf) };
  if ('any' in condition) return { or: condition.any.map(logicOf) };
  const { fact, operator, value } = condition;
  const asked = { var: fact };
  switch (operator) {
    case 'equal':
      return { '===': [asked, value] };
    case 'in':
      return { in: [asked, value] };
    case 'notIn':
      return { '!': { in: [asked, value] } };
    case 'has':
      return { in: [value, asked] };
    case 'above':
      return { '>': [asked, value] };
  }
}

/** One expression of the form if … else if …, which says the name of the first rule that holds. */
export function jsonLogic(policy: BenchPolicy): Answerer {
  const rules = orderedRules(policy);
  const logic: Logic = { if: rules.flatMap(({ name, when }): Logic[] => [logicOf(when), name]) };
  if (!isLogic(logic)) throw new TypeError('json-logic-js does not take the policy for an expression');
  const answers = answersOf(rules);
  return (facts) => {
    const name: unknown = apply(logic, facts);
    return answers(typeof name === 'string' ? name : undefined);
  };
}
