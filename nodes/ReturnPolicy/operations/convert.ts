import type { IDataObject } from 'n8n-workflow';
import type { Policy } from '../../../lib/policy';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { textParameter } from '../../shared/parameters';
import { parametersOfForm } from '../form/parameters-of-form';
import { loadPolicies } from '../load-policies';
import { policyFields } from '../source/policy-fields';
import { policyOf } from '../source/policy-of';

export const convert: Operation = {
  option: {
    name: 'Convert',
    value: 'convert',
    action: 'Convert policy',
    description:
      'Show a policy as JSON, as YAML, or as the fields of the form of this node. Nothing is lost on the way, in either direction.',
  },
  fields: [
    ...policyFields,
    {
      displayName: 'Convert To',
      name: 'convertTo',
      type: 'options',
      options: [
        {
          name: 'Form',
          value: 'form',
          description: 'The fields of this node, and the node itself to be pasted into the editor',
        },
        { name: 'JSON', value: 'json', description: 'The document as an object' },
        { name: 'YAML', value: 'yaml', description: 'The document as a text for people' },
      ],
      default: 'json',
    },
  ],
  async execute(context, itemIndex) {
    const policy = await policyOf(context, itemIndex);
    const converted = await convertedTo(textParameter(context, 'convertTo', itemIndex), policy, context.getNode().type);
    return { chapters: { converted }, result: converted };
  },
};

async function convertedTo(target: string, policy: Policy, nodeType: string): Promise<IDataObject> {
  const { documentToForm, writePolicyYaml } = loadPolicies();
  if (target === 'yaml') return { format: 'yaml', text: await writePolicyYaml(policy) };
  if (target === 'json') return { format: 'json', document: asJson(policy) };
  const fields = parametersOfForm(documentToForm(policy));
  const parameters = asJson({ operation: 'evaluate', policySource: 'form', ...fields });
  return { format: 'form', parameters, paste: pasteOf(nodeType, parameters) };
}

/** What the editor makes a node of when it is pasted onto the canvas. */
const pasteOf = (type: string, parameters: IDataObject): string =>
  JSON.stringify(
    {
      nodes: [
        { name: 'Evaluate the policy', type: type.replace(/Tool$/, ''), typeVersion: 1, position: [0, 0], parameters },
      ],
      connections: {},
    },
    undefined,
    2,
  );
