import { deepCopy, type IDataObject, type INodeType } from 'n8n-workflow';
import { z } from 'zod/v4';
import { asText } from '../as-text';
import { describeStandIn } from './describe';

const optionsSchema = z.object({ destinationFieldName: z.string() });

/** As n8n's own Split Out 1, for one field below another, kept beside everything else under a name of its own. */
export const splitOutStandIn: INodeType = {
  description: describeStandIn('splitOut', {
    properties: [
      { displayName: 'Fields To Split Out', name: 'fieldToSplitOut', type: 'string', default: '' },
      { displayName: 'Include', name: 'include', type: 'string', default: 'noOtherFields' },
      {
        displayName: 'Options',
        name: 'options',
        type: 'collection',
        default: {},
        options: [{ displayName: 'Destination', name: 'destinationFieldName', type: 'string', default: '' }],
      },
    ],
  }),
  execute() {
    const items = this.getInputData().flatMap((item, index) => {
      const path = asText(this.getNodeParameter('fieldToSplitOut', index)).split('.');
      const { destinationFieldName } = optionsSchema.parse(this.getNodeParameter('options', index));
      const found = path.reduce<unknown>((value, key) => (value as IDataObject)[key], item.json);
      return z
        .array(z.json())
        .parse(found)
        .map((entry) => ({
          json: { ...deepCopy(item.json), [destinationFieldName]: entry },
          pairedItem: { item: index },
        }));
    });
    return Promise.resolve([items]);
  },
};
