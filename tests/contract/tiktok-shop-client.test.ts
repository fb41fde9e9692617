import {
  aftersaleEligibility,
  approveCancellation,
  approveReturn,
  calculateRefund,
  cancelOrder,
  createReturn,
  decisionEligibility,
  endpoints,
  findChanges,
  getOrders,
  listShippingProviders,
  listShops,
  listWarehouses,
  offerPartialRefund,
  planRestock,
  priceDetail,
  rejectCancellation,
  rejectReasons,
  rejectReturn,
  restock,
  returnRecords,
  reviewAftersales,
  searchAftersales,
  searchCancellations,
  searchOrders,
  searchReturns,
  searchRmas,
  sendMessage,
  subscribe,
  unsubscribe,
  uploadImage,
  uploadReturnDocuments,
  type EndpointName,
} from '../../lib/shops/tiktok-shop';
import { cancellationAnswer, orderAnswer, returnAnswer } from '../unit/shops/tiktok-shop/fixtures';
import { ok, startScriptedShop, type Received, type ScriptedShop } from '../unit/shops/tiktok-shop/scripted-shop';
import { published } from './tiktok-shop-specification';

interface Sent extends Received {
  readonly name: EndpointName;
}

let shop: ScriptedShop;
let sent: readonly Sent[];

const url = 'https://n8n.test/webhook/1';
const inventory = [
  { product_id: 'p', skus: [{ id: 's', warehouse_inventory: [{ warehouse_id: 'w', available_quantity: 1 }] }] },
];
const eligibility = {
  sku_eligibility: [
    {
      sku_id: 's',
      line_item_eligibility: [
        {
          request_type: 'RETURN_AND_REFUND',
          eligible: true,
          order_line_items_ids: ['11'],
          available_reason_names: ['reason_defective'],
        },
      ],
    },
  ],
};

/** Enough of an answer for every verb to go on; what is asked is what is judged here. */
const answerTo = ({ path, method }: Received): object => {
  if (path.endsWith('/returns/search')) return { return_orders: [returnAnswer({ return_id: '1' })] };
  if (path.endsWith('/cancellations/search')) return { cancellations: [cancellationAnswer({ cancel_id: '2' })] };
  if (path.endsWith('/cancellations')) return { cancel_id: '2' };
  if (path.endsWith('/returns')) return { return_id: '1' };
  if (path.endsWith('/orders') || path.endsWith('/orders/search')) return { orders: [orderAnswer()] };
  if (path.endsWith('/price_detail')) return { currency: 'GBP' };
  if (path.endsWith('/aftersale_eligibility')) return eligibility;
  if (path.endsWith('/inventory/search')) return { inventory };
  if (path.endsWith('/images/upload')) return { uri: 'u', width: 1, height: 1 };
  if (path.endsWith('/conversations')) return { conversation_id: 'c' };
  if (path.endsWith('/messages')) return method === 'GET' ? { messages: [] } : { message_id: 'm' };
  if (path.endsWith('/delivery_options')) return { delivery_options: [{ id: 'd' }] };
  if (path.endsWith('/webhooks')) return { webhooks: [{ event_type: 'REFUND_SUCCESS', address: url }] };
  return {};
};

/** Plays every verb with every filter and field that it has. */
async function playEveryVerb(): Promise<void> {
  const client = shop.client();
  const attempt = { idempotencyKey: 'key', mayHaveHappened: false, keySince: '2026-11-22T10:00:00Z' };
  const again = { ...attempt, mayHaveHappened: true };
  const file = { fileName: 'f.png', mimeType: 'image/png', content: Buffer.from('x') };
  const times = {
    createdFrom: '2026-11-01T00:00:00Z',
    createdBefore: '2026-11-22T00:00:00Z',
    updatedFrom: '2026-11-01T00:00:00Z',
    updatedBefore: '2026-11-22T00:00:00Z',
  };
  const sorted = { sortBy: 'update_time', order: 'ASC', limit: 60 } as const;
  const lists = { orderIds: ['5'], buyerUserIds: ['7'], statuses: ['X'], types: ['REFUND'], locale: 'en-GB' };
  const money = { amount: 100, currency: 'GBP' };
  const images = [await uploadImage(client, file)];

  await listShops(client);
  await searchReturns(client, {
    ...times,
    ...sorted,
    ...lists,
    returnIds: ['1'],
    arbitrationStatuses: ['CLOSED'],
    proposedTypes: ['PARTIAL_REFUND'],
  });
  await returnRecords(client, '1', 'en-GB');
  await rejectReasons(client, '1', 'en-GB');
  await decisionEligibility(client, '1', ['APPROVE_RETURN'], 'en-GB');
  await approveReturn(client, { returnId: '1', decision: 'APPROVE_RETURN', keepsItem: true, attempt });
  await offerPartialRefund(client, { returnId: '1', amount: money, attempt });
  await rejectReturn(client, { returnId: '1', decision: 'REJECT_RETURN', reason: 'r', comment: 'c', images, attempt });
  await aftersaleEligibility(client, { orderId: '5', initiator: 'BUYER', types: ['REFUND'] });
  const shipment = { shipmentType: 'PLATFORM', handoverMethod: 'DROP_OFF' };
  const units = { orderId: '5', orderLineIds: ['11'], ...shipment };
  await createReturn(client, { ...units, type: 'RETURN_AND_REFUND', reason: 'defective', amount: money, attempt });
  await calculateRefund(client, { ...units, type: 'CANCEL', reasonName: 'r' });
  await uploadReturnDocuments(client, {
    returnIds: ['1'],
    label: file,
    qrCode: file,
    trackingNumber: 't',
    carrierId: 'c',
  });

  await searchCancellations(client, { ...times, ...sorted, ...lists, cancelIds: ['2'] });
  await approveCancellation(client, { cancelId: '2', attempt });
  await rejectCancellation(client, { cancelId: '2', reason: 'r', comment: 'c', images, attempt });
  await cancelOrder(client, { orderId: '5', reason: 'r', orderLineIds: ['11'], attempt });

  await searchAftersales(client, { ...times, ...sorted, ids: ['a'], statuses: ['X'] });
  await searchRmas(client, { ...times, ...sorted, ids: ['a'], statuses: ['X'] });
  await reviewAftersales(client, { id: 'a', kind: 'RMA', lines: [{ returnLineId: '1', action: 'X' }], attempt });
  await findChanges(client, [1, 11, 12], { from: times.updatedFrom, before: times.updatedBefore });

  await getOrders(client, ['5']);
  await searchOrders(client, {
    ...times,
    ...sorted,
    status: 'DELIVERED',
    shippingType: 'TIKTOK',
    buyerUserId: '7',
    cancellationRequested: true,
    warehouseIds: ['w'],
  });
  await priceDetail(client, '5');
  await restock(client, await planRestock(client, [{ skuId: 's', quantity: 1 }]), attempt);
  const content = { type: 'TEXT', text: 'Hello' } as const;
  await sendMessage(client, { buyerUserId: '7', content, attempt: again });
  await listWarehouses(client);
  await listShippingProviders(client, 'w');
  await subscribe(client, { events: ['RETURN_STATUS_CHANGE'], url });
  await unsubscribe(client, url);
}

const pattern = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);

function nameOf({ method, path }: Received): EndpointName {
  const names = Object.keys(endpoints) as EndpointName[];
  const name = names.find((one) => endpoints[one].method === method && pattern(endpoints[one].path).test(path));
  if (name === undefined) throw new Error(`${method} ${path} is in no list`);
  return name;
}

beforeAll(async () => {
  shop = await startScriptedShop((request) => ok(answerTo(request)));
  await playEveryVerb();
  sent = shop.received.map((request) => ({ ...request, name: nameOf(request) }));
});
afterAll(() => shop.close());

interface Shape {
  readonly type?: string | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly items?: Shape | undefined;
}

/** The ways to everything in a body that the specification does not know, or knows as something else. */
function strangers(value: unknown, shape: Shape | undefined, way: string): string[] {
  if (shape === undefined) return [way];
  if (Array.isArray(value)) {
    return shape.type === 'array' ? value.flatMap((entry) => strangers(entry, shape.items, `${way}[]`)) : [way];
  }
  if (typeof value === 'object' && value !== null) {
    return shape.type === 'object'
      ? Object.entries(value).flatMap(([key, entry]) => strangers(entry, shape.properties?.[key], `${way}.${key}`))
      : [way];
  }
  const kinds: Readonly<Record<string, string>> = { string: 'string', number: 'integer', boolean: 'boolean' };
  return kinds[typeof value] === shape.type || (typeof value === 'number' && shape.type === 'number') ? [] : [way];
}

/** Which the published list gives as headers, or not at all. */
const common = ['app_key', 'timestamp', 'sign', 'shop_cipher'];

const documented = (Object.keys(endpoints) as EndpointName[]).filter((name) => !endpoints[name].undocumented);

it('plays every call that there is', () => {
  const played = new Set(sent.map(({ name }) => name));
  expect(Object.keys(endpoints).filter((name) => !played.has(name as EndpointName))).toEqual([]);
});

it('marks as undocumented what TikTok has not published, and nothing else', () => {
  for (const { method, path, undocumented = false } of Object.values(endpoints)) {
    expect([path, published(method, path) === undefined]).toEqual([path, undocumented]);
  }
});

describe.each(documented)('%s, as TikTok publishes it', (name) => {
  const { method, path } = endpoints[name];
  const specified = published(method, path);
  const own = (): readonly Sent[] => sent.filter((request) => request.name === name);

  it('asks for parameters that there are', () => {
    const names = new Set(own().flatMap(({ query }) => Object.keys(query)));
    expect([...names].filter((one) => !common.includes(one) && !specified?.query.has(one))).toEqual([]);
  });

  it('names the shop where, and only where, one can be named', () => {
    const named = own().map(({ query }) => 'shop_cipher' in query);
    expect(new Set(named)).toEqual(new Set([specified?.query.has('shop_cipher')]));
  });

  it('sends a body that there is, of the kind that is wanted', () => {
    for (const { json, body, contentType } of own()) {
      if (body === '') continue;
      expect(contentType.split(';')[0]).toBe(specified?.mediaType);
      const parts = [...body.matchAll(/name="(\w+)"/g)].map(([, part]) => part ?? '');
      const found =
        json === undefined
          ? parts.filter((part) => specified?.body.properties?.[part] === undefined)
          : strangers(json, specified?.body, 'body');
      expect(found).toEqual([]);
    }
  });
});
