import nodemailer from 'nodemailer';
import { z } from 'zod/v4';
import { easyPostKey, mailAccount, shopifyAccount, stripeKey } from '../../sandbox/accounts';
import type { RunningSandbox } from '../../sandbox/core/server';
import { orderSeed as shopifyOrder } from './shopify-story';
import { Caller, orderSeed as tiktokOrder, orderShape, returnShape } from './tiktok-shop-caller';

/** What came back of a call. */
export interface Seen {
  /** HTTP status or SMTP code. */
  readonly status: number;
  readonly retryAfter: string | null;
}

/** A provider of the sandbox, as the one who tries its faults meets it. */
export interface Subject {
  /** Makes the call that faults are tried on: always the same one, with the same key where the provider has keys. */
  call(signal?: AbortSignal): Promise<Seen>;
  /** The status of a call that goes well. */
  readonly well: number;
  /** What the journal says when the call was done. */
  readonly effect: string;
  /** What the provider's own state shows of the call: how often it was done. */
  done(state: unknown): number;
}

/** A provider that sends webhooks. */
export interface Teller {
  subscribe(url: string): Promise<unknown>;
  /** Lets something happen that one webhook tells of. */
  tell(): Promise<unknown>;
  /** The provider's id of a message that came. */
  idOf(message: { headers: Record<string, unknown>; body: unknown }): unknown;
}

const address = (name: string): object => ({ name, street1: '1 rue A', city: 'Paris', zip: '75001', country: 'FR' });
const seenOf = ({ status, headers }: Pick<Response, 'status' | 'headers'>): Seen => ({
  status,
  retryAfter: headers.get('retry-after'),
});

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  const response = await fetch(url, { ...init, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

const refundMutation = `mutation Refund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) { refund { id } userErrors { message } } }`;
const subscribeMutation = `mutation Subscribe($uri: String!) {
  webhookSubscriptionCreate(topic: RETURNS_REQUEST, webhookSubscription: { uri: $uri, format: JSON }) { userErrors { message } } }`;

export async function shopifySubject({ url }: RunningSandbox): Promise<Subject & Teller> {
  const headers = { 'content-type': 'application/json', 'x-shopify-access-token': shopifyAccount.accessToken };
  const ask = (query: string, variables: object, signal?: AbortSignal): Promise<Response> =>
    fetch(`${url}/shopify/${shopifyAccount.shop}/admin/api/2026-10/graphql.json`, {
      ...{ method: 'POST', headers, body: JSON.stringify({ query, variables }) },
      ...(signal && { signal }),
    });
  const seededShape = z.object({ id: z.string(), name: z.string(), transactionIds: z.array(z.string()) });
  const seeded = seededShape.parse(await post(`${url}/control/shopify/orders`, shopifyOrder));
  const [parentId] = seeded.transactionIds;
  const transaction = { orderId: seeded.id, parentId, gateway: 'shopify_payments', kind: 'REFUND', amount: '1.00' };
  const refund = { key: 'a-key', input: { orderId: seeded.id, transactions: [transaction] } };
  return {
    call: async (signal) => seenOf(await ask(refundMutation, refund, signal)),
    well: 200,
    effect: 'refund.made',
    done: (state) =>
      z.object({ orders: z.tuple([z.object({ refunds: z.array(z.unknown()) })]) }).parse(state).orders[0].refunds
        .length,
    subscribe: (uri) => ask(subscribeMutation, { uri }),
    tell: () => {
      const asked = { orderName: seeded.name, lines: [{ sku: 'ROBE-LUNE-M' }] };
      return post(`${url}/control/shopify/returns/request`, asked);
    },
    idOf: (message) => message.headers['x-shopify-webhook-id'],
  };
}

export async function easyPostSubject({ url }: RunningSandbox): Promise<Subject & Teller> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${easyPostKey}` };
  const parcel = { from_address: address('Atelier Lune'), to_address: address('Zoé'), parcel: { weight: 9 } };
  const shipment = { ...parcel, is_return: true, service: 'Return' };
  const tracker = z
    .object({ tracking_code: z.string() })
    .parse(await post(`${url}/easypost/v2/trackers`, { tracker: { tracking_code: '8R1', carrier: 'DPDFR' } }, headers));
  const scans = ['in_transit', 'out_for_delivery'];
  return {
    call: async (signal) =>
      seenOf(
        await fetch(`${url}/easypost/v2/shipments`, {
          ...{ method: 'POST', headers, body: JSON.stringify({ shipment }) },
          ...(signal && { signal }),
        }),
      ),
    well: 201,
    effect: 'label.bought',
    done: (state) => z.object({ shipments: z.array(z.unknown()) }).parse(state).shipments.length,
    subscribe: (uri) => post(`${url}/easypost/v2/webhooks`, { webhook: { url: uri } }, headers),
    tell: () =>
      post(`${url}/control/easypost/trackers/${tracker.tracking_code}/status`, {
        status: scans.shift() ?? 'delivered',
      }),
    idOf: ({ body }) => z.object({ id: z.string() }).parse(body).id,
  };
}

export async function stripeSubject({ url }: RunningSandbox): Promise<Subject & Teller> {
  const form = (path: string, fields: Record<string, string>, signal?: AbortSignal): Promise<Response> =>
    fetch(`${url}/stripe/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stripeKey}`, 'idempotency-key': `a-key-${path}` },
      body: new URLSearchParams(fields),
      ...(signal && { signal }),
    });
  const sell = async (orderNumber: string): Promise<string> => {
    const seeded = await post(`${url}/control/stripe/checkout-sessions`, {
      orderNumber,
      customer: {
        name: 'Zoé',
        email: 'zoe@example.test',
        address: { line1: '1 rue A', city: 'Paris', postalCode: '75001', country: 'FR' },
      },
      currency: 'EUR',
      items: [{ sku: 'MUG', name: 'Mug', quantity: 1, unitAmount: 1500 }],
    });
    return z.object({ paymentIntent: z.string() }).parse(seeded).paymentIntent;
  };
  const [first, ...others] = [await sell('A-1'), await sell('A-2'), await sell('A-3')];
  const paymentsShape = z.object({ payments: z.array(z.object({ refunds: z.array(z.unknown()) })) });
  return {
    call: async (signal) => seenOf(await form('refunds', { payment_intent: first, amount: '500' }, signal)),
    well: 200,
    effect: 'refund.made',
    done: (state) => paymentsShape.parse(state).payments.flatMap(({ refunds }) => refunds).length,
    subscribe: (uri) => form('webhook_endpoints', { url: uri, 'enabled_events[0]': 'charge.dispute.created' }),
    tell: () => post(`${url}/control/stripe/charges/${others.shift() ?? ''}/dispute`, {}),
    idOf: ({ body }) => z.object({ id: z.string() }).parse(body).id,
  };
}

export async function tiktokSubject(sandbox: RunningSandbox): Promise<Subject & Teller> {
  const caller = new Caller(sandbox);
  const { orderId } = await caller.control('orders', orderShape, tiktokOrder);
  const { returnId } = await caller.control('returns', returnShape, { orderId, lines: [{ sku: 'FOULARD' }] });
  const approve = { query: { idempotency_key: 'a-key' }, body: { decision: 'APPROVE_RETURN' } };
  const returnsShape = z.object({ returns: z.array(z.object({ id: z.string(), status: z.string() })) });
  return {
    call: async (signal) =>
      seenOf(
        await caller.call('POST', `/return_refund/202309/returns/${returnId}/approve`, {
          ...approve,
          ...(signal && { signal }),
        }),
      ),
    well: 200,
    effect: 'return.approved',
    done: (state) =>
      returnsShape.parse(state).returns.filter(({ id, status }) => id === returnId && status === 'AWAITING_BUYER_SHIP')
        .length,
    subscribe: (uri) =>
      caller.data('PUT', '/event/202309/webhooks', { body: { event_type: 'RETURN_STATUS_CHANGE', address: uri } }),
    tell: () => caller.control('returns', returnShape, { orderId, lines: [{ sku: 'ROBE-S' }] }),
    idOf: ({ body }) => z.object({ tts_notification_id: z.string() }).parse(body).tts_notification_id,
  };
}

const smtpError = z.object({ responseCode: z.number() });

export function mailSubject({ smtpPort: port }: RunningSandbox): Promise<Subject> {
  const auth = { user: mailAccount.user, pass: mailAccount.password };
  const message = { from: 'shop@example.test', to: 'zoe@example.test', subject: 'Retour', text: 'Bonjour' };
  const subject: Subject = {
    call: async (signal) => {
      const transport = nodemailer.createTransport({ host: '127.0.0.1', port, auth });
      const given = new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reject(new Error('no answer'));
          transport.close();
        });
      });
      try {
        const { response } = await Promise.race([transport.sendMail(message), given]);
        return { status: Number(response.slice(0, 3)), retryAfter: null };
      } catch (error) {
        const said = smtpError.safeParse(error);
        if (!said.success) throw error;
        return { status: said.data.responseCode, retryAfter: null };
      }
    },
    well: 250,
    effect: 'mail.accepted',
    done: (state) => z.object({ mails: z.array(z.unknown()) }).parse(state).mails.length,
  };
  return Promise.resolve(subject);
}
