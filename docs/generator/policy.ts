import { policyJsonSchema, presetNames } from '../../lib/policy';
import { factNames, factOf } from '../../lib/policy/facts';
import { presetDocument } from '../../lib/policy/presets';
import { code, table } from './markdown';

interface Part {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: string | number | boolean;
  readonly anyOf?: readonly Part[];
  readonly properties?: Readonly<Record<string, Part>>;
  readonly required?: readonly string[];
  readonly items?: Part;
  readonly propertyNames?: Part;
  readonly additionalProperties?: Part | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
}

/** Parts whose inside is explained by itself. */
const CLOSED = new Set(['tests', 'risk']);

/** Every part of the policy document with its way there, every fact, and the presets as they are. */
export function policyBlocks(): Record<string, string> {
  const { properties = {}, required = [] } = policyJsonSchema() as Part;
  return {
    parts: table(['Part', 'Kind', 'Default', 'What it is'], rowsOf(properties, required)),
    facts: table(
      ['Fact', 'Kind', 'Of', 'What it is'],
      factNames.map((name) => {
        const { kind, scope, description, values } = factOf(name);
        const known = values === undefined ? '' : `: ${values.map(code).join(', ')}`;
        return [code(name), kindsInWords[kind], scope, `${description}${known}`];
      }),
    ),
    presets: presetNames
      .map((name) => `### ${name}\n\n\`\`\`json\n${JSON.stringify(presetDocument(name), null, 2)}\n\`\`\``)
      .join('\n\n'),
  };
}

const kindsInWords = {
  text: 'text',
  texts: 'list of texts',
  number: 'number',
  money: 'money',
  flag: 'yes or no',
  time: 'time',
} as const;

function rowsOf(
  properties: Readonly<Record<string, Part>>,
  required: readonly string[],
  prefix = '',
): (readonly string[])[] {
  return Object.entries(properties).flatMap(([name, part]) => {
    const path = `${prefix}${name}`;
    const own = [
      `${code(path)}${required.includes(name) ? ' (required)' : ''}`,
      kindOf(part),
      defaultOf(part),
      part.description ?? '',
    ];
    if (CLOSED.has(path)) return [own];
    const inside = part.properties ? part : part.items;
    const mark = part.properties ? '.' : '[].';
    const named =
      part.propertyNames && typeof part.additionalProperties === 'object' ? part.additionalProperties : undefined;
    if (named?.properties) return [own, ...rowsOf(named.properties, named.required ?? [], `${path}.*.`)];
    return inside?.properties ? [own, ...rowsOf(inside.properties, inside.required ?? [], `${path}${mark}`)] : [own];
  });
}

function kindOf(part: Part): string {
  const { type, enum: values, items, propertyNames, minimum, maximum, $ref } = part;
  if ($ref !== undefined) return kindsOfRef[$ref] ?? $ref;
  if (part.const !== undefined) return code(String(part.const));
  if (values) return values.map((value) => code(String(value))).join(', ');
  if (items) return `list of ${items.properties ? 'objects' : kindOf(items)}`;
  if (propertyNames?.enum) return `by ${propertyNames.enum.map((value) => code(String(value))).join(', ')}`;
  const range = minimum !== undefined && maximum !== undefined && maximum < 1e9 ? ` ${minimum} to ${maximum}` : '';
  return `${type === 'string' ? 'text' : (type ?? 'object')}${range}`;
}

const kindsOfRef: Readonly<Record<string, string>> = {
  '#/$defs/Condition': 'condition',
  '#/$defs/Amounts': 'money, or one per currency',
  '#/$defs/Amount': 'amount',
};

function defaultOf({ default: value }: Part): string {
  return value === undefined ? '' : code(JSON.stringify(value));
}
