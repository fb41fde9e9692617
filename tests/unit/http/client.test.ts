import http from 'node:http';
import { lookup, type LookupAddress } from 'node:dns';
import type { AddressInfo, Socket } from 'node:net';
import { z } from 'zod/v4';
import {
  createHttpClient,
  downloadFile,
  type ClientEnvironment,
  type HttpClient,
  type HttpClientOptions,
} from '../../../lib/http';
import { isReturnsError, ReturnsError } from '../../../lib/returns';

type Answer = (request: http.IncomingMessage, response: http.ServerResponse, body: string, count: number) => void;

/** A provider of a few lines: remembers what it was asked, and answers as the test says. */
class Provider {
  readonly requests: { method: string; url: string; headers: http.IncomingHttpHeaders; body: string }[] = [];
  connections = 0;
  answer: Answer = (_request, response) => {
    json(response, 200, { ok: true });
  };
  private readonly sockets = new Set<Socket>();
  private readonly server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      this.requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      this.answer(request, response, body, this.requests.length);
    });
  });

  async start(): Promise<this> {
    this.server.on('connection', (socket) => {
      this.connections += 1;
      this.sockets.add(socket);
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function json(
  response: http.ServerResponse,
  status: number,
  body: unknown,
  headers: http.OutgoingHttpHeaders = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

const okSchema = z.object({ ok: z.boolean() });
const secret = 'sk_live_very_secret';

describe('the HTTP client', () => {
  let provider: Provider;
  let waits: number[];

  beforeEach(async () => {
    provider = await new Provider().start();
    waits = [];
  });
  afterEach(() => provider.stop());

  const clientFor = (options: Partial<HttpClientOptions> = {}, environment: ClientEnvironment = {}): HttpClient =>
    createHttpClient({
      provider: 'acme',
      displayName: 'Acme',
      baseUrl: provider.url,
      headers: { authorization: `Bearer ${secret}` },
      idempotencyHeader: 'idempotency-key',
      ...options,
      environment: {
        random: () => 0,
        sleep: (ms) => {
          waits.push(ms);
          return Promise.resolve();
        },
        ...environment,
      },
    });
  const failureOf = async (call: Promise<unknown>): Promise<ReturnsError> => {
    const error: unknown = await call.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (isReturnsError(error)) return error;
    throw new Error(`expected a ReturnsError, got ${String(error)}`);
  };
  const read = { method: 'GET', path: '/things', parse: okSchema } as const;
  const write = { method: 'POST', path: '/things', json: { a: 1 }, parse: okSchema } as const;

  it('keeps one connection for many calls, over clients', async () => {
    for (let call = 0; call < 20; call += 1) await clientFor().request(read);
    expect(provider.requests).toHaveLength(20);
    expect(provider.connections).toBe(1);
  });

  it('refuses an empty base URL before any call, rather than take the address of the provider', () => {
    const client = () => clientFor({ baseUrl: ' ' });
    expect(client).toThrow('The credential is set to Custom Base URL, but its Base URL is empty');
    expect(provider.requests).toEqual([]);
  });

  it.each([
    ['a page with 200', 200, '<html>Welcome</html>', undefined],
    ['404 at an address without an id', 404, '{"message":"no"}', true],
    ['405 at an address without an id', 405, '<html>No</html>', true],
  ])('says of %s that it is not the API, and to check the base URL', async (_case, status, body, isFixed) => {
    provider.answer = (_request, response) => {
      response.writeHead(status, { 'content-type': body.startsWith('<') ? 'text/html' : 'application/json' });
      response.end(body);
    };
    const error = await failureOf(clientFor().request({ ...read, ...(isFixed && { isFixed }) }));
    expect(error).toMatchObject({ code: 'unexpected_answer', retryable: false, status });
    expect(error.message).toBe('Something answers at this address, but it is not the API of Acme');
    expect(error.description).toContain('base URL in the credential');
  });

  it('bounds the connections to one host', async () => {
    provider.answer = (_request, response) => {
      setTimeout(() => {
        json(response, 200, { ok: true });
      }, 5);
    };
    await Promise.all(Array.from({ length: 100 }, () => clientFor().request(read)));
    expect(provider.connections).toBeLessThanOrEqual(16);
  });

  it('sends query, JSON, form, key and headers as they are', async () => {
    const client = clientFor();
    await client.request({ ...read, query: { 'expand[]': 'a b', limit: 10, none: undefined } });
    await client.request({ ...write, idempotencyKey: 'k1' });
    await client.request({ method: 'POST', path: '/form', form: { a: { b: 'ç' } }, parse: okSchema });
    expect(provider.requests.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['GET', '/things?expand%5B%5D=a+b&limit=10', ''],
      ['POST', '/things', '{"a":1}'],
      ['POST', '/form', 'a%5Bb%5D=%C3%A7'],
    ]);
    expect(provider.requests[1]?.headers).toMatchObject({
      'idempotency-key': 'k1',
      'content-type': 'application/json',
      authorization: `Bearer ${secret}`,
    });
    expect(provider.requests[0]?.headers['content-type']).toBeUndefined();
  });

  it.each([
    [401, 'unauthorized', false],
    [403, 'forbidden', false],
    [404, 'not_found', false],
    [409, 'conflict', false],
    [422, 'provider_refused', false],
    [429, 'rate_limited', true],
    [500, 'provider_unavailable', true],
    [302, 'unexpected_answer', false],
  ])('turns %d into %s', async (status, code, retryable) => {
    provider.answer = (_request, response) => {
      json(response, status, { message: 'no' }, { location: 'http://127.0.0.1:1/', 'x-request-id': 'req_1' });
    };
    const error = await failureOf(clientFor().request({ ...read, retry: 'never' }));
    expect(error).toMatchObject({ code, retryable, status, provider: 'acme', context: { requestId: 'req_1' } });
    expect(error.description).not.toBe('');
    expect(provider.requests).toHaveLength(1);
  });

  it('shows neither credentials nor bodies in its errors', async () => {
    provider.answer = (_request, response) => {
      json(response, 422, { error: `bad key ${secret} of zoe@example.test` });
    };
    const readRefusal = (body: unknown): { message: string } => ({ message: JSON.stringify(body) });
    const write422 = { ...write, json: { email: 'private@example.test' } };
    const error = await failureOf(clientFor({ readRefusal }).request(write422));
    const shown = JSON.stringify([error, String(error), error.stack, error.cause]);
    expect(shown).not.toMatch(/very_secret|zoe@|private@/);
  });

  it('has a page that is no JSON judged by its status', async () => {
    provider.answer = (_request, response) => {
      response.writeHead(430).end('<html>Something went wrong</html>');
    };
    const judged: unknown[] = [];
    const readRefusal = (body: unknown, status: number): { message: string } => {
      judged.push([body, status]);
      return { message: 'an attack' };
    };
    const error = await failureOf(clientFor({ readRefusal }).request(write));
    expect(error.message).toBe('Acme refused the request: an attack');
    expect(judged).toEqual([[undefined, 430]]);
  });

  describe('repeats', () => {
    it.each([
      ['a read', read, 3],
      ['a write with a key', { ...write, idempotencyKey: 'k' }, 3],
      ['a write that changes nothing twice', { ...write, retry: 'always' as const }, 3],
      ['no plain write', write, 1],
      ['nothing that must not be', { ...read, retry: 'never' as const }, 1],
    ])('%s after a 503', async (_what, spec, times) => {
      provider.answer = (_request, response, _body, count) => {
        json(response, count < 3 ? 503 : 200, { ok: true });
      };
      const outcome = await clientFor()
        .request(spec)
        .catch((error: unknown) => error);
      expect(provider.requests).toHaveLength(times);
      if (times === 1) expect(outcome).toMatchObject({ code: 'provider_unavailable', retryable: true });
    });

    it('says of a plain write with a lost answer that it may have happened', async () => {
      provider.answer = (request) => request.socket.destroy();
      const error = await failureOf(clientFor().request(write));
      expect(error).toMatchObject({
        code: 'provider_unavailable',
        retryable: true,
        context: { mayHaveHappened: true },
      });
      expect(provider.requests).toHaveLength(1);
    });

    it('repeats any call after a 429, and waits as long as it was asked', async () => {
      provider.answer = (_request, response, _body, count) => {
        if (count === 1) json(response, 429, {}, { 'retry-after': '7' });
        else json(response, 200, { ok: true });
      };
      await expect(clientFor().request(write)).resolves.toEqual({ ok: true });
      expect(waits).toEqual([7000]);
    });

    it('leaves be what is to come later, though it may come again', async () => {
      provider.answer = (_request, response) => {
        json(response, 429, {}, { 'retry-after': '1' });
      };
      const readRefusal = () => ({ message: 'not now', later: true }) as const;
      const error = await failureOf(clientFor({ readRefusal }).request(read));
      expect(error).toMatchObject({ code: 'rate_limited', retryable: true });
      expect(provider.requests).toHaveLength(1);
    });

    it('gives up where the provider asks for more time than there is', async () => {
      provider.answer = (_request, response) => {
        json(response, 429, {}, { 'retry-after': '3600' });
      };
      const error = await failureOf(clientFor().request(read));
      expect(error).toMatchObject({ code: 'rate_limited', context: { retryAfterMs: 3_600_000 } });
      expect(provider.requests).toHaveLength(1);
    });

    it('gives up after a few attempts', async () => {
      provider.answer = (_request, response) => {
        json(response, 500, {});
      };
      await failureOf(clientFor().request(read));
      expect(provider.requests).toHaveLength(4);
      expect(waits).toHaveLength(3);
    });

    it('repeats any call that cannot have been received', async () => {
      const client = clientFor({ baseUrl: 'http://127.0.0.1:1' });
      const error = await failureOf(client.request(write));
      expect(error).toMatchObject({ code: 'provider_unavailable', retryable: true });
      expect(error.context).not.toHaveProperty('mayHaveHappened');
      expect(waits).toHaveLength(3);
    });

    it('heeds a provider that forbids it', async () => {
      provider.answer = (_request, response) => {
        json(response, 500, {}, { 'x-should-retry': 'false' });
      };
      await failureOf(clientFor({ retryHeader: 'x-should-retry' }).request(read));
      expect(provider.requests).toHaveLength(1);
    });
  });

  it('ends in time, and says that a write may have happened', async () => {
    provider.answer = () => undefined;
    const error = await failureOf(clientFor({ timeoutMs: 50 }).request(write));
    expect(error).toMatchObject({ code: 'timed_out', retryable: true, context: { mayHaveHappened: true } });
  });

  it('ends when the run is stopped, and starts no other attempt', async () => {
    const stop = new AbortController();
    provider.answer = () => {
      stop.abort();
    };
    const error = await failureOf(clientFor({}, { signal: stop.signal }).request(read));
    expect(error).toMatchObject({ code: 'timed_out', context: { cause: 'CANCELLED' } });
    expect(provider.requests).toHaveLength(1);
  });

  it('takes in no more than it should', async () => {
    provider.answer = (_request, response) => {
      response.end('x'.repeat(5000));
    };
    await expect(failureOf(clientFor({ maxBytes: 1000 }).request(read))).resolves.toMatchObject({
      code: 'unexpected_answer',
      context: { cause: 'TOO_LARGE' },
    });
  });

  it.each([
    ['no JSON', '<html>Sign in</html>', ['the answer is not JSON']],
    ['another shape', '{"ok":"yes"}', [expect.stringContaining('ok: ')]],
  ])('names what is wrong with an answer of %s', async (_what, text, faults) => {
    provider.answer = (_request, response) => {
      response.end(text);
    };
    await expect(failureOf(clientFor().request(read))).resolves.toMatchObject({
      code: 'unexpected_answer',
      retryable: false,
      context: { faults },
    });
    await expect(failureOf(clientFor().request(write))).resolves.toMatchObject({
      retryable: true,
      context: { mayHaveHappened: true },
    });
  });

  it.each(['ftp://example.test', 'example.test', '', 'https://user@example.test', 'https://example.test/?a=1'])(
    'takes no base URL like "%s"',
    (baseUrl) => {
      expect(() => clientFor({ baseUrl })).toThrow(ReturnsError);
    },
  );

  describe('outbound filter', () => {
    const filterOf = (refusedUrl: boolean, lookups: string[] = []): NonNullable<ClientEnvironment['egressFilter']> => ({
      validateUrl: () => Promise.resolve(refusedUrl ? { ok: false, error: new Error('blocked') } : { ok: true }),
      validateConnectionHost: () => ({ ok: true }),
      createSecureLookup: () => (hostname, options, callback) => {
        lookups.push(hostname);
        lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
          callback(error, addresses);
        });
      },
    });

    it('is asked before each call', async () => {
      const error = await failureOf(clientFor({}, { egressFilter: filterOf(true) }).request(write));
      expect(error).toMatchObject({ code: 'forbidden', retryable: false });
      expect(error.context).not.toHaveProperty('mayHaveHappened');
      expect(provider.requests).toHaveLength(0);
    });

    it('looks at every address that a name stands for', async () => {
      const lookups: string[] = [];
      const baseUrl = provider.url.replace('127.0.0.1', 'localhost');
      await clientFor({ baseUrl }, { egressFilter: filterOf(false, lookups) }).request(read);
      expect(lookups).toEqual(['localhost']);
    });
  });

  describe('proxy', () => {
    const names = ['HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'];
    const before = Object.fromEntries(names.map((name) => [name, process.env[name]]));
    let proxy: Provider;

    beforeEach(async () => {
      for (const name of names) Reflect.deleteProperty(process.env, name);
      proxy = await new Provider().start();
      process.env['HTTP_PROXY'] = proxy.url;
    });
    afterEach(async () => {
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      }
      await proxy.stop();
    });

    it('is gone through as the environment says, on kept connections', async () => {
      const client = clientFor({ baseUrl: 'http://api.acme.test' });
      await client.request(read);
      await client.request(read);
      expect(proxy.requests.map(({ url }) => url)).toEqual([
        'http://api.acme.test/things',
        'http://api.acme.test/things',
      ]);
      expect(proxy.connections).toBe(1);
    });

    it('is left out for hosts that the environment names', async () => {
      process.env['NO_PROXY'] = '127.0.0.1';
      await clientFor().request(read);
      expect([proxy.requests.length, provider.requests.length]).toEqual([0, 1]);
    });
  });

  describe('downloads', () => {
    const who = { provider: 'acme', displayName: 'Acme' };
    const environment = { random: () => 0, sleep: () => Promise.resolve() };

    it('fetch a file without credentials, and again after a 500', async () => {
      provider.answer = (_request, response, _body, count) => {
        response.writeHead(count === 1 ? 500 : 200, { 'content-type': 'Application/PDF; charset=x' });
        response.end('%PDF-1.7');
      };
      const file = await downloadFile(who, `${provider.url}/label.pdf`, environment);
      expect([Buffer.from(file.bytes).toString(), file.contentType]).toEqual(['%PDF-1.7', 'application/pdf']);
      expect(provider.requests[1]?.headers.authorization).toBeUndefined();
    });

    it('refuse addresses of other kinds, and files that are gone', async () => {
      for (const url of ['file:///etc/passwd', 'nonsense']) {
        await expect(downloadFile(who, url, environment)).rejects.toMatchObject({ code: 'unexpected_answer' });
      }
      provider.answer = (_request, response) => {
        json(response, 404, {});
      };
      await expect(downloadFile(who, `${provider.url}/x`, environment)).rejects.toMatchObject({ code: 'not_found' });
    });
  });
});
