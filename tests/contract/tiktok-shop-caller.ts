import { createHmac } from 'node:crypto';
import { z } from 'zod/v4';
import { tiktokShopAccount } from '../../sandbox/accounts';
import { type RunningSandbox, startSandbox } from '../../sandbox/core/server';
import { createTikTokShop } from '../../sandbox/tiktok-shop';

const answerShape = z.object({
  code: z.number(),
  message: z.string(),
  request_id: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
});
export type Answer = z.infer<typeof answerShape> & { status: number; headers: Headers };

export interface CallOptions {
  query?: Record<string, string>;
  body?: unknown;
  form?: FormData;
  /** Null leaves the parameter out. */
  cipher?: string | null;
  token?: string | null;
  timestamp?: number;
  sign?: string | null;
  appKey?: string;
  /** Sends other bytes than those that were signed. */
  sentBody?: string;
  signal?: AbortSignal;
}

const withoutShop = /^\/(authorization|seller)\/|^\/product\/\d+\/images\/upload$/;

/** Calls the simulator as the published guide says, with code of its own. Keeps what was asked and answered. */
export class Caller {
  readonly heard: { method: string; path: string; data: unknown; envelope: unknown }[] = [];

  constructor(readonly sandbox: RunningSandbox) {}

  async call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const { query = {}, body, form, token = tiktokShopAccount.accessToken, sign } = options;
    const cipher = options.cipher === undefined ? this.cipherFor(path) : options.cipher;
    const all: Record<string, string> = {
      app_key: options.appKey ?? tiktokShopAccount.appKey,
      timestamp: String(options.timestamp ?? this.sandbox.context.clock.unix()),
      ...(cipher === null ? {} : { shop_cipher: cipher }),
      ...query,
    };
    const text = body === undefined ? '' : JSON.stringify(body);
    const keys = Object.keys(all).sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
    const { appSecret } = tiktokShopAccount;
    const base = path + keys.map((key) => key + (all[key] ?? '')).join('') + text;
    const digest = createHmac('sha256', appSecret).update(`${appSecret}${base}${appSecret}`).digest('hex');
    if (sign !== null) all['sign'] = sign ?? digest;
    const url = `${this.sandbox.url}/tiktok-shop${path}?${new URLSearchParams(all).toString()}`;
    const sent = options.sentBody ?? text;
    const response = await fetch(url, {
      method,
      headers: {
        ...(token === null ? {} : { 'x-tts-access-token': token }),
        ...(form === undefined ? { 'content-type': 'application/json' } : {}),
      },
      ...(options.signal && { signal: options.signal }),
      ...(form !== undefined ? { body: form } : sent === '' ? {} : { body: sent }),
    });
    const envelope: unknown = await response.json();
    const answer = answerShape.parse(envelope);
    if (answer.code === 0) this.heard.push({ method, path, data: answer.data, envelope });
    return { ...answer, status: response.status, headers: response.headers };
  }

  /** The data of a call that goes well. */
  async data(method: string, path: string, options: CallOptions = {}): Promise<Record<string, unknown>> {
    const { code, message, data } = await this.call(method, path, options);
    if (code !== 0) throw new Error(`${method} ${path}: ${code} ${message}`);
    return data ?? {};
  }

  async control<T>(path: string, shape: z.ZodType<T>, body: unknown = {}): Promise<T> {
    const url = `${this.sandbox.url}/control/tiktok-shop/${path}`;
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(await response.text());
    return shape.parse(await response.json());
  }

  private cipherFor(path: string): string | null {
    return withoutShop.test(path) ? null : tiktokShopAccount.shopCipher;
  }
}

export const startCaller = async (): Promise<Caller> =>
  new Caller(await startSandbox({ seed: 21, simulators: [createTikTokShop] }));

export const orderSeed = {
  buyer: { name: 'Zoé Martin' },
  address: { line1: '8 rue Oberkampf', city: 'Paris', postalCode: '75011', country: 'FR' },
  lines: [
    {
      sku: 'ROBE-S',
      title: 'Robe Aurore',
      variantTitle: 'S',
      quantity: 2,
      unitPrice: '89.90',
      sellerDiscount: '9',
      taxRate: 0.2,
    },
    { sku: 'FOULARD', title: 'Foulard Lin', unitPrice: '35', taxRate: 0.2 },
  ],
  shippingAmount: '4.90',
  createdAt: '2026-11-02T09:00:00Z',
  shippedAt: '2026-11-03T09:00:00Z',
  deliveredAt: '2026-11-06T09:00:00Z',
};

export const orderShape = z.object({
  orderId: z.string(),
  userId: z.string(),
  buyerEmail: z.string(),
  packageId: z.string(),
  lines: z.array(z.object({ id: z.string(), skuId: z.string(), productId: z.string(), sku: z.string() })),
});

export const returnShape = z.object({
  returnId: z.string(),
  status: z.string(),
  deadline: z.number().nullable(),
  trackingNumber: z.string().nullable(),
  nextReturnId: z.string().nullable(),
  lines: z.array(z.object({ id: z.string(), orderLineId: z.string() })),
});

/** A picture of 120 by 120 pixels, as far as its header tells. */
export function png(): Blob {
  const bytes = Buffer.alloc(64);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(120, 16);
  bytes.writeUInt32BE(120, 20);
  return new Blob([bytes], { type: 'image/png' });
}
