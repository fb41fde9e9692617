import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { z } from 'zod/v4';
import { tiktokShopAccount } from '../../sandbox/accounts';
import { describeStandIn } from '../../tests/workflows/support/stand-ins/describe';
import { loadBuilt } from '../measuring/built';

type Mapping = Pick<typeof import('../../lib/shops/tiktok-shop/mapping'), 'readReturn'>;
type Orders = Pick<typeof import('../../lib/shops/tiktok-shop/read-order'), 'readOrder'>;
type Shapes = Pick<typeof import('../../lib/shops/tiktok-shop/shapes'), 'returnsSchema' | 'ordersSchema'>;
type Markets = Pick<typeof import('../../lib/shops/tiktok-shop/market-language'), 'languageOfMarket'>;
type Deadlines = Pick<typeof import('../../nodes/TikTokShopReturns/deadline'), 'withDeadline'>;

const ORDERS_AT_ONCE = 50;
const pageSchema = z.object({ data: z.object({ return_orders: z.array(z.object({ order_id: z.string() })) }) });

const nodeOf = (name: string, work: (context: IExecuteFunctions) => IDataObject[]): INodeType => ({
  description: describeStandIn(name),
  execute() {
    return Promise.resolve([work(this).map((json): INodeExecutionData => ({ json, pairedItem: { item: 0 } }))]);
  },
});

/** What a merchant writes into Code nodes, without the task runner that those pass every item to and from. */
export const peerNodes: Readonly<Record<string, INodeType>> = {
  /** The orders behind the pages of returns, fifty to a call. */
  'n8n-nodes-base.ordersToAsk': nodeOf('ordersToAsk', (context) => {
    const pages = context.getInputData().map(({ json }) => pageSchema.parse(json));
    const ids = [...new Set(pages.flatMap(({ data }) => data.return_orders.map(({ order_id }) => order_id)))];
    return Array.from({ length: Math.ceil(ids.length / ORDERS_AT_ONCE) }, (_, index) => ({
      ids: ids.slice(index * ORDERS_AT_ONCE, (index + 1) * ORDERS_AT_ONCE).join(','),
    }));
  }),
  'n8n-nodes-base.mapReturns': nodeOf('mapReturns', (context) =>
    mapped(answersOf(context.getWorkflowDataProxy(0).$items('Search returns')), answersOf(context.getInputData())),
  ),
};

const answersOf = (items: readonly INodeExecutionData[]): unknown[] => items.map(({ json }) => json['data']);

/** Request and order of each return by the mapping of this package, so that both sides hand the same to the policy. */
function mapped(returnPages: readonly unknown[], orderPages: readonly unknown[]): IDataObject[] {
  const { readReturn } = loadBuilt<Mapping>('lib/shops/tiktok-shop/mapping.js', ['readReturn']);
  const { readOrder } = loadBuilt<Orders>('lib/shops/tiktok-shop/read-order.js', ['readOrder']);
  const shapes = loadBuilt<Shapes>('lib/shops/tiktok-shop/shapes.js', ['returnsSchema', 'ordersSchema']);
  const { languageOfMarket } = loadBuilt<Markets>('lib/shops/tiktok-shop/market-language.js', ['languageOfMarket']);
  const { withDeadline } = loadBuilt<Deadlines>('nodes/TikTokShopReturns/deadline.js', ['withDeadline']);
  const { region } = tiktokShopAccount;
  const language = languageOfMarket(region);
  const found = returnPages
    .flatMap((data) => shapes.returnsSchema().parse(data).return_orders ?? [])
    .map((answer) => readReturn(answer, language));
  const returning = found.flatMap(({ tiktokReturn }) => tiktokReturn.units.map(({ orderLineId }) => orderLineId));
  const orders = new Map(
    orderPages
      .flatMap((data) => shapes.ordersSchema().parse(data).orders ?? [])
      .map((answer) => [answer.id, readOrder(answer, returning).order]),
  );
  return found.map((entry): IDataObject => {
    const json: unknown = {
      request: withDeadline(entry, region),
      order: orders.get(entry.tiktokReturn.orderId),
    };
    return json as IDataObject;
  });
}
