import { z } from 'zod/v4';
import { factNames, factOf, type FactKind } from '../facts';
import { amountsSchema, conditionSchema } from './common';
import { policySchema } from './policy-schema';

type JsonSchema = Record<string, unknown>;

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const words: JsonSchema = {
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }],
};
const strict = (properties: JsonSchema, extra: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  properties,
  additionalProperties: false,
  ...extra,
});
const described = (schema: JsonSchema, description: string): JsonSchema => ({ ...schema, description });

const exists = { type: 'boolean', description: 'Whether it is known at all, and not empty' };
const quantity = (value: JsonSchema): JsonSchema => ({
  is: value,
  not: value,
  above: value,
  atLeast: value,
  below: value,
  atMost: value,
  between: {
    type: 'array',
    prefixItems: [value, value],
    minItems: 2,
    maxItems: 2,
    description: 'Both ends belong to it',
  },
  exists,
});
const day = { type: 'string', description: 'e.g. 2026-11-27, or 11-27 of every year, or an instant' };

const wordsOf = (values: readonly string[] | undefined): JsonSchema =>
  values === undefined ? words : { anyOf: [{ enum: values }, { type: 'array', items: { enum: values }, minItems: 1 }] };

/** What may be asked of facts, by their kind. */
const tests: Record<Exclude<FactKind, 'text' | 'texts'>, JsonSchema> = {
  number: { anyOf: [{ type: 'number' }, strict(quantity({ type: 'number' }))] },
  money: { anyOf: [ref('Amount'), strict(quantity(ref('Amount')))] },
  flag: { anyOf: [{ type: 'boolean' }, strict({ is: { type: 'boolean' }, exists })] },
  time: strict({
    before: day,
    after: day,
    between: { type: 'array', prefixItems: [day, day], minItems: 2, maxItems: 2 },
    exists,
  }),
};

const amount: JsonSchema = {
  anyOf: [
    { type: 'integer', description: "Minor units in the policy's currency" },
    ref('Money'),
    { type: 'array', items: ref('Money'), minItems: 1, description: 'One amount per currency' },
  ],
};

function testOf(name: (typeof factNames)[number]): JsonSchema {
  const { kind, values, description } = factOf(name);
  const known = wordsOf(values);
  switch (kind) {
    case 'text':
      return {
        description,
        anyOf: [known, strict({ is: known, not: known, startsWith: words, contains: words, exists })],
      };
    case 'texts':
      return { description, anyOf: [known, strict({ contains: known, containsAll: known, not: known, exists })] };
    default:
      return described(tests[kind], description);
  }
}

const condition = (): JsonSchema =>
  strict(
    {
      ...Object.fromEntries(factNames.map((name) => [name, testOf(name)])),
      any: { type: 'array', items: ref('Condition'), minItems: 1, description: 'At least one of these holds' },
      all: { type: 'array', items: ref('Condition'), minItems: 1, description: 'All of these hold' },
      not: { ...ref('Condition'), description: 'This does not hold' },
    },
    { description: 'When a rule holds: every fact that it names passes its test' },
  );

/**
 * Written once and referred to. By the schema itself, not by an `id` in its meta: those are unique in the process, and
 * n8n loads a package twice when it is updated.
 */
const shared = new Map<unknown, string>([
  [conditionSchema, 'Condition'],
  [amountsSchema, 'Amounts'],
]);

const convert = (schema: z.ZodType, isShared: (schema: unknown) => boolean): JsonSchema =>
  z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    override({ zodSchema, jsonSchema }) {
      const name = shared.get(zodSchema);
      if (name === undefined || !isShared(zodSchema)) return;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      jsonSchema.$ref = `#/$defs/${name}`;
    },
  });

/** The schema of the document (draft 2020-12), for editors: every part, every fact, with descriptions. */
export function policyJsonSchema(): JsonSchema {
  const schema = convert(policySchema, () => true);
  const { $schema: _draft, ...amounts } = convert(amountsSchema, (part) => part !== amountsSchema);
  const money = {
    type: 'object',
    properties: { amount: { type: 'integer' }, currency: { type: 'string' } },
    required: ['amount', 'currency'],
    additionalProperties: false,
  };
  return { ...schema, $defs: { Amounts: amounts, Condition: condition(), Amount: amount, Money: money } };
}
