import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { ledgerTest, shopifyTest } from '../shared/credential-test';
import { outputField } from '../shared/fields';
import { operationFields, operationMenu } from '../shared/operation';
import { runOperations } from '../shared/run-operations';
import { searchCases } from '../shared/search-cases';
import { operations } from './operations';
import { searchLocations, searchOrders, searchReturns } from './pickers';

export class ShopifyReturns implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Shopify Returns',
    name: 'shopifyReturns',
    icon: { light: 'file:shopifyReturns.svg', dark: 'file:shopifyReturns.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description:
      'Returns in Shopify from request to refund or exchange, with orders, store credit, gift cards and stock',
    defaults: { name: 'Shopify Returns' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      { name: 'returnsShopifyApi', required: true, testedBy: 'shopifyTest' },
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
          { name: 'Exchange', value: 'exchange' },
          { name: 'Gift Card', value: 'giftCard' },
          { name: 'Inventory', value: 'inventory' },
          { name: 'Order', value: 'order' },
          { name: 'Reason', value: 'reason' },
          { name: 'Refund', value: 'refund' },
          { name: 'Return', value: 'return' },
          { name: 'Reverse Delivery', value: 'reverseDelivery' },
          { name: 'Store Credit', value: 'storeCredit' },
        ],
        default: 'return',
      },
      operationMenu(operations, 'exchange'),
      operationMenu(operations, 'giftCard'),
      operationMenu(operations, 'inventory'),
      operationMenu(operations, 'order'),
      operationMenu(operations, 'reason'),
      operationMenu(operations, 'refund'),
      operationMenu(operations, 'return'),
      operationMenu(operations, 'reverseDelivery'),
      operationMenu(operations, 'storeCredit'),
      ...operationFields(operations),
      outputField,
    ],
  };

  methods = {
    listSearch: { searchCases, searchLocations, searchOrders, searchReturns },
    credentialTest: { ledgerTest, shopifyTest },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperations(this, operations);
  }
}
