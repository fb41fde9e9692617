import { NodeOperationError, jsonParse, type INodeType } from 'n8n-workflow';
import { z } from 'zod/v4';
import { asText } from '../as-text';
import { describeStandIn } from './describe';

const errorSchema = z.looseObject({ message: z.string().min(1), description: z.string().optional() });

/** As n8n's own Stop and Error 1, set to an error object: it fails with the first item, and keeps all of it as metadata. */
export const stopAndErrorStandIn: INodeType = {
  description: describeStandIn('stopAndError', {
    outputs: 0,
    properties: ['errorType', 'errorObject'].map((name) => ({ displayName: name, name, type: 'string', default: '' })),
  }),
  execute() {
    const type = asText(this.getNodeParameter('errorType', 0));
    if (type !== 'errorObject') throw new RangeError(`there is no stand-in for the error type "${type}"`);
    const given = errorSchema.parse(jsonParse(asText(this.getNodeParameter('errorObject', 0))));
    const { message, description } = given;
    throw new NodeOperationError(this.getNode(), message, {
      ...(description !== undefined && { description }),
      level: 'error',
      metadata: JSON.parse(JSON.stringify(given)),
    });
  },
};
