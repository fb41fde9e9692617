import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { z } from 'zod/v4';
import { code, table } from './markdown';

const root = resolve(__dirname, '../..');
const codexSchema = z.object({
  resources: z.object({ primaryDocumentation: z.tuple([z.object({ url: z.url() })]) }),
});
const descriptionSchema = z.custom<INodeTypeDescription>(
  (value) => typeof value === 'object' && value !== null && 'properties' in value,
);
const nodeClassSchema = z.custom<new () => unknown>((value) => typeof value === 'function');

export interface NodePage {
  /** Relative to the root of the project: where the node's codex file says that its documentation is. */
  readonly file: string;
  readonly description: INodeTypeDescription;
}

/** Every node of the package with the page that n8n's help opens. */
export async function nodePages(): Promise<NodePage[]> {
  const folders = readdirSync(join(root, 'nodes')).filter((name) => name !== 'shared');
  return Promise.all(
    folders.map(async (name) => {
      const base = join(root, 'nodes', name, `${name}.node`);
      const { resources } = codexSchema.parse(JSON.parse(readFileSync(`${base}.json`, 'utf8')));
      const [{ url }] = resources.primaryDocumentation;
      const module = (await import(`${base}.ts`)) as Record<string, unknown>;
      const NodeClass = nodeClassSchema.parse(module[name]);
      const { description } = z.object({ description: descriptionSchema }).parse(new NodeClass());
      return { file: join('docs', 'nodes', basename(new URL(url).pathname)), description };
    }),
  );
}

/** Operations and fields as the node describes them to n8n. */
export function nodeBlocks({ description }: NodePage): Record<string, string> {
  const menus = description.properties.filter(({ name }) => name === 'operation');
  const fields =
    menus.length === 0
      ? fieldTable(description.properties)
      : [
          ...menus.flatMap((menu) => optionsOf(menu).map((option) => operationSection(description, menu, option))),
          commonFields(description),
        ].join('\n\n');
  return { facts: facts(description), fields };
}

/** Names of the outputs; where they depend on a field, of all that there may be. */
function namesOfOutputs({ outputs, outputNames = [] }: INodeTypeDescription): string[] {
  if (Array.isArray(outputs)) return outputNames;
  return [...outputs.matchAll(/"displayName":"([^"]+)"/g)].flatMap(([, name]) => name ?? []);
}

function facts(description: INodeTypeDescription): string {
  const { name, credentials = [], usableAsTool, group } = description;
  const outputNames = namesOfOutputs(description);
  const lines = [
    `- Type: ${code(`n8n-nodes-returns.${name}`)}${group.includes('trigger') ? ' (trigger)' : ''}`,
    credentials.length > 0
      ? `- Credential: ${credentials.map(({ name: of, required }) => `${code(of)}${required === true ? '' : ' (optional)'}`).join(', ')}`
      : '- Credential: none',
    ...(outputNames.length > 0 ? [`- Outputs: ${outputNames.join(' · ')}`] : []),
    `- Can be a tool of an AI agent: ${usableAsTool ? 'yes' : 'no'}`,
  ];
  return lines.join('\n');
}

const optionsOf = ({ options = [] }: INodeProperties): INodePropertyOptions[] =>
  options.filter((option): option is INodePropertyOptions => 'value' in option);

function operationSection(
  { properties }: INodeTypeDescription,
  menu: INodeProperties,
  { name, value, description = '' }: INodePropertyOptions,
): string {
  const [resource] = shownFor(menu, 'resource');
  const fields = properties.filter(
    (field) =>
      shownFor(field, 'operation').includes(String(value)) &&
      (resource === undefined || shownFor(field, 'resource').includes(resource)),
  );
  const title = resource === undefined ? name : `${words(resource)}: ${name}`;
  return [
    `### ${title}`,
    description === '' ? '' : `${description}.`,
    fields.length > 0 ? fieldTable(fields) : 'No fields.',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function commonFields({ properties }: INodeTypeDescription): string {
  const common = properties.filter(
    (field) => !['operation', 'resource'].includes(field.name) && shownFor(field, 'operation').length === 0,
  );
  return common.length === 0 ? '' : `### Fields of every operation\n\n${fieldTable(common)}`;
}

function shownFor({ displayOptions }: INodeProperties, name: string): string[] {
  return (displayOptions?.show?.[name] ?? []).map(String);
}

const words = (name: string): string => name.replace(/([A-Z])/g, ' $1').replace(/^./, (first) => first.toUpperCase());

function fieldTable(fields: readonly INodeProperties[]): string {
  const rows = fields.flatMap((field) => [fieldRow(field), ...innerRows(field)]);
  return table(['Field', 'Kind', 'Default', 'What it is'], rows);
}

function fieldRow(field: INodeProperties, prefix = ''): string[] {
  const name = `${prefix}${field.displayName}${field.required === true ? ' (required)' : ''}`;
  return [name, kindOf(field), defaultOf(field), whatItIs(field)];
}

/** The fields inside a collection, each named by its way there. */
function innerRows(field: INodeProperties, prefix = ''): string[][] {
  if (field.type !== 'collection' && field.type !== 'fixedCollection') return [];
  const inside = `${prefix}${field.displayName} › `;
  return (field.options ?? []).flatMap((option) => {
    if ('values' in option) {
      return option.values.flatMap((value) => [fieldRow(value, inside), ...innerRows(value, inside)]);
    }
    return 'type' in option ? [fieldRow(option, inside), ...innerRows(option, inside)] : [];
  });
}

function kindOf({ type, typeOptions, modes = [] }: INodeProperties): string {
  const kinds: Partial<Record<INodeProperties['type'], string>> = {
    string: 'text',
    options: 'choice',
    multiOptions: 'choices',
    json: 'object',
    boolean: 'yes or no',
    collection: 'group',
    fixedCollection: 'list',
    dateTime: 'date and time',
  };
  if (type === 'resourceLocator') return modes.map(({ displayName }) => displayName.toLowerCase()).join(', ');
  const { minValue, maxValue } = typeOptions ?? {};
  const from = minValue === undefined ? '' : ` from ${minValue}`;
  const until = maxValue === undefined ? '' : ` to ${maxValue}`;
  return `${kinds[type] ?? type}${from}${until}`;
}

function defaultOf(field: INodeProperties): string {
  const { default: value, type } = field;
  if (type === 'options') return optionsOf(field).find((option) => option.value === value)?.name ?? '';
  if (typeof value === 'string') return code(value.replace(/\s+/g, ' '));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null && 'value' in value) {
    return typeof value.value === 'string' && value.value !== '' ? code(value.value) : '';
  }
  return Array.isArray(value) && value.length > 0 ? code(value.map(String).join(', ')) : '';
}

function whatItIs(field: INodeProperties): string {
  const choices =
    field.type === 'options' || field.type === 'multiOptions'
      ? optionsOf(field)
          .map(({ name, description }) => (description === undefined ? name : `${name} (${description})`))
          .join(' · ')
      : '';
  const hint = field.placeholder?.startsWith('e.g. ') === true ? `Example: ${code(field.placeholder.slice(5))}.` : '';
  return [sentence(field.description), choices && `One of: ${choices}.`, hint, shownWhen(field)]
    .filter(Boolean)
    .join(' ');
}

const sentence = (text = ''): string => (text === '' || /[.?!]$/.test(text) ? text : `${text}.`);

/** When the field is there at all; the operation is known from the heading. */
function shownWhen({ displayOptions }: INodeProperties): string {
  const conditions = Object.entries(displayOptions?.show ?? {}).filter(
    ([name]) => name !== 'operation' && name !== 'resource',
  );
  const hidden = Object.entries(displayOptions?.hide ?? {});
  const list = (values: unknown): string =>
    Array.isArray(values) ? values.map((value) => code(String(value))).join(', ') : '';
  return [
    ...conditions.map(([name, values]) => `Shown when ${code(name)} is ${list(values)}.`),
    ...hidden.map(([name, values]) => `Hidden when ${code(name)} is ${list(values)}.`),
  ].join(' ');
}
