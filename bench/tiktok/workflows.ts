import { tiktokShopAccount } from '../../sandbox/accounts';
import { packageName } from '../../tests/workflows/support/n8n-nodes';
import type { Template, TemplateNode } from '../../tests/workflows/support/templates';

export type BenchWorkflow = Pick<Template, 'id' | 'name' | 'nodes' | 'connections'>;

export const startNode = 'Start';
export const decideNode = 'Decide';

const credential = 'returnsTikTokShopApi';

interface Step extends Pick<TemplateNode, 'name' | 'type' | 'typeVersion' | 'parameters'> {
  readonly signed?: boolean;
}

const start: Step = { name: startNode, type: 'n8n-nodes-base.errorTrigger', typeVersion: 1, parameters: {} };

/** The same on both sides. */
const decide: Step = {
  name: decideNode,
  type: `${packageName}.returnPolicy`,
  typeVersion: 1,
  parameters: { operation: 'evaluate', policySource: 'preset', preset: 'tiktok-shop-fr' },
};

export const ourWorkflow: BenchWorkflow = chain('ours', [
  start,
  {
    name: 'TikTok Shop Returns',
    type: `${packageName}.tikTokShopReturns`,
    typeVersion: 1,
    parameters: {
      resource: 'return',
      operation: 'getAll',
      returnAll: true,
      shopId: { __rl: true, mode: 'id', value: tiktokShopAccount.shopCipher },
    },
    signed: true,
  },
  decide,
]);

/** The credential of this package signs each page of the HTTP Request node: without it that node cannot ask TikTok Shop. */
export const peerWorkflow = (baseUrl: string): BenchWorkflow =>
  chain('peer', [
    start,
    httpRequest('Search returns', {
      method: 'POST',
      url: `${baseUrl}/return_refund/202309/returns/search`,
      query: { shop_cipher: tiktokShopAccount.shopCipher, page_size: '50' },
      options: {
        pagination: {
          pagination: {
            paginationMode: 'updateAParameterInEachRequest',
            parameters: {
              parameters: [
                { type: 'qs', name: 'page_token', value: '={{ $response.body?.data?.next_page_token ?? "" }}' },
              ],
            },
            paginationCompleteWhen: 'other',
            completeExpression: '={{ !$response.body.data.next_page_token }}',
          },
        },
      },
    }),
    { name: 'Orders to ask', type: 'n8n-nodes-base.ordersToAsk', typeVersion: 1, parameters: {} },
    httpRequest('Get orders', {
      method: 'GET',
      url: `${baseUrl}/order/202507/orders`,
      query: { shop_cipher: tiktokShopAccount.shopCipher, ids: '={{ $json.ids }}' },
      options: {},
    }),
    { name: 'Map returns', type: 'n8n-nodes-base.mapReturns', typeVersion: 1, parameters: {} },
    decide,
  ]);

interface Request {
  readonly method: string;
  readonly url: string;
  readonly query: Readonly<Record<string, string>>;
  readonly options: TemplateNode['parameters'];
}

const httpRequest = (name: string, { method, url, query, options }: Request): Step => ({
  name,
  type: 'n8n-nodes-base.httpRequest',
  typeVersion: 4.5,
  parameters: {
    method,
    url,
    authentication: 'predefinedCredentialType',
    nodeCredentialType: credential,
    sendQuery: true,
    queryParameters: { parameters: Object.entries(query).map(([key, value]) => ({ name: key, value })) },
    options,
  },
  signed: true,
});

/** One node after the other. */
function chain(id: string, steps: readonly Step[]): BenchWorkflow {
  const nodes = steps.map(({ signed, ...step }, index): TemplateNode => ({
    ...step,
    id: `5b0a3a3e-0f3c-4f5f-8a51-3b7b8f0f2f${10 + index}`,
    position: [index * 200, 0],
    ...(signed === true && { credentials: { [credential]: { id: credential, name: credential } } }),
  }));
  const connections: BenchWorkflow['connections'] = {};
  for (const [index, { name }] of steps.entries()) {
    const next = steps[index + 1];
    if (next !== undefined) connections[name] = { main: [[{ node: next.name, type: 'main', index: 0 }]] };
  }
  return { id, name: id, nodes, connections };
}
