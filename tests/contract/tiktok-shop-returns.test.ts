import { z } from 'zod/v4';
import { type Caller, orderSeed, orderShape, png, returnShape, startCaller } from './tiktok-shop-caller';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const returnOrder = z.object({
  return_id: z.string(),
  return_status: z.string(),
  refund_amount: z.object({ refund_total: z.string(), refund_shipping_fee: z.string() }),
  seller_next_action_response: z.array(z.object({ action: z.string(), deadline: z.number() })).optional(),
  arbitration_status: z.string().optional(),
  buyer_rejected_partial_refund: z.boolean().optional(),
  is_quick_refund: z.boolean().optional(),
  return_tracking_number: z.string().optional(),
  return_method: z.string().optional(),
});
const reasonList = z.array(z.object({ name: z.string(), text: z.string() }));
const cancelShape = z.object({ cancelId: z.string(), deadline: z.number().nullable() });

let caller: Caller;

beforeEach(async () => {
  caller = await startCaller();
  // Money follows the clock of the sandbox, which goes on by itself: not so soon that a slow machine sees it early.
  await caller.control('settings', z.unknown(), { refundDelaySeconds: 4 });
});
afterEach(() => caller.sandbox.stop());

const sell = (changes: object = {}): Promise<z.infer<typeof orderShape>> =>
  caller.control('orders', orderShape, { ...orderSeed, ...changes });
const ask = (orderId: string, changes: object = {}): Promise<z.infer<typeof returnShape>> =>
  caller.control('returns', returnShape, { orderId, lines: [{ sku: 'ROBE-S' }], ...changes });
const does = (returnId: string, verb: string, body: object = {}): Promise<z.infer<typeof returnShape>> =>
  caller.control(`returns/${returnId}/${verb}`, returnShape, body);

async function find(returnId: string, version = '202309'): Promise<z.infer<typeof returnOrder>> {
  const body = { return_ids: [returnId] };
  const { return_orders: found } = await caller.data('POST', `/return_refund/${version}/returns/search`, { body });
  const [entry] = z.array(returnOrder).parse(found);
  if (entry === undefined) throw new Error('no such return');
  return entry;
}

const statusOf = async (returnId: string): Promise<string> => (await find(returnId)).return_status;

const decide = (returnId: string, verb: 'approve' | 'reject', body: object, key?: string): Promise<{ code: number }> =>
  caller.call('POST', `/return_refund/202309/returns/${returnId}/${verb}`, {
    body,
    ...(key === undefined ? {} : { query: { idempotency_key: key } }),
  });

async function rejectReasons(id: string): Promise<string[]> {
  const query = { return_or_cancel_id: id };
  const { reasons } = await caller.data('GET', '/return_refund/202309/reject_reasons', { query });
  return reasonList.parse(reasons).map(({ name }) => name);
}

const refunds = (): unknown[] =>
  caller.sandbox.context.journal.entries({ effect: 'refund.made' }).map(({ detail }) => detail['amount']);
const turn = (ms: number): void => {
  caller.sandbox.context.clock.advance(ms);
};

describe('a return', () => {
  it('goes from request over label and parcel to the refund, which is paid a little later', async () => {
    const { orderId } = await sell();
    const { returnId } = await ask(orderId);
    expect(await statusOf(returnId)).toBe('RETURN_OR_REFUND_REQUEST_PENDING');
    expect(await decide(returnId, 'approve', { decision: 'APPROVE_RETURN' })).toMatchObject({ code: 0 });
    expect(await statusOf(returnId)).toBe('AWAITING_BUYER_SHIP');
    await does(returnId, 'ship', { trackingNumber: '6A000000001' });
    expect(await find(returnId)).toMatchObject({
      return_status: 'BUYER_SHIPPED_ITEM',
      return_tracking_number: '6A000000001',
    });
    await does(returnId, 'deliver');
    const action = (await find(returnId)).seller_next_action_response?.[0]?.action;
    expect(action).toBe('SELLER_RESPOND_RECEIVE_PACKAGE');
    await decide(returnId, 'approve', { decision: 'APPROVE_RECEIVED_PACKAGE' });
    expect(await statusOf(returnId)).toBe('RETURN_OR_REFUND_REQUEST_SUCCESS');
    expect(refunds()).toEqual([]);
    turn(5_000);
    expect(await statusOf(returnId)).toBe('RETURN_OR_REFUND_REQUEST_COMPLETE');
    expect(refunds()).toEqual([8090]);
  });

  it('pays the freight back with the last of an order only', async () => {
    const { orderId } = await sell();
    const part = await ask(orderId);
    expect((await find(part.returnId)).refund_amount).toEqual({ refund_total: '80.9', refund_shipping_fee: '0' });
    await decide(part.returnId, 'approve', { decision: 'APPROVE_RETURN', buyer_keep_item: true });
    turn(5_000);
    const rest = await ask(orderId, { lines: undefined });
    expect((await find(rest.returnId)).refund_amount).toEqual({ refund_total: '119.16', refund_shipping_fee: '3.26' });
  });

  it.each([
    ['REFUND', 'approve', { decision: 'APPROVE_REFUND' }, 'RETURN_OR_REFUND_REQUEST_SUCCESS'],
    ['RETURN_AND_REFUND', 'approve', { decision: 'APPROVE_RETURN' }, 'AWAITING_BUYER_SHIP'],
    [
      'RETURN_AND_REFUND',
      'approve',
      { decision: 'APPROVE_RETURN', buyer_keep_item: true },
      'RETURN_OR_REFUND_REQUEST_SUCCESS',
    ],
    [
      'RETURN_AND_REFUND',
      'approve',
      { decision: 'APPROVE_REFUND', buyer_keep_item: true },
      'RETURN_OR_REFUND_REQUEST_SUCCESS',
    ],
    ['REPLACEMENT', 'approve', { decision: 'APPROVE_REPLACEMENT' }, 'REPLACEMENT_REQUEST_COMPLETE'],
    ['REPLACEMENT', 'approve', { decision: 'ISSUE_REPLACEMENT_REFUND' }, 'REPLACEMENT_REQUEST_REFUND_SUCCESS'],
    ['REFUND', 'reject', { decision: 'REJECT_REFUND' }, 'REFUND_OR_RETURN_REQUEST_REJECT'],
    ['RETURN_AND_REFUND', 'reject', { decision: 'REJECT_RETURN' }, 'REFUND_OR_RETURN_REQUEST_REJECT'],
    ['REPLACEMENT', 'reject', { decision: 'REJECT_REPLACEMENT' }, 'REPLACEMENT_REQUEST_REJECT'],
  ] as const)('asked for as %s and decided (%s %j) becomes %s', async (type, verb, body, status) => {
    const { orderId } = await sell();
    const { returnId } = await ask(orderId, { type });
    const [reason] = await rejectReasons(returnId);
    const answer = await decide(returnId, verb, verb === 'reject' ? { ...body, reject_reason: reason } : body);
    expect(answer).toMatchObject({ code: 0 });
    expect(await statusOf(returnId)).toBe(status);
  });

  it('can only be decided where it stands', async () => {
    const { orderId } = await sell();
    const { returnId } = await ask(orderId);
    expect(await decide(returnId, 'approve', { decision: 'APPROVE_RECEIVED_PACKAGE' })).toMatchObject({
      code: 25011014,
      message: "status can't approve receive",
    });
    expect(await decide(returnId, 'approve', { decision: 'APPROVE_REFUND' })).toMatchObject({ code: 25011014 });
    expect(await decide(returnId, 'approve', { decision: 'APPROVE_EVERYTHING' })).toMatchObject({ code: 36009004 });
    expect(await decide('4035000000000000000', 'approve', { decision: 'APPROVE_RETURN' })).toMatchObject({
      code: 98001004,
    });
    const { decisions } = await caller.data('GET', '/return_refund/202601/decision_eligibility', {
      query: { return_or_cancel_id: returnId, check_decisions: 'APPROVE_RETURN,REJECT_RECEIVED_PACKAGE' },
    });
    expect(decisions).toEqual([
      { decision: 'APPROVE_RETURN', eligible: true },
      {
        decision: 'REJECT_RECEIVED_PACKAGE',
        eligible: false,
        ineligible_code: 25011014,
        ineligible_reason: "status can't reject receive",
      },
    ]);
  });

  it('is decided once per idempotency key', async () => {
    const { orderId } = await sell();
    const { returnId } = await ask(orderId, { type: 'REFUND' });
    const body = { decision: 'APPROVE_REFUND' };
    expect(await decide(returnId, 'approve', body, 'case-7')).toMatchObject({ code: 0, data: {} });
    turn(5_000);
    expect(await decide(returnId, 'approve', body, 'case-7')).toMatchObject({ code: 0, data: {} });
    expect(await decide(returnId, 'approve', body, 'case-8')).toMatchObject({ code: 25001010 });
    expect(await decide(returnId, 'approve', body, 'k'.repeat(256))).toMatchObject({ code: 36009004 });
    expect(refunds()).toHaveLength(1);
  });

  it('is rejected with a reason of its own list, a short comment and uploaded pictures only', async () => {
    const { orderId } = await sell();
    const { returnId } = await ask(orderId);
    await decide(returnId, 'approve', { decision: 'APPROVE_RETURN' });
    expect(await rejectReasons(returnId)).toEqual([]);
    await does(returnId, 'ship');
    const reasons = await rejectReasons(returnId);
    expect(reasons).toContain('reverse_reject_return_parcel_reason_5');
    const body = { decision: 'REJECT_RECEIVED_PACKAGE', reject_reason: reasons[4] };
    expect(
      await decide(returnId, 'reject', { ...body, reject_reason: 'reverse_reject_request_reason_1' }),
    ).toMatchObject({ code: 25001014 });
    expect(await decide(returnId, 'reject', { ...body, comment: 'x'.repeat(501) })).toMatchObject({
      code: 98001004,
      message: expect.stringContaining('the length of seller words is over limit') as string,
    });
    const images = [{ image_id: 'tos-nowhere/1' }];
    expect(await decide(returnId, 'reject', { ...body, images })).toMatchObject({ code: 98001004 });
    const form = new FormData();
    form.set('data', png(), 'proof.png');
    const { uri } = await caller.data('POST', '/product/202309/images/upload', { form });
    expect(await decide(returnId, 'reject', { ...body, images: [{ image_id: uri }] })).toMatchObject({ code: 0 });
    expect(await statusOf(returnId)).toBe('REJECT_RECEIVE_PACKAGE');
    const { records } = await caller.data('GET', `/return_refund/202309/returns/${returnId}/records`);
    const last = z.array(z.object({ role: z.string(), images: z.array(z.unknown()) })).parse(records);
    expect(last.at(-1)).toMatchObject({ role: 'SELLER', images: [{ width: 120, height: 120 }] });
  });

  it('that the platform already paid cannot be rejected any more', async () => {
    const { orderId } = await sell();
    const { returnId } = await ask(orderId, { isQuickRefund: true });
    await decide(returnId, 'approve', { decision: 'APPROVE_RETURN' });
    await does(returnId, 'ship');
    expect(refunds()).toEqual([8090]);
    expect(await find(returnId, '202602')).toMatchObject({ is_quick_refund: true });
    const body = { decision: 'REJECT_RECEIVED_PACKAGE', reject_reason: 'reverse_reject_return_parcel_reason_1' };
    expect(await decide(returnId, 'reject', body)).toMatchObject({ code: 25011014 });
    await decide(returnId, 'approve', { decision: 'APPROVE_RECEIVED_PACKAGE' });
    turn(5_000);
    expect(refunds()).toEqual([8090]);
  });

  it('may be settled by a part of the money, when the buyer agrees', async () => {
    const { orderId } = await sell();
    const first = await ask(orderId, { type: 'REFUND' });
    const offer = (amount: string): object => ({
      decision: 'OFFER_PARTIAL_REFUND',
      partial_refund: { amount, currency: 'EUR' },
    });
    expect(await decide(first.returnId, 'approve', { decision: 'OFFER_PARTIAL_REFUND' })).toMatchObject({
      code: 98001004,
    });
    expect(await decide(first.returnId, 'approve', offer('80.90'))).toMatchObject({ code: 25005005 });
    expect(await decide(first.returnId, 'approve', offer('20'))).toMatchObject({ code: 0 });
    expect(await statusOf(first.returnId)).toBe('AWAITING_BUYER_RESPONSE');
    await does(first.returnId, 'accept-offer');
    turn(5_000);
    expect(refunds()).toEqual([2000]);

    const second = await ask(orderId, { type: 'REFUND', lines: [{ sku: 'FOULARD' }] });
    await decide(second.returnId, 'approve', offer('5'));
    await does(second.returnId, 'refuse-offer');
    expect(await find(second.returnId)).toMatchObject({
      return_status: 'RETURN_OR_REFUND_REQUEST_PENDING',
      buyer_rejected_partial_refund: true,
    });
    await decide(second.returnId, 'approve', { decision: 'APPROVE_REFUND' });
    turn(5_000);
    expect(refunds()).toEqual([2000, 3500]);
  });

  it('that was rejected may be appealed against, and the platform decides', async () => {
    const { orderId } = await sell();
    const { returnId } = await ask(orderId);
    await decide(returnId, 'reject', { decision: 'REJECT_RETURN', reject_reason: (await rejectReasons(returnId))[0] });
    await does(returnId, 'appeal');
    expect((await find(returnId)).arbitration_status).toBe('IN_PROGRESS');
    expect(await decide(returnId, 'approve', { decision: 'APPROVE_RETURN' })).toMatchObject({ code: 25011014 });
    await does(returnId, 'arbitrate', { inFavourOf: 'BUYER' });
    expect(await find(returnId)).toMatchObject({
      return_status: 'AWAITING_BUYER_SHIP',
      arbitration_status: 'SUPPORT_BUYER',
    });
  });

  it('that the buyer edits ends, and goes on as a new one', async () => {
    const { orderId } = await sell();
    const { returnId } = await ask(orderId, { type: 'REFUND' });
    const { nextReturnId } = await does(returnId, 'edit', { type: 'RETURN_AND_REFUND' });
    const { return_orders: entries } = await caller.data('POST', '/return_refund/202309/returns/search', {
      body: { order_ids: [orderId], return_ids: [returnId, nextReturnId] },
    });
    const byId = z.array(z.record(z.string(), z.unknown())).parse(entries);
    expect(byId.find((entry) => entry['return_id'] === returnId)).toMatchObject({
      return_status: 'RETURN_OR_REFUND_REQUEST_CANCEL',
      next_return_id: nextReturnId,
    });
    expect(byId.find((entry) => entry['return_id'] === nextReturnId)).toMatchObject({
      return_type: 'RETURN_AND_REFUND',
      pre_return_id: returnId,
    });
  });

  it('of a unit that is on its way back cannot be asked for again', async () => {
    const { orderId } = await sell();
    await ask(orderId, { lines: [{ sku: 'FOULARD' }] });
    await expect(ask(orderId, { lines: [{ sku: 'FOULARD' }] })).rejects.toThrow('has no 1 of FOULARD left');
    const eligibility = `/return_refund/202512/orders/${orderId}/aftersale_eligibility`;
    const { sku_eligibility: skus } = await caller.data('GET', eligibility, {
      query: { request_types: 'REFUND,CANCEL' },
    });
    expect(skus).toMatchObject([
      {
        line_item_eligibility: [
          { request_type: 'REFUND', eligible: true },
          { request_type: 'CANCEL', ineligible_code: 25001051 },
        ],
      },
      { line_item_eligibility: [{ eligible: false, ineligible_code: 25001011 }, { ineligible_code: 25001011 }] },
    ]);
  });

  it('gets the seller’s own label in place of TikTok’s', async () => {
    const { orderId } = await sell();
    const { returnId } = await ask(orderId);
    const form = new FormData();
    form.set('return_qr_code', png(), 'code.png');
    form.set('tracking_number', '6A77');
    form.set('return_provider_id', '7117858858072016686');
    const path = '/return_refund/202405/returns/shipping_documents';
    const query = { return_ids: returnId, return_id_type: 'RETURN' };
    expect(await caller.call('POST', path, { query, form })).toMatchObject({ code: 25011014 });
    await decide(returnId, 'approve', { decision: 'APPROVE_RETURN' });
    expect(await caller.call('POST', path, { query, body: {} })).toMatchObject({ code: 36009022 });
    expect(await caller.call('POST', path, { query, form })).toMatchObject({ code: 0 });
    expect(await find(returnId)).toMatchObject({ return_method: 'SELLER_SHIPPED', return_tracking_number: '6A77' });
  });

  it('is created by a seller where the market has it, for a reason that fits, up to what was paid', async () => {
    const { orderId, lines } = await sell();
    const create = (body: object): Promise<{ code: number }> =>
      caller.call('POST', '/return_refund/202309/returns', {
        query: { idempotency_key: 'gesture' },
        body: { order_id: orderId, order_line_item_ids: [lines[2]?.id], ...body },
      });
    const reason = 'ecom_order_delivered_refund_reason_damaged_seller';
    const refund = { return_type: 'REFUND', return_reason: reason, currency: 'EUR' };
    expect(await create({ ...refund, return_type: 'RETURN_AND_REFUND' })).toMatchObject({ code: 98001004 });
    expect(await create({ ...refund, return_reason: 'because' })).toMatchObject({ code: 25001014 });
    expect(await create({ ...refund, return_reason: 'seller_shipped_refund_package_lost' })).toMatchObject({
      code: 25001021,
    });
    expect(await create({ ...refund, refund_total: '35.01' })).toMatchObject({ code: 25005005 });
    expect(await create({ ...refund, refund_total: '10' })).toMatchObject({ code: 0 });
    expect(await create({ ...refund, refund_total: '10' })).toMatchObject({ code: 0 });
    turn(5_000);
    expect(refunds()).toEqual([1000]);
  });
});

describe('a shop in the United States', () => {
  const shop = { id: '7495000000000000077', name: 'Lune US', region: 'US', currency: 'USD', cipher: 'ROW_us' };

  it('has prices without tax, refunds them with it, and may ask for goods back itself', async () => {
    await caller.control('shops', z.object({ id: z.string() }), shop);
    const lines = [{ sku: 'TEE', title: 'Tee', unitPrice: '20', taxRate: 0.08 }];
    const { orderId } = await sell({ shopId: shop.id, lines, shippingAmount: '5' });
    const { orders } = await caller.data('GET', '/order/202309/orders', {
      query: { ids: orderId },
      cipher: shop.cipher,
    });
    expect(orders).toMatchObject([
      { payment: { sub_total: '20', tax: '1.6', shipping_fee: '5', total_amount: '26.6' } },
    ]);
    const body = {
      order_id: orderId,
      return_type: 'RETURN_AND_REFUND',
      return_reason: 'ecom_order_delivered_refund_and_return_reason_wrong_product_seller',
    };
    const created = await caller.data('POST', '/return_refund/202309/returns', { body, cipher: shop.cipher });
    expect(created['return_status']).toBe('AWAITING_BUYER_SHIP');
    const found = await caller.data('POST', '/return_refund/202309/returns/search', { body: {}, cipher: shop.cipher });
    expect(found['return_orders']).toMatchObject([
      { role: 'SELLER', refund_amount: { refund_total: '26.6', refund_subtotal: '21.6', refund_tax: '1.6' } },
    ]);
  });
});

describe('the marketplace’s clocks', () => {
  it('approve what the seller leaves unanswered for 48 hours', async () => {
    const { orderId } = await sell();
    const refund = await ask(orderId, { type: 'REFUND' });
    const sent = await ask(orderId);
    expect((sent.deadline ?? 0) - caller.sandbox.context.clock.unix()).toBe(48 * 3_600);
    turn(48 * HOUR - 5_000);
    expect(await statusOf(refund.returnId)).toBe('RETURN_OR_REFUND_REQUEST_PENDING');
    turn(10_000);
    expect(await statusOf(refund.returnId)).toMatch(/SUCCESS|COMPLETE/);
    expect(await statusOf(sent.returnId)).toBe('AWAITING_BUYER_SHIP');
  });

  it('close what the buyer does not send, and accept what the seller does not judge', async () => {
    const { orderId } = await sell();
    const unsent = await ask(orderId);
    const sent = await ask(orderId, { lines: [{ sku: 'FOULARD' }] });
    for (const { returnId } of [unsent, sent]) await decide(returnId, 'approve', { decision: 'APPROVE_RETURN' });
    await does(sent.returnId, 'ship');
    await does(sent.returnId, 'deliver');
    turn(8 * DAY + 5_000);
    const state = caller.sandbox.simulators[0]?.state();
    expect(state).toMatchObject({
      returns: [
        { id: unsent.returnId, status: 'RETURN_OR_REFUND_REQUEST_CANCEL' },
        { id: sent.returnId, status: 'RETURN_OR_REFUND_REQUEST_COMPLETE' },
      ],
    });
    expect(refunds()).toEqual([3500]);
  });

  it('let weeks pass in order: unanswered, unsent, closed', async () => {
    const { orderId } = await sell();
    const { returnId } = await ask(orderId);
    const asked = caller.sandbox.context.clock.unix();
    turn(6 * DAY + 12 * HOUR);
    const statuses = async (): Promise<[string, number]> => {
      const { data } = await caller.call('POST', '/return_refund/202309/returns/search', {
        body: { return_ids: [returnId] },
      });
      const [entry] = z
        .array(z.object({ return_status: z.string(), update_time: z.number() }))
        .parse(data?.['return_orders']);
      return [entry?.return_status ?? '', Math.round(((entry?.update_time ?? 0) - asked) / 86_400)];
    };
    expect(await statuses()).toEqual(['AWAITING_BUYER_SHIP', 2]);
    turn(13 * HOUR);
    expect(caller.sandbox.simulators[0]?.state()).toMatchObject({
      returns: [{ id: returnId, status: 'RETURN_OR_REFUND_REQUEST_CANCEL' }],
    });
  });

  it('count business days in Britain, more of them from 100 pounds on', async () => {
    await caller.control('shops', z.object({ id: z.string() }), {
      id: '7495000000000000099',
      name: 'Lune UK',
      region: 'GB',
      currency: 'GBP',
      cipher: 'ROW_uk',
    });
    // A Thursday.
    caller.sandbox.context.clock.set(new Date('2026-11-26T12:00:00Z'));
    const { orderId } = await sell({ shopId: '7495000000000000099' });
    const small = await ask(orderId);
    const large = await ask(orderId, { lines: [{ sku: 'ROBE-S' }, { sku: 'FOULARD' }] });
    const dayOf = ({ deadline }: { deadline: number | null }): string =>
      new Date((deadline ?? 0) * 1000).toISOString().slice(0, 10);
    expect([dayOf(small), dayOf(large)]).toEqual(['2026-11-30', '2026-12-02']);
  });

  it('can be set by a test', async () => {
    await caller.control('clocks', z.unknown(), { region: 'FR', respond: { hours: 1 } });
    const { orderId } = await sell();
    const { returnId } = await ask(orderId);
    turn(HOUR + 1_000);
    expect(await statusOf(returnId)).toBe('AWAITING_BUYER_SHIP');
  });
});

describe('searches', () => {
  it('give every return once, page by page, though returns change meanwhile', async () => {
    const { orderId } = await sell({ lines: [{ sku: 'S', title: 'Sock', quantity: 23, unitPrice: '1' }] });
    for (let index = 0; index < 23; index += 1) {
      await ask(orderId, { lines: [{ sku: 'S' }] });
      turn(1_000);
    }
    const seen: string[] = [];
    let token = '';
    do {
      const query = { page_size: '10', sort_order: 'DESC', ...(token === '' ? {} : { page_token: token }) };
      const page = await caller.data('POST', '/return_refund/202309/returns/search', {
        query,
        body: { order_ids: [orderId] },
      });
      const entries = z.array(returnOrder).parse(page['return_orders']);
      seen.push(...entries.map(({ return_id: id }) => id));
      token = z.string().parse(page['next_page_token']);
      if (seen.length === 10) await sell();
    } while (token !== '');
    expect(seen).toHaveLength(23);
    expect(new Set(seen).size).toBe(23);
  });

  it('narrow by status, type, buyer and time of change', async () => {
    const { orderId, userId } = await sell();
    const early = await ask(orderId);
    turn(60_000);
    const late = await ask(orderId, { type: 'REFUND', lines: [{ sku: 'FOULARD' }] });
    const search = async (body: object): Promise<string[]> => {
      const { return_orders: found } = await caller.data('POST', '/return_refund/202309/returns/search', { body });
      return z
        .array(returnOrder)
        .parse(found)
        .map(({ return_id: id }) => id);
    };
    const now = caller.sandbox.context.clock.unix();
    expect(await search({ return_types: ['REFUND'] })).toEqual([late.returnId]);
    expect(await search({ update_time_lt: now - 10 })).toEqual([early.returnId]);
    expect(await search({ update_time_ge: now - 10 })).toEqual([late.returnId]);
    expect(await search({ buyer_user_ids: [userId] })).toEqual([early.returnId, late.returnId]);
    expect(await search({ buyer_user_ids: ['1'] })).toEqual([]);
    expect(await search({ return_status: ['AWAITING_BUYER_SHIP'] })).toEqual([]);
  });

  it('hide who the buyer is', async () => {
    const { orderId, buyerEmail } = await sell();
    const { orders } = await caller.data('GET', '/order/202309/orders', { query: { ids: orderId } });
    expect(buyerEmail).toMatch(/@scs2\.tiktok\.com$/);
    const text = JSON.stringify(orders);
    for (const secret of ['Martin', '8 rue Oberkampf', '+33612345678']) expect(text).not.toContain(secret);
    expect(text).toContain('75011');
  });
});

describe('cancellations', () => {
  const unsent = { shippedAt: null, deliveredAt: null };

  it('are asked for by the buyer and answered by the seller, or by the clock', async () => {
    const first = await sell(unsent);
    const { cancelId } = await caller.control('cancellations', cancelShape, { orderId: first.orderId });
    const path = `/return_refund/202309/cancellations/${cancelId}`;
    expect(await caller.call('POST', `${path}/reject`, { body: { reject_reason: 'no' } })).toMatchObject({
      code: 25001014,
    });
    expect(await caller.call('POST', `${path}/approve`, { query: { idempotency_key: 'a' } })).toMatchObject({
      code: 0,
    });
    expect(await caller.call('POST', `${path}/approve`)).toMatchObject({ code: 25001010 });
    turn(5_000);
    expect(refunds()).toEqual([20170]);
    const second = await sell(unsent);
    await caller.control('cancellations', cancelShape, { orderId: second.orderId });
    turn(48 * HOUR + 1_000);
    const { orders } = await caller.data('GET', '/order/202309/orders', {
      query: { ids: `${first.orderId},${second.orderId}` },
    });
    expect(orders).toMatchObject([{ status: 'CANCELLED' }, { status: 'CANCELLED' }]);
  });

  it('come too late for an order that left, and in part where the market has it not', async () => {
    const { orderId } = await sell();
    const cancel = (body: object): Promise<{ code: number }> =>
      caller.call('POST', '/return_refund/202309/cancellations', { body });
    const reason = 'seller_cancel_reason_out_of_stock';
    expect(await cancel({ order_id: orderId, cancel_reason: reason })).toMatchObject({ code: 25001045 });
    const { orderId: waiting, lines } = await sell(unsent);
    const part = { order_id: waiting, order_line_item_ids: [lines[0]?.id] };
    expect(await cancel({ ...part, cancel_reason: reason })).toMatchObject({ code: 98001004 });
    const shipped = 'seller_shipped_refund_package_lost';
    expect(await cancel({ order_id: waiting, cancel_reason: shipped })).toMatchObject({ code: 25001021 });
  });
});

describe('batches', () => {
  const batchShape = z.object({ aftersalesRequestId: z.string(), returns: z.array(returnShape) });
  const rmaList = z.array(z.object({ id: z.string(), status: z.string() }));

  it('are reviewed line by line, once as request and once as parcel, with what fails told', async () => {
    const { orderId } = await sell();
    const batch = await caller.control('aftersales', batchShape, { orderId });
    const ids = batch.returns.map(({ lines }) => lines[0]?.id ?? '');
    const review = (
      requestId: string,
      type: string,
      decisions: object[],
      key: string,
    ): Promise<Record<string, unknown>> =>
      caller.data('POST', '/return_refund/202606/aftersales/review', {
        body: {
          aftersales_request_decisions: [
            { request_id: requestId, request_id_type: type, idempotency_key: key, line_item_decisions: decisions },
          ],
        },
      });
    const lines = (...some: (string | undefined)[]): object => ({
      line_items: some.map((id) => ({ return_line_item_id: id })),
    });
    const first = [
      { ...lines(ids[0], ids[1], '1'), action: 'APPROVE_REQUEST' },
      { ...lines(ids[2]), action: 'REJECT_REQUEST' },
    ];
    const { errors } = await review(batch.aftersalesRequestId, 'AFTERSALES', first, 'r1');
    expect(errors).toEqual([
      expect.objectContaining({
        code: '98001004',
        detail: expect.objectContaining({ return_line_item_id: '1' }) as object,
      }),
    ]);
    const { aftersales_requests: requests } = await caller.data('POST', '/return_refund/202603/aftersales/search', {
      body: {
        whitelisted_data_fields: ['LINE_ITEMS', 'SKU_RETURN_REQUESTS', 'RETURN_MERCHANDISE_AUTHORIZATIONS'],
        filters: { main_order_ids: [orderId] },
        pagination: { page_size: 20 },
      },
    });
    expect(requests).toMatchObject([
      {
        id: batch.aftersalesRequestId,
        status: 'REQUEST_REVIEW_COMPLETED',
        sku_return_requests: [
          { return_status: 'AWAITING_BUYER_SHIP' },
          { return_status: 'AWAITING_BUYER_SHIP' },
          { return_status: 'REFUND_OR_RETURN_REQUEST_REJECT' },
        ],
        return_merchandise_authorizations: [{ status: 'AWAITING_BUYER_RETURN' }],
      },
    ]);

    const find = async (): Promise<z.infer<typeof rmaList>[number]> => {
      const body = { filters: { aftersales_request_ids: [batch.aftersalesRequestId] } };
      const answer = await caller.data('POST', '/return_refund/202604/rma/search', { body });
      const [rma] = rmaList.parse(answer['return_merchandise_authorizations']);
      return rma ?? { id: '', status: '' };
    };
    const rma = await find();
    await caller.control(`rmas/${rma.id}/ship`, z.unknown());
    await caller.control(`rmas/${rma.id}/deliver`, z.unknown());
    expect((await find()).status).toBe('PENDING_PACKAGE_REVIEW');
    const second = [
      { ...lines(ids[0]), action: 'APPROVE_RETURN_PACKAGE' },
      { ...lines(ids[1]), action: 'REJECT_RETURN_PACKAGE' },
    ];
    expect((await review(rma.id, 'RMA', second, 'p1'))['errors']).toEqual([]);
    expect((await review(rma.id, 'RMA', second, 'p1'))['errors']).toEqual([]);
    turn(5_000);
    expect((await find()).status).toBe('PACKAGE_REVIEW_COMPLETED');
    expect(refunds()).toEqual([8090]);
  });
});

describe('stock', () => {
  it('is set for all warehouses of a SKU at once, and read back', async () => {
    const { lines } = await sell();
    const [line] = lines;
    const inventory = z.array(
      z.object({
        skus: z.array(
          z.object({
            warehouse_inventory: z.array(z.object({ warehouse_id: z.string(), available_quantity: z.number() })),
          }),
        ),
      }),
    );
    const read = async (): Promise<{ warehouse_id: string; available_quantity: number }[]> => {
      const { inventory: found } = await caller.data('POST', '/product/202309/inventory/search', {
        body: { sku_ids: [line?.skuId] },
      });
      return inventory.parse(found)[0]?.skus[0]?.warehouse_inventory ?? [];
    };
    const [before] = await read();
    expect(before?.available_quantity).toBe(10);
    const path = `/product/202309/products/${line?.productId ?? ''}/inventory/update`;
    const set = (warehouses: object[]): Promise<Record<string, unknown>> =>
      caller.data('POST', path, { body: { skus: [{ id: line?.skuId, inventory: warehouses }] } });
    expect((await set([{ warehouse_id: '1', quantity: 3 }]))['errors']).toMatchObject([
      {
        detail: { sku_id: line?.skuId, extra_errors: [{ warehouse_id: before?.warehouse_id }, { warehouse_id: '1' }] },
      },
    ]);
    expect((await set([{ warehouse_id: before?.warehouse_id, quantity: 11 }]))['errors']).toEqual([]);
    expect((await read())[0]?.available_quantity).toBe(11);
  });
});

describe('messages', () => {
  it('go to a buyer of the shop, in one conversation, as text or as a card of their order', async () => {
    const { orderId, userId, lines } = await sell();
    const open = (buyer: string): Promise<{ code: number; data: Record<string, unknown> | null }> =>
      caller.call('POST', '/customer_service/202309/conversations', { body: { buyer_user_id: buyer } });
    expect(await open('1')).toMatchObject({ code: 98001004 });
    const id = z.string().parse((await open(userId)).data?.['conversation_id']);
    expect((await open(userId)).data).toEqual({ conversation_id: id });
    const send = (type: string, content: unknown): Promise<{ code: number }> =>
      caller.call('POST', `/customer_service/202309/conversations/${id}/messages`, {
        body: { type, content: typeof content === 'string' ? content : JSON.stringify(content) },
      });
    expect(await send('TEXT', 'not JSON')).toMatchObject({ code: 98001004 });
    expect(await send('TEXT', { content: 'x'.repeat(2_001) })).toMatchObject({ code: 98001004 });
    expect(await send('ORDER_CARD', { order_id: '1' })).toMatchObject({ code: 98001004 });
    expect(await send('TEXT', { content: 'Votre retour est arrivé.' })).toMatchObject({ code: 0 });
    expect(await send('RETURN_REFUND_CARD', { order_id: orderId, sku_id: lines[0]?.skuId })).toMatchObject({ code: 0 });
    expect(caller.sandbox.context.journal.entries({ effect: 'message.sent' })).toHaveLength(2);
  });
});
