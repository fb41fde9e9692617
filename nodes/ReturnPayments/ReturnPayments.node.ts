import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { ledgerTest } from '../shared/credential-test';
import { paymentFamily } from '../shared/payment-providers';
import { outputField } from '../shared/fields';
import { operationFields, operationMenu } from '../shared/operation';
import { runOperations } from '../shared/run-operations';
import { searchCases } from '../shared/search-cases';
import { operations } from './operations';

export class ReturnPayments implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Return Payments',
    name: 'returnPayments',
    icon: { light: 'file:returnPayments.svg', dark: 'file:returnPayments.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] }}',
    description: 'Plan and pay refunds exactly once, with one interface over every payment provider',
    defaults: { name: 'Return Payments' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    // As the family has them. Written out because n8n's lint reads here whether a credential is tested.
    credentials: [
      {
        name: 'returnsStripeApi',
        required: true,
        testedBy: 'stripeTest',
        displayOptions: { show: { provider: ['stripe'] } },
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

  methods = { listSearch: { searchCases }, credentialTest: { ...paymentFamily.credentialTests, ledgerTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperations(this, operations);
  }
}
