import { deepCopy, validateFieldType, type FieldType, type IDataObject, type INodeType } from 'n8n-workflow';
import { z } from 'zod/v4';
import { describeStandIn } from './describe';

const assignmentsSchema = z.object({
  assignments: z.array(z.object({ name: z.string(), type: z.string(), value: z.unknown() })),
});

const fieldTypes: readonly FieldType[] = ['string', 'number', 'boolean', 'array', 'object'];

/** As n8n's own Set 3.4 with typed assignments: what does not fit its type stops the node. */
export const setStandIn: INodeType = {
  description: describeStandIn('set', {
    properties: [
      { displayName: 'Assignments', name: 'assignments', type: 'assignmentCollection', default: {} },
      { displayName: 'Include Other Input Fields', name: 'includeOtherFields', type: 'boolean', default: false },
      { displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] },
    ],
  }),
  execute() {
    const items = this.getInputData().map((item, index) => {
      const { assignments } = assignmentsSchema.parse(this.getNodeParameter('assignments', index));
      const includesOthers = this.getNodeParameter('includeOtherFields', index, false) === true;
      const json: IDataObject = includesOthers ? deepCopy(item.json) : {};
      for (const { name, type, value } of assignments) json[name] = typed(name, value, type);
      return { json, pairedItem: { item: index }, ...(item.binary && { binary: item.binary }) };
    });
    return Promise.resolve([items]);
  },
};

function typed(name: string, value: unknown, type: string): IDataObject[string] {
  const known = fieldTypes.find((candidate) => candidate === type);
  if (known === undefined) throw new TypeError(`Set has no type ${type}`);
  if (value === undefined || value === null) return null;
  const result = validateFieldType(name, value, known);
  if (!result.valid) throw new TypeError(result.errorMessage);
  return z.json().parse(result.newValue);
}
