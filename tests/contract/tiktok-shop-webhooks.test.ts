import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod/v4';
import { tiktokShopAccount } from '../../sandbox/accounts';
import { until } from '../support/until';
import { type Caller, orderSeed, orderShape, returnShape, startCaller } from './tiktok-shop-caller';

interface Received {
  authorization: string;
  raw: Buffer;
}

const messageShape = z.object({
  type: z.number(),
  tts_notification_id: z.string(),
  shop_id: z.string(),
  timestamp: z.number(),
  data: z.record(z.string(), z.unknown()),
});
const ok = z.object({ ok: z.boolean() });
const MINUTE = 60_000;

let caller: Caller;
let receiver: http.Server;
let received: Received[];
let status: number;
let address: string;

beforeEach(async () => {
  caller = await startCaller();
  received = [];
  status = 200;
  receiver = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ authorization: request.headers.authorization ?? '', raw: Buffer.concat(chunks) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterEach(async () => {
  await caller.sandbox.stop();
  await new Promise((resolve) => receiver.close(resolve));
});

const subscribe = (eventType: string): Promise<unknown> =>
  caller.data('PUT', '/event/202309/webhooks', { body: { event_type: eventType, address } });
const messages = (): z.infer<typeof messageShape>[] =>
  received.map(({ raw }) => messageShape.parse(JSON.parse(raw.toString('utf8'))));
const idle = (): Promise<void> => caller.sandbox.context.webhooks.idle();
const ask = async (orderId: string, changes: object = {}): Promise<string> =>
  (await caller.control('returns', returnShape, { orderId, lines: [{ sku: 'ROBE-S' }], ...changes })).returnId;

/** Waits for what goes on in the background, without waiting for retries that only the clock brings. */

it('tells subscribers of the type only, signed over app key and raw body', async () => {
  await subscribe('RETURN_STATUS_CHANGE');
  const { orderId } = await caller.control('orders', orderShape, orderSeed);
  const returnId = await ask(orderId);
  await idle();
  expect(messages()).toEqual([
    {
      type: 12,
      tts_notification_id: expect.stringMatching(/^\d{19}$/) as string,
      shop_id: tiktokShopAccount.shopId,
      timestamp: expect.any(Number) as number,
      data: {
        order_id: orderId,
        return_role: 'BUYER',
        return_type: 'RETURN_AND_REFUND',
        return_status: 'RETURN_OR_REFUND_REQUEST_PENDING',
        return_id: returnId,
        create_time: expect.any(Number) as number,
        update_time: expect.any(Number) as number,
      },
    },
  ]);
  const { appKey, appSecret } = tiktokShopAccount;
  const [first] = received;
  const expected = createHmac('sha256', appSecret)
    .update(Buffer.concat([Buffer.from(appKey), first?.raw ?? Buffer.alloc(0)]))
    .digest('hex');
  expect(first?.authorization).toBe(expected);
});

it('tries four times more, after 2 and 30 minutes, 3 and 12 hours of the clock, and then gives up', async () => {
  await subscribe('ORDER_STATUS_CHANGE');
  status = 503;
  await caller.control('orders', orderShape, orderSeed);
  const { clock } = caller.sandbox.context;
  await until(() => received.length === 1);
  for (const [index, minutes] of [2, 30, 180, 720].entries()) {
    await until(() => caller.sandbox.context.webhooks.deliveries()[0]?.attempts.length === index + 1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    clock.advance((minutes - 1) * MINUTE);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(received).toHaveLength(index + 1);
    clock.advance(MINUTE + 1_000);
    await until(() => received.length === index + 2);
  }
  await until(() => caller.sandbox.context.webhooks.deliveries()[0]?.state === 'failed');
  expect(new Set(messages().map(({ tts_notification_id: id }) => id)).size).toBe(1);
});

it('delivers after a retry, and nothing of a world that was reset', async () => {
  await subscribe('ORDER_STATUS_CHANGE');
  status = 500;
  await caller.control('orders', orderShape, orderSeed);
  await until(() => caller.sandbox.context.webhooks.deliveries()[0]?.attempts.length === 1);
  status = 200;
  await new Promise((resolve) => setTimeout(resolve, 30));
  caller.sandbox.context.clock.advance(2 * MINUTE + 1_000);
  await until(() => caller.sandbox.context.webhooks.deliveries()[0]?.state === 'delivered');
  status = 500;
  await caller.control('orders', orderShape, orderSeed);
  await until(() => received.length === 3);
  await new Promise((resolve) => setTimeout(resolve, 30));
  await fetch(`${caller.sandbox.url}/control/reset`, { method: 'POST' });
  await idle();
  expect(received).toHaveLength(3);
});

it('repeats and reorders what faults want it to, under the same notification id', async () => {
  await subscribe('RETURN_STATUS_CHANGE');
  caller.sandbox.context.faults.add({ provider: 'tiktok-shop', kind: 'reorder', count: 1 });
  caller.sandbox.context.faults.add({ provider: 'tiktok-shop', kind: 'duplicate', count: 1 });
  const { orderId } = await caller.control('orders', orderShape, orderSeed);
  const returnId = await ask(orderId);
  await caller.control(`returns/${returnId}/withdraw`, returnShape);
  await idle();
  const statuses = messages().map(({ data }) => data['return_status']);
  expect(statuses[0]).toBe('RETURN_OR_REFUND_REQUEST_CANCEL');
  expect([...statuses].sort()).toEqual([
    'RETURN_OR_REFUND_REQUEST_CANCEL',
    'RETURN_OR_REFUND_REQUEST_CANCEL',
    'RETURN_OR_REFUND_REQUEST_PENDING',
  ]);
  expect(new Set(messages().map(({ tts_notification_id: id }) => id)).size).toBe(2);
});

it('tells of orders, cancellations, batches, refunds, messages and the authorisation', async () => {
  const types = [
    'ORDER_STATUS_CHANGE',
    'CANCELLATION_STATUS_CHANGE',
    'AFTERSALES_REQUEST_STATUS_UPDATE',
    'RMA_STATUS_UPDATE',
    'REFUND_SUCCESS',
    'NEW_MESSAGE',
    'UPCOMING_AUTHORIZATION_EXPIRATION',
    'SELLER_DEAUTHORIZATION',
  ];
  for (const type of types) await subscribe(type);
  const unsent = { ...orderSeed, shippedAt: null, deliveredAt: null };
  const { orderId: waiting } = await caller.control('orders', orderShape, unsent);
  await caller.control('cancellations', z.object({ cancelId: z.string() }), { orderId: waiting });
  const { orderId } = await caller.control('orders', orderShape, orderSeed);
  const batch = await caller.control('aftersales', z.object({ returns: z.array(returnShape) }), {
    orderId,
    lines: [{ sku: 'FOULARD' }],
  });
  const returnId = batch.returns[0]?.returnId ?? '';
  const approve = `/return_refund/202309/returns/${returnId}/approve`;
  await caller.data('POST', approve, { body: { decision: 'APPROVE_RETURN' } });
  await caller.control(`returns/${returnId}/ship`, returnShape);
  await caller.data('POST', approve, { body: { decision: 'APPROVE_RECEIVED_PACKAGE' } });
  caller.sandbox.context.clock.advance(5_000);
  await caller.control('messages', z.object({ messageId: z.string() }), { orderId, text: 'Merci' });
  await caller.control('tokens/warn', ok);
  await caller.control('tokens/revoke', ok);
  await idle();
  const byType = (type: number): Record<string, unknown>[] =>
    messages()
      .filter((message) => message.type === type)
      .map(({ data }) => data);
  // Each message goes its own way: two of them may come in either order.
  const told = (type: number, field: string): unknown[] =>
    byType(type)
      .map((data) => data[field])
      .sort();
  expect(told(1, 'order_status')).toEqual(['AWAITING_SHIPMENT', 'DELIVERED']);
  expect(byType(11)).toMatchObject([
    { order_id: waiting, cancellations_role: 'BUYER', cancel_status: 'CANCELLATION_REQUEST_PENDING' },
  ]);
  expect(told(64, 'aftersales_request_status')).toEqual(['PENDING_REQUEST_REVIEW', 'REQUEST_REVIEW_COMPLETED']);
  expect(told(65, 'rma_status')).toEqual([
    'AWAITING_BUYER_RETURN',
    'PACKAGE_REVIEW_COMPLETED',
    'PENDING_PACKAGE_REVIEW',
  ]);
  expect(byType(67)).toMatchObject([
    {
      refund_total: '35',
      refund_currency: 'EUR',
      line_items: [{ main_order_id: orderId, sku_return_request_id: returnId }],
    },
  ]);
  expect(byType(14)).toMatchObject([{ content: '{"content":"Merci"}' }]);
  expect(byType(7)).toMatchObject([{ expiration_time: expect.stringMatching(/^\d{10}$/) as string }]);
  expect(byType(6)).toHaveLength(1);
});

it('takes public addresses with HTTPS and without a port only, and forgets what is unsubscribed', async () => {
  const put = (target: string, eventType = 'ORDER_STATUS_CHANGE'): Promise<{ code: number }> =>
    caller.call('PUT', '/event/202309/webhooks', { body: { event_type: eventType, address: target } });
  expect(await put('http://shop.example/hook')).toMatchObject({ code: 98001004 });
  expect(await put('https://shop.example:8443/hook')).toMatchObject({ code: 98001004 });
  expect(await put(`https://shop.example/${'x'.repeat(255)}`)).toMatchObject({ code: 36009004 });
  expect(await put('https://shop.example/hook', 'EVERYTHING')).toMatchObject({ code: 36009004 });
  expect(await put('https://shop.example/hook')).toMatchObject({ code: 0 });
  const remove = { body: { event_type: 'ORDER_STATUS_CHANGE' } };
  expect(await caller.call('DELETE', '/event/202309/webhooks', remove)).toMatchObject({ code: 0 });
  expect(await caller.call('DELETE', '/event/202309/webhooks', remove)).toMatchObject({ code: 98001004 });
});
