import { z } from 'zod/v4';
import { tiktokShopAccount } from '../../sandbox/accounts';
import { endpoints } from '../../sandbox/tiktok-shop/endpoints';
import { requestSignature, webhookSignature } from '../../sandbox/tiktok-shop/signature';
import { type Caller, orderSeed, orderShape, png, returnShape, startCaller } from './tiktok-shop-caller';
import { propertyNames, published, schemaOf, unpublished } from './tiktok-shop-specification';

/** Calls that live shops and newer pages of the guide have, and the published file has not. */
const unpublishedCalls = [
  'POST /return_refund/202602/returns/search',
  'GET /return_refund/202602/orders/{order_id}/aftersale_eligibility',
  'POST /return_refund/202602/refunds/calculate',
  'GET /return_refund/202601/decision_eligibility',
  'GET /return_refund/202606/review_decision',
  'POST /return_refund/202602/cancellations',
  'POST /return_refund/202602/cancellations/search',
  'POST /return_refund/202603/aftersales/search',
  'POST /return_refund/202604/rma/search',
  'POST /return_refund/202603/aftersales/review',
  'POST /return_refund/202606/aftersales/review',
];

/** Query parameters that the guide has and the published file has not. */
const unpublishedQuery = ['POST /return_refund/202405/returns/shipping_documents return_id_type'];

const calls = endpoints.flatMap((endpoint) =>
  endpoint.versions.map((version) => ({
    ...endpoint,
    name: `${endpoint.method} ${endpoint.path.replace('{version}', version)}`,
    path: endpoint.path.replace('{version}', version),
  })),
);
const specified = calls.filter(({ name }) => !unpublishedCalls.includes(name));

describe('the TikTok Shop simulator beside the published specification', () => {
  it('serves what is published, and names what is not', () => {
    const missing = calls.filter(({ method, path }) => published(method, path) === undefined);
    expect(missing.map(({ name }) => name).sort()).toEqual([...unpublishedCalls].sort());
  });

  it('would see a property that is not published, and one of another type', () => {
    const answer = published('POST', '/return_refund/202309/returns/search')?.answer;
    const data = { return_orders: [{ return_id: 1, quantity: 1 }], total_count: 1 };
    expect(unpublished({ code: 0, data }, answer)).toEqual([
      'data.return_orders[].return_id: number',
      'data.return_orders[].quantity',
    ]);
  });

  it.each(specified.map((one) => [one.name, one] as const))('%s takes no query parameter of its own', (name, one) => {
    const spec = published(one.method, one.path);
    const own = propertyNames(schemaOf(z.toJSONSchema(one.query, { io: 'input', unrepresentable: 'any' })));
    const invented = own.filter((key) => spec?.query.has(key) === false).map((key) => `${name} ${key}`);
    expect(invented).toEqual(invented.filter((key) => unpublishedQuery.includes(key)));
  });

  it.each(specified.map((one) => [one.name, one] as const))('%s takes no body property of its own', (_name, one) => {
    const spec = published(one.method, one.path);
    expect(one.isMultipart === true).toBe(spec?.mediaType === 'multipart/form-data');
    const known = new Set(propertyNames(spec?.body ?? {}));
    const own = propertyNames(schemaOf(z.toJSONSchema(one.body, { io: 'input', unrepresentable: 'any' })));
    expect(own.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('recorded vectors', () => {
  it('signs requests as the guide does', () => {
    const query = { app_key: '29a39d', timestamp: '1623812664' };
    const request = { path: '/authorization/202309/shops', query, contentType: '', body: Buffer.alloc(0) };
    expect(requestSignature(request, 'e59af819cc')).toBe(
      'b596b73e0cc6de07ac26f036364178ab16b0a907af13d43f0a0cd2345f582dc8',
    );
    const other = { path: '/test-api', query: { foo: 'bar' }, contentType: '', body: Buffer.alloc(0) };
    const expected = 'd3cb7fe11ecae942802ceeca67e7cf10120cc12f1517d45fbc1c8cfe5413c80f';
    expect(requestSignature(other, 'app_secret')).toBe(expected);
    const unsigned = { ...other, query: { foo: 'bar', sign: 'x', access_token: 'y' } };
    expect(requestSignature(unsigned, 'app_secret')).toBe(expected);
    const form = { ...other, contentType: 'multipart/form-data; boundary=b', body: Buffer.from('--b--') };
    expect(requestSignature(form, 'app_secret')).toBe(expected);
  });

  it('signs webhooks over app key and raw body', () => {
    const body = Buffer.from('{"a": 1}');
    expect(webhookSignature(body, 'abc', 'def')).toMatch(/^[0-9a-f]{64}$/);
    expect(webhookSignature(body, 'abc', 'def')).not.toBe(webhookSignature(Buffer.from('{"a":1}'), 'abc', 'def'));
  });
});

/** What live shops answered about a return that was sent back and paid, by names and formats; the values are made up. */
const recordedReturn = {
  combined_return_id: /^0$/,
  create_time: /^\d{10}$/,
  discount_amount: {
    currency: /^[A-Z]{3}$/,
    product_platform_discount: /^\d/,
    product_seller_discount: /^\d/,
    shipping_fee_platform_discount: /^\d/,
    shipping_fee_seller_discount: /^\d/,
  },
  handover_method: /^DROP_OFF$/,
  is_combined_return: /^false$/,
  order_id: /^\d{18,19}$/,
  refund_amount: {
    currency: /^[A-Z]{3}$/,
    refund_shipping_fee: /^0$/,
    refund_subtotal: /^\d+(\.\d*[1-9])?$/,
    refund_tax: /^\d+(\.\d*[1-9])?$/,
    refund_total: /^\d+(\.\d*[1-9])?$/,
  },
  return_id: /^4035\d{15}$/,
  return_line_items: {
    order_line_item_id: /^\d{18,19}$/,
    product_image: { height: /^200$/, url: /^http/, width: /^200$/ },
    product_name: /./,
    refund_amount: {
      currency: /^[A-Z]{3}$/,
      refund_shipping_fee: /^\d/,
      refund_subtotal: /^\d/,
      refund_tax: /^\d/,
      refund_total: /^\d/,
    },
    return_line_item_id: /^4035\d{15}$/,
    seller_sku: /./,
    sku_id: /^\d{19}$/,
    sku_name: /./,
  },
  return_method: /^PLATFORM_SHIPPED$/,
  return_provider_id: /^\d{19}$/,
  return_provider_name: /./,
  return_reason: /^ecom_order_delivered_refund_and_return_reason_/,
  return_reason_text: /./,
  return_shipping_document_type: /^SHIPPING_LABEL$/,
  return_status: /^RETURN_OR_REFUND_REQUEST_COMPLETE$/,
  return_tracking_number: /^\d{12}$/,
  return_type: /^RETURN_AND_REFUND$/,
  return_warehouse_address: { full_address: /./ },
  role: /^BUYER$/,
  shipment_type: /^PLATFORM$/,
  shipping_fee_amount: {
    buyer_paid_return_shipping_fee: /^0$/,
    currency: /^[A-Z]{3}$/,
    platform_paid_return_shipping_fee: /^0$/,
    seller_paid_return_shipping_fee: /^\d/,
  },
  update_time: /^\d{10}$/,
};

type Formats = { readonly [name: string]: RegExp | Formats };

/** What is not as it was recorded: names that are missing or too many, values of another format. */
function unlike(value: unknown, recorded: RegExp | Formats, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => unlike(entry, recorded, at));
  if (recorded instanceof RegExp) return recorded.test(String(value)) ? [] : [`${at}: ${String(value)}`];
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
  const missing = Object.keys(recorded).filter((name) => !entries.some(([own]) => own === name));
  return [
    ...missing.map((name) => `${at}.${name} is missing`),
    ...entries.flatMap(([name, entry]) => {
      const format = recorded[name];
      return format === undefined ? [`${at}.${name} is new`] : unlike(entry, format, `${at}.${name}`);
    }),
  ];
}

describe('answers of the TikTok Shop simulator', () => {
  let caller: Caller;

  beforeEach(async () => {
    caller = await startCaller();
  });
  afterEach(() => caller.sandbox.stop());

  const ensurePublished = (): void => {
    for (const { method, path, envelope } of caller.heard) {
      const call = calls.find((one) => one.method === method && patternOf(one.path).test(path));
      const spec = published(method, call?.path ?? path);
      if (spec === undefined) continue;
      const strange = unpublished(envelope, spec.answer);
      expect({ path: call?.path, strange }).toEqual({ path: call?.path, strange: [] });
    }
  };

  it('about a finished return are as recorded in live shops', async () => {
    const { orderId } = await caller.control('orders', orderShape, orderSeed);
    const { returnId } = await caller.control('returns', returnShape, { orderId, lines: [{ sku: 'ROBE-S' }] });
    const approve = `/return_refund/202309/returns/${returnId}/approve`;
    await caller.data('POST', approve, { body: { decision: 'APPROVE_RETURN' } });
    await caller.control(`returns/${returnId}/ship`, returnShape);
    await caller.control(`returns/${returnId}/deliver`, returnShape);
    await caller.data('POST', approve, { body: { decision: 'APPROVE_RECEIVED_PACKAGE' } });
    caller.sandbox.context.clock.advance(5_000);
    const { return_orders: found } = await caller.data('POST', '/return_refund/202602/returns/search', { body: {} });
    expect(found).toHaveLength(1);
    expect(unlike(found, recordedReturn)).toEqual([]);
  });

  it('have no property that is not published, along the way of an order and its return', async () => {
    const order = await caller.control('orders', orderShape, orderSeed);
    const { orderId, userId, lines } = order;
    await caller.data('GET', '/authorization/202309/shops');
    await caller.data('GET', '/seller/202309/shops');
    await caller.data('GET', '/order/202309/orders', { query: { ids: orderId } });
    await caller.data('GET', '/order/202507/orders', { query: { ids: orderId } });
    await caller.data('POST', '/order/202309/orders/search', { query: { page_size: '20' }, body: {} });
    await caller.data('GET', `/order/202407/orders/${orderId}/price_detail`);
    await caller.data('GET', `/fulfillment/202309/orders/${orderId}/tracking`);
    for (const version of ['202309', '202512']) {
      await caller.data('GET', `/return_refund/${version}/orders/${orderId}/aftersale_eligibility`);
    }
    await caller.data('POST', '/return_refund/202309/refunds/calculate', {
      body: {
        order_id: orderId,
        request_type: 'REFUND',
        reason_name: 'ecom_order_delivered_refund_reason_damaged_seller',
        order_line_item_ids: [lines[0]?.id],
      },
    });

    const { returnId } = await caller.control('returns', returnShape, {
      orderId,
      lines: [{ sku: 'ROBE-S' }],
      note: 'too small',
      images: [{ url: 'https://example.test/a.jpg' }],
    });
    const search = { body: { return_ids: [returnId] } };
    await caller.data('POST', '/return_refund/202309/returns/search', search);
    await caller.data('GET', '/return_refund/202309/reject_reasons', { query: { return_or_cancel_id: returnId } });
    const approve = `/return_refund/202309/returns/${returnId}/approve`;
    await caller.data('POST', approve, { body: { decision: 'APPROVE_RETURN' } });
    const form = new FormData();
    form.set('return_shipping_label', new Blob(['%PDF-1.4'], { type: 'application/pdf' }), 'label.pdf');
    form.set('tracking_number', '6A1234567890');
    const query = { return_ids: returnId };
    await caller.data('POST', '/return_refund/202405/returns/shipping_documents', { query, form });
    await caller.control(`returns/${returnId}/ship`, returnShape);
    await caller.control(`returns/${returnId}/deliver`, returnShape);
    await caller.data('POST', '/return_refund/202309/returns/search', search);
    await caller.data('POST', approve, { body: { decision: 'APPROVE_RECEIVED_PACKAGE' } });
    caller.sandbox.context.clock.advance(5_000);
    await caller.data('POST', '/return_refund/202309/returns/search', search);
    await caller.data('GET', `/return_refund/202309/returns/${returnId}/records`);

    const refundOnly = await caller.control('returns', returnShape, {
      orderId,
      type: 'REFUND',
      lines: [{ sku: 'FOULARD' }],
    });
    await caller.data('POST', `/return_refund/202309/returns/${refundOnly.returnId}/approve`, {
      body: { decision: 'OFFER_PARTIAL_REFUND', partial_refund: { amount: '5.50', currency: 'EUR' } },
    });
    await caller.data('POST', '/return_refund/202309/returns/search', { body: {} });
    await caller.control(`returns/${refundOnly.returnId}/refuse-offer`, returnShape);
    const image = new FormData();
    image.set('data', png(), 'proof.png');
    image.set('use_case', 'DESCRIPTION_IMAGE');
    const { uri } = await caller.data('POST', '/product/202309/images/upload', { form: image });
    await caller.data('POST', `/return_refund/202309/returns/${refundOnly.returnId}/reject`, {
      body: {
        decision: 'REJECT_REFUND',
        reject_reason: 'seller_reject_apply_item_is_correct',
        comment: 'see the picture',
        images: [{ image_id: uri, mime_type: 'image/png', width: 120, height: 120 }],
      },
    });

    const unsent = await caller.control('orders', orderShape, { ...orderSeed, shippedAt: null, deliveredAt: null });
    const ask = async (orderId: string): Promise<string> =>
      (await caller.control('cancellations', z.object({ cancelId: z.string() }), { orderId })).cancelId;
    const refused = await ask(unsent.orderId);
    await caller.data('POST', '/return_refund/202309/cancellations/search', { body: {} });
    await caller.data('POST', `/return_refund/202309/cancellations/${refused}/reject`, {
      body: { reject_reason: 'seller_reject_apply_product_has_been_packed', comment: 'packed this morning' },
    });
    await caller.data('POST', `/return_refund/202309/cancellations/${await ask(unsent.orderId)}/approve`);
    const other = await caller.control('orders', orderShape, { ...orderSeed, shippedAt: null, deliveredAt: null });
    await caller.data('POST', '/return_refund/202309/cancellations', {
      body: { order_id: other.orderId, cancel_reason: 'seller_cancel_reason_out_of_stock' },
    });
    const kind = await caller.control('orders', orderShape, orderSeed);
    await caller.data('POST', '/return_refund/202309/returns', {
      body: {
        order_id: kind.orderId,
        return_type: 'REFUND',
        return_reason: 'ecom_order_delivered_refund_reason_damaged_seller',
        skus: [{ sku_id: kind.lines[0]?.skuId, quantity: 1 }],
      },
    });

    const { conversation_id: conversation } = await caller.data('POST', '/customer_service/202309/conversations', {
      body: { buyer_user_id: userId },
    });
    const messages = `/customer_service/202309/conversations/${String(conversation)}/messages`;
    await caller.data('POST', messages, { body: { type: 'TEXT', content: JSON.stringify({ content: 'Bonjour' }) } });
    await caller.data('GET', messages, { query: { page_size: '10' } });
    const photo = new FormData();
    photo.set('data', png(), 'photo.png');
    await caller.data('POST', '/customer_service/202309/images/upload', { form: photo });
    await caller.data('POST', '/product/202309/inventory/search', { body: { sku_ids: [lines[0]?.skuId] } });
    for (const version of ['202309', '202502']) {
      await caller.data('POST', `/product/${version}/products/search`, { query: { page_size: '10' }, body: {} });
    }
    await caller.data('POST', `/product/202309/products/${lines[0]?.productId ?? ''}/inventory/update`, {
      body: { skus: [{ id: lines[0]?.skuId, inventory: [{ warehouse_id: '1', quantity: 4 }] }] },
    });
    const { warehouses } = await caller.data('GET', '/logistics/202309/warehouses');
    const [warehouse] = z.array(z.object({ id: z.string() })).parse(warehouses);
    await caller.data('GET', `/logistics/202309/warehouses/${warehouse?.id ?? ''}/delivery_options`);
    await caller.data('GET', '/logistics/202309/delivery_options/7129720299146184453/shipping_providers');
    await caller.data('PUT', '/event/202309/webhooks', {
      body: { event_type: 'RETURN_STATUS_CHANGE', address: 'http://127.0.0.1:1/hook' },
    });
    await caller.data('GET', '/event/202309/webhooks');
    await caller.data('DELETE', '/event/202309/webhooks', { body: { event_type: 'RETURN_STATUS_CHANGE' } });

    ensurePublished();
    const asked = new Set(
      caller.heard.map(
        ({ method, path }) => calls.find((one) => one.method === method && patternOf(one.path).test(path))?.name,
      ),
    );
    const unasked = specified.filter(({ name }) => !asked.has(name));
    expect(unasked.map(({ name }) => name)).toEqual([]);
  });
});

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

describe('what the TikTok Shop simulator refuses', () => {
  let caller: Caller;

  beforeEach(async () => {
    caller = await startCaller();
  });
  afterEach(() => caller.sandbox.stop());

  const shops = '/authorization/202309/shops';
  const search = '/return_refund/202309/returns/search';

  it.each([
    ['an unknown app', { appKey: 'other' }, 400, 36009004, /Invalid 'app_key'/],
    ['no signature', { sign: null }, 400, 36009004, /Missing 'sign'/],
    ['a wrong signature', { sign: '0'.repeat(64) }, 401, 106001, /sign/],
    ['no token', { token: null }, 400, 36009004, /x-tts-access-token/],
    ['an unknown token', { token: 'ROW_nobody' }, 401, 101000, /x-tts-access-token/],
    ['a shop where none belongs', { cipher: tiktokShopAccount.shopCipher }, 400, 36009004, /Unexpected identifier/],
  ] as const)('refuses %s', async (_what, options, status, code, message) => {
    const answer = await caller.call('GET', shops, options);
    expect(answer).toMatchObject({ status, code, data: null });
    expect(answer.message).toMatch(message);
  });

  it('takes requests from five minutes ago to thirty seconds ahead', async () => {
    const now = caller.sandbox.context.clock.unix();
    const codeAt = async (timestamp: number): Promise<number> => (await caller.call('GET', shops, { timestamp })).code;
    expect(await codeAt(now - 295)).toBe(0);
    expect(await codeAt(now + 25)).toBe(0);
    expect(await codeAt(now - 305)).toBe(36009004);
    expect(await codeAt(now + 35)).toBe(36009004);
  });

  it('wants the very bytes that were signed', async () => {
    expect((await caller.call('POST', search, { body: { order_ids: ['1'] } })).code).toBe(0);
    const spaced = await caller.call('POST', search, { body: { order_ids: ['1'] }, sentBody: '{"order_ids": ["1"]}' });
    expect(spaced.code).toBe(106001);
  });

  it('wants a shop that it knows', async () => {
    expect(await caller.call('POST', search, { cipher: null, body: {} })).toMatchObject({ code: 106013 });
    expect(await caller.call('POST', search, { cipher: 'ROW_other', body: {} })).toMatchObject({ code: 36009004 });
  });

  it('knows no return by its id, no other method and no other version', async () => {
    expect(await caller.call('GET', '/return_refund/202309/returns/1')).toMatchObject({ status: 404, code: 36009009 });
    expect(await caller.call('GET', search)).toMatchObject({ status: 405, code: 36009010 });
    expect(await caller.call('POST', '/return_refund/202310/returns/search')).toMatchObject({ code: 36009014 });
  });

  it('takes paging in the query and filters in the body, and neither elsewhere', async () => {
    const wrong = await caller.call('POST', search, { query: { return_ids: '1' }, body: {} });
    expect(wrong).toMatchObject({ code: 36009004, message: expect.stringContaining('return_ids') as string });
    expect(await caller.call('POST', search, { body: { page_size: 10 } })).toMatchObject({ code: 36009004 });
    expect(await caller.call('POST', search, { query: { page_size: '9' }, body: {} })).toMatchObject({
      code: 98001004,
    });
    expect(await caller.call('POST', search, { query: { page_token: 'x' }, body: {} })).toMatchObject({
      code: 98001004,
    });
  });

  it('lets an authorisation do what it was given for only', async () => {
    const { code } = await caller.control('tokens/code', z.object({ code: z.string() }), {
      scopes: ['seller.authorization.info'],
    });
    const { access_token: token } = await tokens(caller, 'get', { auth_code: code, grant_type: 'authorized_code' });
    expect((await caller.call('GET', shops, { token: String(token) })).code).toBe(0);
    expect(await caller.call('POST', search, { token: String(token), body: {} })).toMatchObject({
      status: 403,
      code: 105005,
    });
  });

  it('lets nobody in whose address the app does not list', async () => {
    await caller.control('settings', z.unknown(), { isAddressAllowed: false });
    expect(await caller.call('GET', shops)).toMatchObject({ status: 403, code: 36009033 });
  });

  it('tells of too many requests', async () => {
    await caller.control('limits', z.object({ reads: z.number() }), { reads: 2 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => caller.call('GET', shops)));
    const refused = answers.filter(({ code }) => code === 36009002);
    expect(refused.length).toBeGreaterThanOrEqual(2);
    expect(refused[0]).toMatchObject({ status: 429 });
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
  });

  it('has its own words for the faults of the sandbox, and does what it does not answer', async () => {
    const { faults, journal } = caller.sandbox.context;
    const provider = 'tiktok-shop';
    faults.add({ provider, kind: 'rate-limit', count: 1, retryAfterSeconds: 7 });
    const limited = await caller.call('GET', shops);
    expect(limited).toMatchObject({ status: 429, code: 36009002 });
    expect(limited.headers.get('retry-after')).toBe('7');
    faults.add({ provider, kind: 'server-error', count: 1 });
    expect(await caller.call('GET', shops)).toMatchObject({ status: 500, code: 36009003 });

    const { orderId } = await caller.control('orders', orderShape, orderSeed);
    const { returnId } = await caller.control('returns', returnShape, { orderId, type: 'REFUND' });
    faults.add({ provider, kind: 'lost-answer', count: 1, match: { path: '/approve' } });
    const approve = { query: { idempotency_key: 'k1' }, body: { decision: 'APPROVE_REFUND' } };
    const path = `/return_refund/202309/returns/${returnId}/approve`;
    await expect(caller.call('POST', path, approve)).rejects.toThrow();
    expect(await caller.call('POST', path, approve)).toMatchObject({ code: 0 });
    expect(journal.entries({ effect: 'refund.approved' })).toHaveLength(1);
  });

  it('keeps shops apart', async () => {
    const shop = { id: '7495000000000000099', name: 'Lune UK', region: 'GB', currency: 'GBP', cipher: 'ROW_uk' };
    await caller.control('shops', z.object({ id: z.string() }), shop);
    const { orderId } = await caller.control('orders', orderShape, { ...orderSeed, shopId: shop.id });
    const query = { ids: orderId };
    expect(await caller.call('GET', '/order/202309/orders', { query })).toMatchObject({ code: 21008111 });
    expect(await caller.call('GET', '/order/202309/orders', { query, cipher: shop.cipher })).toMatchObject({ code: 0 });
  });
});

const tokenShape = z.object({ code: z.number(), data: z.record(z.string(), z.unknown()).nullable() });

async function tokens(
  caller: Caller,
  verb: 'get' | 'refresh',
  more: Record<string, string>,
): Promise<Record<string, unknown>> {
  const { appKey, appSecret } = tiktokShopAccount;
  const query = new URLSearchParams({ app_key: appKey, app_secret: appSecret, ...more });
  const response = await fetch(`${caller.sandbox.url}/tiktok-shop/api/v2/token/${verb}?${query.toString()}`);
  const { code, data } = tokenShape.parse(await response.json());
  return code === 0 ? (data ?? {}) : { code };
}

describe('authorisation', () => {
  let caller: Caller;

  beforeEach(async () => {
    caller = await startCaller();
  });
  afterEach(() => caller.sandbox.stop());

  const shops = '/authorization/202309/shops';

  it('gives tokens for a code, once, within half an hour, with absolute expiry', async () => {
    const consent = await fetch(
      `${caller.sandbox.url}/tiktok-shop/open/authorize?service_id=${tiktokShopAccount.serviceId}&state=s1`,
    );
    const back = z.object({ code: z.string(), state: z.string() }).parse(await consent.json());
    expect(back.state).toBe('s1');
    const wanted = { auth_code: back.code, grant_type: 'authorized_code' };
    const now = caller.sandbox.context.clock.unix();
    const grant = await tokens(caller, 'get', wanted);
    expect(grant).toMatchObject({ user_type: 0, seller_base_region: 'FR' });
    expect(Number(grant['access_token_expire_in']) - now).toBeGreaterThan(6 * 86_400);
    expect((await caller.call('GET', shops, { token: String(grant['access_token']) })).code).toBe(0);
    expect(await tokens(caller, 'get', wanted)).toEqual({ code: 36004004 });

    const { code } = await caller.control('tokens/code', z.object({ code: z.string() }));
    caller.sandbox.context.clock.advance(31 * 60_000);
    expect(await tokens(caller, 'get', { auth_code: code, grant_type: 'authorized_code' })).toEqual({ code: 36004004 });
  });

  it('lets tokens expire, and rotates the refresh token', async () => {
    caller.sandbox.context.clock.advance(8 * 86_400_000);
    expect(await caller.call('GET', shops)).toMatchObject({ status: 401, code: 105002 });
    const wanted = { refresh_token: tiktokShopAccount.refreshToken, grant_type: 'refresh_token' };
    const grant = await tokens(caller, 'refresh', wanted);
    expect((await caller.call('GET', shops, { token: String(grant['access_token']) })).code).toBe(0);
    expect(await tokens(caller, 'refresh', wanted)).toEqual({ code: 36004001 });
    const next = await tokens(caller, 'refresh', { ...wanted, refresh_token: String(grant['refresh_token']) });
    expect(next['refresh_token']).not.toBe(grant['refresh_token']);
  });

  it('ends when the seller withdraws it', async () => {
    await caller.control('tokens/revoke', z.object({ ok: z.boolean() }));
    expect(await caller.call('GET', shops)).toMatchObject({ code: 101000 });
    const wanted = { refresh_token: tiktokShopAccount.refreshToken, grant_type: 'refresh_token' };
    expect(await tokens(caller, 'refresh', wanted)).toEqual({ code: 36004001 });
  });
});
