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
import { searchRejectReasons, searchReturnsToPick, searchShops, searchWarehouses } from './pickers';
import { shopField } from './shop-field';

const resources = [
  { name: 'Batch Return', value: 'batchReturn' },
  { name: 'Cancellation', value: 'cancellation' },
  { name: 'Message', value: 'message' },
  { name: 'Order', value: 'order' },
  { name: 'Return', value: 'return' },
  { name: 'Shop', value: 'shop' },
  { name: 'Stock', value: 'stock' },
  { name: 'Warehouse', value: 'warehouse' },
];

export class TikTokShopReturns implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'TikTok Shop Returns',
    name: 'tikTokShopReturns',
    icon: { light: 'file:tikTokShopReturns.svg', dark: 'file:tikTokShopReturns.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Decide returns, refunds and cancellations in TikTok Shop, write to shoppers, restock',
    defaults: { name: 'TikTok Shop Returns' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      { name: 'returnsTikTokShopApi', required: true },
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
        options: resources,
        default: 'return',
      },
      ...resources.map(({ value }) => operationMenu(operations, value)),
      ...operationFields(operations),
      { ...shopField, displayOptions: { hide: { resource: ['shop'] } } },
      outputField,
    ],
  };

  methods = {
    listSearch: { searchCases, searchRejectReasons, searchReturnsToPick, searchShops, searchWarehouses },
    credentialTest: { ledgerTest },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperations(this, operations);
  }
}
