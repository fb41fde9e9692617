import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { carrierFamily } from '../shared/carriers';
import { ledgerTest } from '../shared/credential-test';
import { outputField } from '../shared/fields';
import { operationFields, operationMenu } from '../shared/operation';
import { runOperations } from '../shared/run-operations';
import { searchCases } from '../shared/search-cases';
import { operations } from './operations';

export class ReturnShipping implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Return Shipping',
    name: 'returnShipping',
    icon: { light: 'file:returnShipping.svg', dark: 'file:returnShipping.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] === "createLabel" ? "create return label" : "track" }}',
    description: 'Buy prepaid return labels and follow parcels, with one interface over every carrier',
    defaults: { name: 'Return Shipping' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    // As the family has them. Written out because n8n's lint reads here whether a credential is tested.
    credentials: [
      {
        name: 'returnsEasyPostApi',
        required: true,
        testedBy: 'easypostTest',
        displayOptions: { show: { carrier: ['easypost'] } },
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

  methods = { listSearch: { searchCases }, credentialTest: { ...carrierFamily.credentialTests, ledgerTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperations(this, operations);
  }
}
