import {
  approveReturn,
  chooseShop,
  createReturn,
  findChanges,
  gatherOrders,
  getOrders,
  getReturn,
  listShippingProviders,
  planRestock,
  restock,
  reviewAftersales,
  searchReturns,
  sendMessage,
  subscribe,
  unsubscribe,
} from '../../../../lib/shops/tiktok-shop';
import { cancellationAnswer, orderAnswer, returnAnswer } from './fixtures';
import { ok, refused, startScriptedShop, type Received, type ScriptedAnswer, type ScriptedShop } from './scripted-shop';

let server: ScriptedShop | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Answers by the end of the path; what is not foreseen is refused, so that it shows. */
async function playing(
  routes: Record<string, (request: Received, count: number) => ScriptedAnswer>,
): Promise<ScriptedShop> {
  const counts = new Map<string, number>();
  return (server = await startScriptedShop((request) => {
    const route = Object.keys(routes).find((end) => request.path.endsWith(end));
    const answer = route === undefined ? undefined : routes[route];
    if (route === undefined || answer === undefined) return refused(36009009, request.path, 404);
    const count = (counts.get(route) ?? 0) + 1;
    counts.set(route, count);
    return answer(request, count);
  }));
}

const first = { idempotencyKey: 'key', mayHaveHappened: false };
const again = { ...first, mayHaveHappened: true };
const paths = ({ received }: ScriptedShop): string[] => received.map(({ path }) => path.split('/').slice(3).join('/'));

describe('a search', () => {
  it('walks every page with the largest size, filters in the body and order in the query', async () => {
    const shop = await playing({
      'returns/search': ({ query }) =>
        ok({
          return_orders: [returnAnswer({ return_id: query['page_token'] ?? '1' })],
          next_page_token: query['page_token'] === undefined ? '2' : query['page_token'] === '2' ? '3' : '',
        }),
    });
    const found = await searchReturns(shop.client(), {
      statuses: ['BUYER_SHIPPED_ITEM'],
      types: [],
      updatedFrom: '2025-11-22T08:26:40.500Z',
      sortBy: 'update_time',
      order: 'DESC',
    });
    expect(found.map(({ tiktokReturn }) => tiktokReturn.id)).toEqual(['1', '2', '3']);
    expect(shop.received[0]).toMatchObject({
      query: { page_size: '50', sort_field: 'update_time', sort_order: 'DESC' },
      json: { return_status: ['BUYER_SHIPPED_ITEM'], update_time_ge: 1_763_800_000 },
    });
  });

  it('stops at the limit, asks for no smaller page than there is, and is not led in circles', async () => {
    const shop = await playing({
      'returns/search': () =>
        ok({ return_orders: Array.from({ length: 10 }, () => returnAnswer()), next_page_token: 'same' }),
    });
    await expect(searchReturns(shop.client(), { limit: 3 })).resolves.toHaveLength(3);
    expect(shop.received.map(({ query }) => query['page_size'])).toEqual(['10']);
    await expect(searchReturns(shop.client())).resolves.toHaveLength(20);
  });

  it('finds one return by its id, or says that there is none', async () => {
    const shop = await playing({ 'returns/search': () => ok({ return_orders: [returnAnswer()] }) });
    await expect(getReturn(shop.client(), '4035318504086604500')).resolves.toMatchObject({
      tiktokReturn: { orderId: '576461413038785752' },
    });
    await expect(getReturn(shop.client(), '1')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('fetches orders fifty at a time, each once', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => String(index % 110));
    const shop = await playing({
      orders: ({ query }) => ok({ orders: (query['ids'] ?? '').split(',').map((id) => orderAnswer({ id })) }),
    });
    expect((await getOrders(shop.client(), ids)).size).toBe(110);
    expect(shop.received.map(({ query }) => query['ids']?.split(',').length)).toEqual([50, 50, 10]);
  });

  it('fetches orders while it still searches, fifty at a time, each once', async () => {
    const shop = await playing({
      orders: ({ query }) => ok({ orders: (query['ids'] ?? '').split(',').map((id) => orderAnswer({ id })) }),
    });
    const orders = gatherOrders(shop.client());
    const ids = Array.from({ length: 120 }, (_, index) => String(index % 110));
    for (const from of [0, 40, 80]) orders.add(ids.slice(from, from + 40));
    expect([...(await orders.finish([])).keys()].sort()).toEqual([...new Set(ids)].sort());
    expect(shop.received.map(({ query }) => query['ids']?.split(',').length)).toEqual([50, 50, 10]);
  });

  it('tells at its end that orders could not be fetched on the way, and asks for no more of them', async () => {
    const shop = await playing({ orders: () => refused(101000) });
    const orders = gatherOrders(shop.client());
    orders.add(Array.from({ length: 100 }, (_, index) => String(index)));
    await expect(orders.finish([])).rejects.toMatchObject({ code: 'unauthorized' });
    expect(shop.received).toHaveLength(1);
  });

  it('hands out each page before it asks for the next', async () => {
    const shop = await playing({
      'returns/search': ({ query }) =>
        ok({
          return_orders: [returnAnswer({ return_id: query['page_token'] ?? '1' })],
          next_page_token: query['page_token'] === undefined ? '2' : '',
        }),
    });
    const seen: [string | undefined, number][] = [];
    await searchReturns(shop.client(), {}, (page) => seen.push([page[0]?.tiktokReturn.id, shop.received.length]));
    expect(seen).toEqual([
      ['1', 1],
      ['2', 2],
    ]);
  });
});

describe('a decision', () => {
  const input = { returnId: '4035318504086604500', decision: 'APPROVE_RETURN' as const };
  const inState = (return_status: string) => () => ok({ return_orders: [returnAnswer({ return_status })] });

  it('is sent with a key of its own and read back', async () => {
    const shop = await playing({ approve: () => ok(), 'returns/search': inState('AWAITING_BUYER_SHIP') });
    const { tiktokReturn } = await approveReturn(shop.client(), { ...input, keepsItem: true, attempt: first });
    expect(tiktokReturn.status).toBe('AWAITING_BUYER_SHIP');
    expect(shop.received[0]).toMatchObject({
      query: { idempotency_key: 'key-4035318504086604500-APPROVE_RETURN' },
      json: { decision: 'APPROVE_RETURN', buyer_keep_item: true },
    });
  });

  it('that got through before is not sent again', async () => {
    const shop = await playing({ 'returns/search': inState('AWAITING_BUYER_SHIP') });
    await approveReturn(shop.client(), { ...input, attempt: again });
    expect(paths(shop)).toEqual(['returns/search']);
  });

  it('that did not get through is sent again', async () => {
    const shop = await playing({ approve: () => ok(), 'returns/search': inState('RETURN_OR_REFUND_REQUEST_PENDING') });
    await approveReturn(shop.client(), { ...input, attempt: again });
    expect(paths(shop)).toEqual(['returns/search', 'returns/4035318504086604500/approve', 'returns/search']);
  });

  it('that was made but could not be read back says so', async () => {
    const shop = await playing({ approve: () => ok(), 'returns/search': () => refused(105005) });
    await expect(approveReturn(shop.client(), { ...input, attempt: first })).rejects.toMatchObject({
      retryable: true,
      context: { mayHaveHappened: true },
    });
  });
});

describe('a return that the shop opens', () => {
  const input = { orderId: '5', type: 'REFUND' as const, orderLineIds: ['11'], reason: 'defective' as const };
  const row = (changes: object = {}) => ({
    request_type: 'REFUND',
    eligible: true,
    order_line_items_ids: ['11'],
    available_reason_names: ['reason_wrong_product', 'reason_defective'],
    ...changes,
  });
  const eligible = (changes?: object) => () =>
    ok({ sku_eligibility: [{ sku_id: 's', line_item_eligibility: [row(changes)] }] });

  it('takes its reason from those that TikTok offers', async () => {
    const shop = await playing({
      aftersale_eligibility: eligible(),
      '/returns': () => ok({ return_id: '4035318504086604500', return_status: 'x' }),
      'returns/search': () => ok({ return_orders: [returnAnswer()] }),
    });
    await createReturn(shop.client(), { ...input, amount: { amount: 1050, currency: 'GBP' }, attempt: first });
    expect(shop.received.find(({ path }) => path.endsWith('/returns'))?.json).toEqual({
      order_id: '5',
      return_type: 'REFUND',
      return_reason: 'reason_defective',
      order_line_item_ids: ['11'],
      refund_total: '10.50',
      currency: 'GBP',
    });
  });

  it('is not asked for where TikTok takes none, and says why', async () => {
    const shop = await playing({
      aftersale_eligibility: eligible({ eligible: false, ineligible_reason: 'window closed' }),
    });
    await expect(createReturn(shop.client(), { ...input, attempt: first })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('window closed'),
    });
  });

  it('is found again instead of opened twice', async () => {
    const shop = await playing({
      'returns/search': () => ok({ return_orders: [returnAnswer({ role: 'SELLER', return_type: 'REFUND' })] }),
    });
    await createReturn(shop.client(), { ...input, attempt: again });
    expect(paths(shop)).toEqual(['returns/search']);
  });
});

describe('restocking', () => {
  const stock = (available: number) =>
    ok({
      inventory: [
        {
          product_id: 'p',
          skus: [
            {
              id: 's',
              warehouse_inventory: [
                { warehouse_id: 'w', available_quantity: available, committed_quantity: 1 },
                { warehouse_id: 'v', available_quantity: 7, committed_quantity: 0 },
              ],
            },
          ],
        },
      ],
    });
  const plan = { warehouseId: 'w', skus: [{ skuId: 's', productId: 'p', add: 2, before: 5 }] };
  const written = ({ received }: ScriptedShop) => received.find(({ path }) => path.endsWith('update'))?.json;

  it('plans by what there is', async () => {
    const shop = await playing({ 'inventory/search': () => stock(5) });
    await expect(planRestock(shop.client(), [{ skuId: 's', quantity: 2 }], 'w')).resolves.toEqual(plan);
    await expect(planRestock(shop.client(), [{ skuId: 's', quantity: 2 }])).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await expect(planRestock(shop.client(), [{ skuId: 'x', quantity: 2 }], 'w')).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('adds to what there is at that moment, and tells all warehouses of the SKU', async () => {
    const shop = await playing({ 'inventory/search': () => stock(4), 'inventory/update': () => ok() });
    await expect(restock(shop.client(), plan, first)).resolves.toEqual([
      { skuId: 's', quantity: 2, before: 4, after: 6 },
    ]);
    expect(written(shop)).toEqual({
      skus: [
        {
          id: 's',
          inventory: [
            { warehouse_id: 'w', quantity: 6 },
            { warehouse_id: 'v', quantity: 7 },
          ],
        },
      ],
    });
  });

  it('adds nothing when the attempt before got through', async () => {
    const shop = await playing({ 'inventory/search': () => stock(7) });
    await expect(restock(shop.client(), plan, again)).resolves.toEqual([
      { skuId: 's', quantity: 2, before: 5, after: 7 },
    ]);
    expect(written(shop)).toBeUndefined();
  });

  it('adds when the attempt before did not get through', async () => {
    const shop = await playing({ 'inventory/search': () => stock(5), 'inventory/update': () => ok() });
    await restock(shop.client(), plan, again);
    expect(written(shop)).toMatchObject({ skus: [{ inventory: [{ quantity: 7 }, { quantity: 7 }] }] });
  });

  it('asks a person when nobody can tell', async () => {
    const shop = await playing({ 'inventory/search': () => stock(6) });
    await expect(restock(shop.client(), plan, again)).rejects.toMatchObject({ code: 'needs_review' });
    expect(written(shop)).toBeUndefined();
  });

  it('tells what TikTok refused of a SKU', async () => {
    const shop = await playing({
      'inventory/search': () => stock(5),
      'inventory/update': () => ok({ errors: [{ code: 12019018, message: 'frozen', detail: { sku_id: 's' } }] }),
    });
    await expect(restock(shop.client(), plan, first)).rejects.toMatchObject({
      code: 'provider_refused',
      message: expect.stringContaining('SKU s'),
    });
  });
});

describe('a message', () => {
  const content = { type: 'TEXT' as const, text: 'On its way' };
  const conversation = { conversations: () => ok({ conversation_id: 'c' }) };

  it('goes into the conversation with the buyer, as JSON within JSON', async () => {
    const shop = await playing({ ...conversation, messages: () => ok({ message_id: 'm' }) });
    await expect(sendMessage(shop.client(), { buyerUserId: 'u', content, attempt: first })).resolves.toEqual({
      conversationId: 'c',
      messageId: 'm',
    });
    expect(shop.received.map(({ json }) => json)).toEqual([
      { buyer_user_id: 'u' },
      { type: 'TEXT', content: '{"content":"On its way"}' },
    ]);
  });

  it('is found instead of said twice', async () => {
    const messages = [
      { id: 'm', type: 'TEXT', content: '{ "content": "On its way" }', create_time: 1, sender: { role: 'SHOP' } },
    ];
    const shop = await playing({
      ...conversation,
      messages: ({ method }) => (method === 'GET' ? ok({ messages }) : refused(1)),
    });
    await expect(sendMessage(shop.client(), { buyerUserId: 'u', content, attempt: again })).resolves.toMatchObject({
      messageId: 'm',
    });
  });

  it('has something to say, and not too much', async () => {
    const shop = await playing(conversation);
    for (const text of [' ', 'x'.repeat(2001)]) {
      await expect(
        sendMessage(shop.client(), { buyerUserId: 'u', content: { type: 'TEXT', text }, attempt: first }),
      ).rejects.toMatchObject({ code: 'invalid_input' });
    }
    expect(shop.received).toEqual([]);
  });
});

it('reviews lines of a batch by what is to be done, and tells which were refused', async () => {
  const shop = await playing({
    review: () => ok({ errors: [{ code: 25011014, message: 'too late', detail: { return_line_item_id: '2' } }] }),
  });
  const lines = [
    { returnLineId: '1', action: 'APPROVE_REQUEST' },
    { returnLineId: '2', action: 'APPROVE_REQUEST' },
    { returnLineId: '3', action: 'REJECT_REQUEST' },
  ];
  const result = await reviewAftersales(shop.client(), { id: 'a', kind: 'AFTERSALES', lines, attempt: first });
  expect(result.reviewed.map(({ returnLineId }) => returnLineId)).toEqual(['1', '3']);
  expect(result.failed).toMatchObject([{ code: 25011014, returnLineId: '2' }]);
  expect(shop.received[0]?.json).toMatchObject({
    aftersales_request_decisions: [
      {
        request_id: 'a',
        request_id_type: 'AFTERSALES',
        line_item_decisions: [
          { action: 'APPROVE_REQUEST', line_items: [{ return_line_item_id: '1' }, { return_line_item_id: '2' }] },
          { action: 'REJECT_REQUEST', line_items: [{ return_line_item_id: '3' }] },
        ],
      },
    ],
  });
});

describe('webhooks', () => {
  const url = 'https://n8n.test/webhook/1';
  const list =
    (...webhooks: object[]) =>
    () =>
      ok({ webhooks });

  it('are subscribed to once per event', async () => {
    const shop = await playing({
      webhooks: ({ method }) =>
        method === 'GET' ? list({ event_type: 'RETURN_STATUS_CHANGE', address: url })() : ok(),
    });
    await subscribe(shop.client(), { events: ['RETURN_STATUS_CHANGE', 'REFUND_SUCCESS'], url });
    expect(shop.received.map(({ method, json }) => [method, json])).toEqual([
      ['GET', undefined],
      ['PUT', { event_type: 'REFUND_SUCCESS', address: url }],
    ]);
  });

  it('of batches are left out where TikTok Shop does not send them to the app, and no others', async () => {
    const shop = await playing({
      webhooks: ({ method, json }) =>
        method === 'GET'
          ? list()()
          : JSON.stringify(json).includes('RMA_STATUS_UPDATE') || JSON.stringify(json).includes('NEW_MESSAGE')
            ? refused(98001004, 'Invalid parameter event_type')
            : ok(),
    });
    const onClosed = jest.fn();
    await subscribe(shop.client(), { events: ['RMA_STATUS_UPDATE', 'RETURN_STATUS_CHANGE'], url, onClosed });
    expect(onClosed.mock.calls).toMatchObject([['RMA_STATUS_UPDATE', { code: 'invalid_input' }]]);
    expect(shop.received.at(-1)?.json).toMatchObject({ event_type: 'RETURN_STATUS_CHANGE' });
    await expect(subscribe(shop.client(), { events: ['NEW_MESSAGE'], url, onClosed })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });

  it('of another address are not taken away without being told to', async () => {
    const shop = await playing({
      webhooks: ({ method }) =>
        method === 'GET' ? list({ event_type: 'REFUND_SUCCESS', address: 'https://other.test/x?token=hush' })() : ok(),
    });
    const wanted = { events: ['REFUND_SUCCESS'], url };
    const error: unknown = await subscribe(shop.client(), wanted).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'conflict', message: expect.stringContaining('other.test') });
    expect(String(error)).not.toContain('hush');
    await subscribe(shop.client(), { ...wanted, takeOver: true });
    expect(shop.received.at(-1)?.method).toBe('PUT');
  });

  it('of this address alone are removed', async () => {
    const shop = await playing({
      webhooks: ({ method }) =>
        method === 'GET'
          ? list({ event_type: 'A', address: url }, { event_type: 'B', address: 'https://other.test' })()
          : ok(),
    });
    await unsubscribe(shop.client(), url);
    expect(shop.received.slice(1).map(({ method, json }) => [method, json])).toEqual([['DELETE', { event_type: 'A' }]]);
  });
});

it('finds what changed under the keys of the webhooks that were missed', async () => {
  const shop = await playing({
    'returns/search': () => ok({ return_orders: [returnAnswer()] }),
    'cancellations/search': () => ok({ cancellations: [cancellationAnswer({ update_time: 1_763_700_000 })] }),
  });
  const window = { from: '2025-11-20T00:00:00.000Z', before: '2025-11-23T00:00:00.000Z' };
  const found = await findChanges(shop.client(), [12, 11, 67], window);
  expect(found.map(({ key, event, foundBy }) => [key, event, foundBy])).toEqual([
    ['cancellation:4035227007132340001:CANCELLATION_REQUEST_PENDING', 'CANCELLATION_STATUS_CHANGE', 'search'],
    ['return:4035318504086604500:RETURN_OR_REFUND_REQUEST_PENDING:1763800100', 'RETURN_STATUS_CHANGE', 'search'],
  ]);
  expect(shop.received[0]).toMatchObject({
    query: { sort_field: 'update_time', sort_order: 'ASC' },
    json: { update_time_ge: 1_763_596_800, update_time_lt: 1_763_856_000 },
  });
});

it('finds the other changes where TikTok Shop does not open batches to the app', async () => {
  const shop = await playing({ 'returns/search': () => ok({ return_orders: [returnAnswer()] }) });
  const window = { from: '2025-11-20T00:00:00.000Z', before: '2025-11-23T00:00:00.000Z' };
  const onClosed = jest.fn();
  const found = await findChanges(shop.client(), [64, 65, 12], window, onClosed);
  expect(found.map(({ event }) => event)).toEqual(['RETURN_STATUS_CHANGE']);
  expect(onClosed).toHaveBeenCalledTimes(2);
  await expect(findChanges(shop.client(), [11], window, onClosed)).rejects.toMatchObject({ code: 'unsupported' });
});

it('looks again where the search for batches fails for now', async () => {
  const shop = await playing({ 'aftersales/search': () => refused(36009003, 'Internal error', 500) });
  const window = { from: '2025-11-20T00:00:00.000Z', before: '2025-11-23T00:00:00.000Z' };
  await expect(findChanges(shop.client(), [64], window)).rejects.toMatchObject({ code: 'provider_unavailable' });
});

it('lists each carrier of a warehouse once', async () => {
  const shop = await playing({
    delivery_options: () =>
      ok({
        delivery_options: [
          { id: '1', name: 'Standard' },
          { id: '2', name: 'Express' },
        ],
      }),
    shipping_providers: () => ok({ shipping_providers: [{ id: 'p', name: 'Royal Mail' }] }),
  });
  await expect(listShippingProviders(shop.client(), 'w')).resolves.toEqual([
    { id: 'p', name: 'Royal Mail', deliveryOption: 'Standard' },
  ]);
});

describe('the shop that is meant', () => {
  const shops = [
    { id: '1', name: 'Lune UK', region: 'GB', cipher: 'A', code: 'GBLUNE' },
    { id: '2', name: 'Lune FR', region: 'FR', cipher: 'B' },
  ];
  it.each([
    [{ shop: 'B' }, 'B'],
    [{ shop: '1' }, 'A'],
    [{ shop: 'GBLUNE' }, 'A'],
    [{ region: 'fr' }, 'B'],
    [{ shop: 'A', region: 'FR' }, 'A'],
  ])('for %o is %s', (choice, cipher) => {
    expect(chooseShop(shops, choice).cipher).toBe(cipher);
  });

  it('is the only one there is', () => {
    expect(chooseShop(shops.slice(0, 1), {})).toEqual({ cipher: 'A', id: '1', region: 'GB' });
  });

  it.each([[{}], [{ region: 'US' }], [{ shop: 'C' }]])('must be named: %o', (choice) => {
    expect(() => chooseShop(shops, choice)).toThrow(/shop/);
  });
});
