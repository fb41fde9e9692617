import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { ledgerTest } from '../shared/credential-test';
import { outputField } from '../shared/fields';
import { operationFields, operationMenu } from '../shared/operation';
import { runOperations } from '../shared/run-operations';
import { operations } from './operations';
import { outputs, outputsOf } from './outputs';

export class ReturnPolicy implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Return Policy',
    name: 'returnPolicy',
    icon: { light: 'file:returnPolicy.svg', dark: 'file:returnPolicy.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ $parameter["operation"] + ($parameter["policySource"] ? ": " + ($parameter["policySource"] === "preset" ? $parameter["preset"] : $parameter["policySource"]) : "") }}',
    description: 'Decide return requests by a policy that explains itself and never undercuts the law',
    defaults: { name: 'Return Policy' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs,
    credentials: [
      {
        name: 'returnsLedgerApi',
        displayName: 'Returns Ledger (optional, for queue mode)',
        required: false,
        testedBy: 'ledgerTest',
      },
    ],
    properties: [{ ...operationMenu(operations), default: 'evaluate' }, ...operationFields(operations), outputField],
  };

  methods = { credentialTest: { ledgerTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const { count, failure } = outputsOf(this);
    return runOperations(this, operations, count, failure);
  }
}
