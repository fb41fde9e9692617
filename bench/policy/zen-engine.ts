import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import type { BenchPolicy } from './bench-policy';
import type { Answerer, PeerFacts } from './peer-facts';
import { answersOf, orderedRules, type Condition, type Test } from './peer-rules';

const columns: readonly (keyof PeerFacts)[] = [
  'reason',
  'category',
  'vendor',
  'type',
  'tags',
  'worth',
  'days',
  'deliveryKnown',
  'withdrawable',
];

/** A row of a table is one `and`, so that each alternative of a condition is a row of its own. */
function rowsOf(condition: Condition): readonly (readonly Test[])[] {
  if ('any' in condition) return condition.any.flatMap(rowsOf);
  if (!('all' in condition)) return [[condition]];
  return condition.all.reduce<readonly (readonly Test[])[]>(
    (rows, part) => rows.flatMap((row) => rowsOf(part).map((more) => [...row, ...more])),
    [[]],
  );
}

function cellOf({ operator, value }: Test): string {
  const text = JSON.stringify(value);
  switch (operator) {
    case 'equal':
      return text;
    case 'in':
      return `$ in ${text}`;
    case 'notIn':
      return `$ not in ${text}`;
    case 'has':
      return `contains($, ${text})`;
    case 'above':
      return `> ${text}`;
  }
}

/** One decision table of which the first row that holds decides, without a trace. */
export function zenEngine(policy: BenchPolicy): Answerer {
  const rules = orderedRules(policy);
  const rows = rules.flatMap(({ name, when }) =>
    rowsOf(when).map((tests, index) => ({
      _id: `${name}-${index}`,
      ...Object.fromEntries(
        columns.map((fact) => [
          fact,
          tests
            .filter((test) => test.fact === fact)
            .map(cellOf)
            .join(' and '),
        ]),
      ),
      name: JSON.stringify(name),
    })),
  );
  const table = {
    hitPolicy: 'first',
    inputs: columns.map((fact) => ({ id: fact, name: fact, field: fact, type: 'expression' })),
    outputs: [{ id: 'name', name: 'name', field: 'name', type: 'expression' }],
    rules: rows,
  };
  const position = { x: 0, y: 0 };
  const content = {
    nodes: [
      { id: 'in', name: 'request', type: 'inputNode', position },
      { id: 'table', name: 'policy', type: 'decisionTableNode', position, content: table },
      { id: 'out', name: 'response', type: 'outputNode', position },
    ],
    edges: [
      { id: 'in-table', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'table-out', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  };
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(content));
  const answers = answersOf(rules);
  return async (facts) => {
    const response = await decision.evaluate(facts);
    return answers(nameIn(response.result));
  };
}

/** The name of the row that held; the engine answers with an empty object or null when none did. */
function nameIn(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || !('name' in result)) return undefined;
  return typeof result.name === 'string' ? result.name : undefined;
}
