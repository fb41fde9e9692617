import { Engine, type NestedCondition, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import type { BenchPolicy } from './bench-policy';
import type { Answerer } from './peer-facts';
import {
  answerFrom,
  answersOf,
  orderedRules,
  separateRules,
  type Condition,
  type PeerRule,
  type Test,
} from './peer-rules';

const operators = {
  equal: 'equal',
  in: 'in',
  notIn: 'notIn',
  has: 'contains',
  above: 'greaterThan',
} as const satisfies Readonly<Record<Test['operator'], string>>;

function conditionOf(condition: Condition): NestedCondition {
  if ('all' in condition) return { all: condition.all.map(conditionOf) };
  if ('any' in condition) return { any: condition.any.map(conditionOf) };
  return { fact: condition.fact, operator: operators[condition.operator], value: condition.value };
}

function topLevelOf(condition: Condition): TopLevelCondition {
  if ('any' in condition) return { any: condition.any.map(conditionOf) };
  return { all: 'all' in condition ? condition.all.map(conditionOf) : [conditionOf(condition)] };
}

const propertiesOf = ({ name, result, when }: PeerRule<string>): RuleProperties => ({
  name,
  conditions: topLevelOf(when),
  event: { type: result },
});

/** Every rule is asked, as `run` does it; what fired is put together afterwards. */
export function everyRule(policy: BenchPolicy): Answerer {
  const rules = separateRules(policy);
  const engine = new Engine(rules.map(propertiesOf));
  const rank = new Map([...rules].reverse().map(({ name }) => [name, rules.findIndex((rule) => rule.name === name)]));
  const rankOf = (name: string): number => rank.get(name) ?? rules.length;
  const answer = answerFrom(policy);
  return async (facts) => {
    const { results } = await engine.run({ ...facts });
    return answer((type) => {
      let first: string | undefined;
      for (const { event, name } of results) {
        if (event?.type === type && (first === undefined || rankOf(name) < rankOf(first))) first = name;
      }
      return first;
    });
  };
}

/** Rules have priorities, and the first that fires stops the run. */
export function firstHit(policy: BenchPolicy): Answerer {
  const rules = orderedRules(policy);
  const engine = new Engine(rules.map((rule, index) => ({ ...propertiesOf(rule), priority: rules.length - index })));
  engine.on('success', () => {
    engine.stop();
  });
  const answers = answersOf(rules);
  return async (facts) => {
    const { results } = await engine.run({ ...facts });
    return answers(results[0]?.name);
  };
}
