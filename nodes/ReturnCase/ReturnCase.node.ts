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
import { searchConsumers } from './search-consumers';
import { searchEvidence } from './search-evidence';
import { searchSteps } from './search-steps';

export class ReturnCase implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Return Case',
    name: 'returnCase',
    icon: { light: 'file:returnCase.svg', dark: 'file:returnCase.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ $parameter["resource"] === "case" ? ($parameter["operation"] === "command" ? $parameter["command"] : $parameter["operation"]) : $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Open, read and move return cases in the durable returns ledger',
    defaults: { name: 'Return Case' },
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
    properties: [
      {
        displayName: 'Resource',
        name: 'resource',
        type: 'options',
        noDataExpression: true,
        options: [
          { name: 'Case', value: 'case' },
          { name: 'Consumer', value: 'consumer', description: 'A Return Case Trigger that reads the ledger' },
          { name: 'Dead Letter', value: 'deadLetter', description: 'An event that a workflow has given up' },
          { name: 'Evidence', value: 'evidence', description: 'A photo or a document that belongs to a case' },
          { name: 'Personal Data', value: 'personalData', description: 'What the ledger holds about shoppers' },
          { name: 'Step', value: 'step', description: 'An outside effect of a case: a label, a mail, a refund' },
          {
            name: 'Webhook Delivery',
            value: 'webhookDelivery',
            description: 'What providers have sent; remembered, so that a repeat changes nothing',
          },
        ],
        default: 'case',
      },
      operationMenu(operations, 'case'),
      operationMenu(operations, 'consumer'),
      operationMenu(operations, 'deadLetter'),
      operationMenu(operations, 'evidence'),
      operationMenu(operations, 'personalData'),
      operationMenu(operations, 'step'),
      operationMenu(operations, 'webhookDelivery'),
      ...operationFields(operations),
      outputField,
    ],
  };

  methods = {
    listSearch: { searchCases, searchConsumers, searchEvidence, searchSteps },
    credentialTest: { ledgerTest },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperations(this, operations);
  }
}
