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
import { searchCases } from '../shared/search-cases';
import { operations } from './operations';

export class ReturnDocuments implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Return Documents',
    name: 'returnDocuments',
    icon: { light: 'file:returnDocuments.svg', dark: 'file:returnDocuments.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] === "labelAndSlip" ? "label and slip" : "return slip" }}',
    description: 'Print the return slip, alone or in one PDF with the carrier label',
    defaults: { name: 'Return Documents' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      {
        name: 'returnsLedgerApi',
        displayName: 'Returns Ledger (optional, for queue mode)',
        required: false,
        testedBy: 'ledgerTest',
      },
    ],
    properties: [operationMenu(operations), ...operationFields(operations), outputField],
  };

  methods = { listSearch: { searchCases }, credentialTest: { ledgerTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperations(this, operations);
  }
}
