import { NodeConnectionTypes, type INodeProperties, type INodeTypeDescription } from 'n8n-workflow';
import { n8nVersions } from '../n8n-nodes';

/** The least that n8n's engine wants to know of a node. */
export function describeStandIn(
  name: string,
  parts: {
    group?: 'trigger' | 'transform';
    outputs?: number;
    properties?: INodeProperties[];
    credential?: string;
  } = {},
): INodeTypeDescription {
  const { group = 'transform', outputs = 1, properties = [], credential } = parts;
  return {
    displayName: name,
    name,
    group: [group],
    version: [...(n8nVersions[`n8n-nodes-base.${name}`] ?? [1])],
    description: `Stands in for n8n's own ${name}`,
    defaults: { name },
    inputs: group === 'trigger' ? [] : [NodeConnectionTypes.Main],
    outputs: Array.from({ length: outputs }, () => NodeConnectionTypes.Main),
    properties,
    ...(credential !== undefined && { credentials: [{ name: credential, required: true }] }),
  };
}
