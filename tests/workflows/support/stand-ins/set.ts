import {
  deepCopy,
  validateFieldType,
  type FieldType,
  type IDataObject,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
} from 'n8n-workflow';
import { z } from 'zod/v4';
import { describeStandIn } from './describe';

const assignmentsSchema = z.object({
  assignments: z.array(z.object({ name: z.string(), type: z.string(), value: z.unknown() })),
});

const fieldTypes: readonly FieldType[] = ['string', 'number', 'boolean', 'array', 'object'];

/** As n8n's own Set 3.4, with typed assignments, where what does not fit its type stops the node, or with JSON as it stands. */
export const setStandIn: INodeType = {
  description: describeStandIn('set', {
    properties: [
      { displayName: 'Mode', name: 'mode', type: 'string', default: 'manual' },
      { displayName: 'JSON', name: 'jsonOutput', type: 'json', default: '{}' },
      { displayName: 'Assignments', name: 'assignments', type: 'assignmentCollection', default: {} },
      { displayName: 'Include Other Input Fields', name: 'includeOtherFields', type: 'boolean', default: false },
      { displayName: 'Include', name: 'include', type: 'string', default: 'all' },
      { displayName: 'Exclude Fields', name: 'excludeFields', type: 'string', default: '' },
      { displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] },
    ],
  }),
  execute() {
    const items = this.getInputData().map((item, index) => {
      const json = {
        ...othersOf(this, item, index),
        ...(isRaw(this, index) ? rawOf(this, index) : assignedOf(this, index)),
      };
      return { json, pairedItem: { item: index }, ...(item.binary && { binary: item.binary }) };
    });
    return Promise.resolve([items]);
  },
};

const isRaw = (context: IExecuteFunctions, index: number): boolean =>
  context.getNodeParameter('mode', index, 'manual') === 'raw';

function othersOf(context: IExecuteFunctions, { json }: INodeExecutionData, index: number): IDataObject {
  if (context.getNodeParameter('includeOtherFields', index, false) !== true) return {};
  const leftOut =
    context.getNodeParameter('include', index, 'all') === 'except'
      ? z.string().parse(context.getNodeParameter('excludeFields', index)).split(',')
      : [];
  return deepCopy(Object.fromEntries(Object.entries(json).filter(([name]) => !leftOut.includes(name))));
}

const rawOf = (context: IExecuteFunctions, index: number): IDataObject =>
  z.record(z.string(), z.json()).parse(JSON.parse(z.string().parse(context.getNodeParameter('jsonOutput', index))));

function assignedOf(context: IExecuteFunctions, index: number): IDataObject {
  const { assignments } = assignmentsSchema.parse(context.getNodeParameter('assignments', index));
  return Object.fromEntries(assignments.map(({ name, type, value }) => [name, typed(name, value, type)]));
}

function typed(name: string, value: unknown, type: string): IDataObject[string] {
  const known = fieldTypes.find((candidate) => candidate === type);
  if (known === undefined) throw new TypeError(`Set has no type ${type}`);
  if (value === undefined || value === null) return null;
  const result = validateFieldType(name, value, known);
  if (!result.valid) throw new TypeError(result.errorMessage);
  return z.json().parse(result.newValue);
}
