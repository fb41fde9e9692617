import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { ledgerTest, smtpTest } from '../shared/credential-test';
import { outputField } from '../shared/fields';
import { operationFields, operationMenu } from '../shared/operation';
import { runOperations } from '../shared/run-operations';
import { searchCases } from '../shared/search-cases';
import { operations } from './operations';

export class ReturnEmail implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Return Email',
    name: 'returnEmail',
    icon: { light: 'file:returnEmail.svg', dark: 'file:returnEmail.dark.svg' },
    group: ['output'],
    version: 1,
    subtitle: '={{ $parameter["message"] }}',
    description:
      'Tell the shopper where the return stands, in their language, once per message; write what the shop is asked',
    defaults: { name: 'Return Email' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      {
        name: 'returnsSmtpApi',
        required: true,
        testedBy: 'smtpTest',
        displayOptions: { show: { operation: ['send'] } },
      },
      {
        name: 'returnsLedgerApi',
        displayName: 'Returns Ledger (optional, for queue mode)',
        required: false,
        testedBy: 'ledgerTest',
      },
    ],
    properties: [operationMenu(operations), ...operationFields(operations), outputField],
  };

  methods = { listSearch: { searchCases }, credentialTest: { ledgerTest, smtpTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperations(this, operations);
  }
}
