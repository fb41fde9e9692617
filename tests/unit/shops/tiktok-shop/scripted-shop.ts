import { createServer } from 'node:http';
import { createTikTokShopClient, type RenewToken, type TikTokShopClient } from '../../../../lib/shops/tiktok-shop';

/** A request as it arrived. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly token: string;
  readonly contentType: string;
  readonly body: string;
  readonly json: unknown;
}

export interface ScriptedAnswer {
  readonly status?: number;
  readonly body?: object;
  /** The connection ends without an answer, after the request was read. */
  readonly lost?: true;
}

export const ok = (data: object = {}): ScriptedAnswer => ({
  body: { code: 0, message: 'Success', request_id: 'r', data },
});
export const refused = (code: number, message = 'no', status = 200): ScriptedAnswer => ({
  status,
  body: { code, message, request_id: 'r1' },
});

export interface ScriptedShop {
  readonly url: string;
  readonly received: Received[];
  /** How long the client waited, each time. */
  readonly waits: number[];
  client(options?: { token?: string; expiresAt?: number; renew?: RenewToken; now?: number }): TikTokShopClient;
  close(): Promise<void>;
}

export const credentials = { appKey: '29a39d', appSecret: 'e59af819cc', accessToken: 'TTP_token' };
export const shop = { cipher: 'ROW_cipher', region: 'GB' };

const headerText = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

/** A TikTok Shop that answers as a test tells it to: the client's behaviour is what is tested, over real HTTP. */
export async function startScriptedShop(
  answer: (request: Received, count: number) => ScriptedAnswer,
): Promise<ScriptedShop> {
  const received: Received[] = [];
  const waits: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://scripted');
      const body = Buffer.concat(chunks).toString('utf8');
      const arrived: Received = {
        method: request.method ?? '',
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        token: headerText(request.headers['x-tts-access-token']),
        contentType: headerText(request.headers['content-type']),
        body,
        json: body.startsWith('{') ? JSON.parse(body) : undefined,
      };
      received.push(arrived);
      const { status = 200, body: content = {}, lost } = answer(arrived, received.length);
      if (lost) return void request.socket.destroy();
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    received,
    waits,
    client: ({ token = credentials.accessToken, expiresAt, renew, now } = {}) =>
      createTikTokShopClient(
        { ...credentials, accessToken: token, accessTokenExpiresAt: expiresAt, baseUrl: url },
        {
          ...(renew && { renew }),
          environment: {
            random: () => 0,
            sleep: (ms) => {
              waits.push(ms);
              return Promise.resolve();
            },
            ...(now !== undefined && { now: () => now }),
          },
        },
      ).forShop(shop),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
