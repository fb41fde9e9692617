import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { rawBody } from '../../../sandbox/core/body';
import { Clock } from '../../../sandbox/core/clock';
import type { SandboxContext } from '../../../sandbox/core/context';
import { type FaultKind, connectionKinds, webhookFaultKinds } from '../../../sandbox/core/faults';
import { Random } from '../../../sandbox/core/random';
import { type RunningSandbox, startSandbox } from '../../../sandbox/core/server';
import type { Simulator } from '../../../sandbox/core/simulator';

/** A provider that counts what it did. */
function counter(context: SandboxContext): Simulator {
  let count = 0;
  return {
    name: 'counter',
    faultKinds: ['rate-limit', 'server-error', ...connectionKinds, ...webhookFaultKinds],
    register(app) {
      app.post('/counter/add', (request) => {
        count += 1;
        context.journal.record({
          provider: 'counter',
          effect: 'added',
          reference: String(count),
          detail: { bytes: rawBody(request).length },
        });
        return { count };
      });
    },
    reset() {
      count = 0;
    },
    state: () => ({ count }),
    faultAnswer: (kind) => ({ status: kind === 'rate-limit' ? 429 : 500, body: { said: kind } }),
    operationsOf: ({ headers }) => [headers['x-operation']].flat().filter((name) => name !== undefined),
  };
}

describe('the sandbox', () => {
  let sandbox: RunningSandbox;
  const add = (init: RequestInit = {}): Promise<Response> =>
    fetch(`${sandbox.url}/counter/add`, { method: 'POST', body: 'abc', ...init });
  const control = (path: string, body: unknown, method = 'POST'): Promise<Response> =>
    fetch(`${sandbox.url}/control/${path}`, { method, body: JSON.stringify(body) });
  const effects = (): number => sandbox.context.journal.entries({ provider: 'counter' }).length;

  beforeEach(async () => {
    sandbox = await startSandbox({ seed: 7, simulators: [counter] });
  });
  afterEach(() => sandbox.stop());

  it('hands simulators the bytes that were sent', async () => {
    await add({ body: 'é' });
    expect(sandbox.context.journal.entries()).toMatchObject([{ effect: 'added', detail: { bytes: 2 } }]);
  });

  it('tells at once who asks, and what has happened before its answer is sent', async () => {
    const told: string[] = [];
    const stop = sandbox.context.arrivals.add(({ method, path }) => told.push(`asked ${method ?? ''} ${path ?? ''}`));
    sandbox.context.journal.onEffect(({ effect }) => told.push(effect));
    const answered = add().then(() => told.push('answered'));
    await answered;
    stop();
    await control('faults', { provider: 'counter', kind: 'server-error', count: 1 });
    await add();
    expect(told).toEqual(['asked POST /counter/add', 'added', 'answered']);
  });

  it('answers 429 with Retry-After as often as told, and does nothing meanwhile', async () => {
    await control('faults', { provider: 'counter', kind: 'rate-limit', count: 2, retryAfterSeconds: 3 });
    const first = await add();
    expect(first.status).toBe(429);
    expect(first.headers.get('retry-after')).toBe('3');
    expect(await first.json()).toEqual({ said: 'rate-limit' });
    expect((await add()).status).toBe(429);
    expect(effects()).toBe(0);
    expect((await add()).status).toBe(200);
  });

  it('lets requests pass before a fault strikes when told to skip', async () => {
    await control('faults', { provider: 'counter', kind: 'server-error', skip: 1, count: 1 });
    expect([(await add()).status, (await add()).status, (await add()).status]).toEqual([200, 500, 200]);
  });

  it('destroys the connection before the effect on a reset', async () => {
    await control('faults', { provider: 'counter', kind: 'reset', count: 1 });
    await expect(add()).rejects.toThrow();
    expect(effects()).toBe(0);
  });

  it('does the effect and loses the answer', async () => {
    await control('faults', { provider: 'counter', kind: 'lost-answer', count: 1 });
    await expect(add()).rejects.toThrow();
    expect(effects()).toBe(1);
  });

  it('never answers a request that times out', async () => {
    await control('faults', { provider: 'counter', kind: 'timeout', count: 1 });
    await expect(add({ signal: AbortSignal.timeout(150) })).rejects.toThrow(/timeout/);
    expect(effects()).toBe(0);
    expect(sandbox.context.journal.requestLog()).toMatchObject([{ status: 0, fault: 'timeout' }]);
  });

  it('notes once that a caller hung up before the answer came', async () => {
    const { journal } = sandbox.context;
    await control('faults', { provider: 'counter', kind: 'slow-answer', count: 1, delayMs: 300 });
    const caller = new AbortController();
    const stop = journal.onEffect(() => {
      caller.abort();
    });
    await expect(add({ signal: caller.signal })).rejects.toThrow();
    stop();
    await add();
    while (journal.requestLog().length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    const seen = journal.requestLog().map(({ status, fault }) => [fault, status]);
    expect(seen).toContainEqual(['slow-answer', 0]);
    expect(seen).toContainEqual([undefined, 200]);
  });

  it('spares requests that a fault does not match', async () => {
    await control('faults', { provider: 'counter', kind: 'server-error', match: { path: 'remove$' } });
    await control('faults', { provider: 'counter', kind: 'server-error', match: { operation: 'Refund' } });
    expect((await add()).status).toBe(200);
    expect((await add({ headers: { 'x-operation': 'Refund' } })).status).toBe(500);
  });

  it('refuses a fault it does not know, and says why', async () => {
    const answer = await control('faults', { provider: 'counter', kind: 'gremlins' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('kind');
  });

  it('refuses a fault that could never strike, and names what there is', async () => {
    const refusal = async (fault: { provider: string; kind: FaultKind }): Promise<unknown> => {
      const answer = await control('faults', fault);
      expect(answer.status).toBe(400);
      return answer.json();
    };
    expect(await refusal({ provider: 'nobody', kind: 'reset' })).toEqual({
      error: 'no provider nobody: there are counter, mail',
    });
    expect(await refusal({ provider: 'mail', kind: 'rate-limit' })).toEqual({
      error: 'mail has no fault rate-limit: it has smtp-reject, smtp-tempfail, timeout, reset, lost-answer',
    });
    expect(await refusal({ provider: 'counter', kind: 'smtp-reject' })).toMatchObject({
      error: expect.stringContaining('counter has no fault smtp-reject'),
    });
    expect(sandbox.context.faults.all()).toEqual([]);
  });

  it('turns its clock and starts anew', async () => {
    await control('clock', { set: '2030-01-01T00:00:00Z' });
    await control('clock', { advanceMs: 86_400_000 });
    expect(sandbox.context.clock.iso()).toMatch(/^2030-01-02T00:00:0/);
    await add();
    const firstId = sandbox.context.random.id('x_');
    await control('reset', { seed: 7 });
    expect(sandbox.context.random.id('x_')).toBe(firstId);
    expect(effects()).toBe(0);
    expect(sandbox.simulators[0]?.state()).toEqual({ count: 0 });
  });
});

describe('webhook deliveries', () => {
  let sandbox: RunningSandbox;
  let receiver: http.Server;
  let received: string[] = [];
  let failures = 0;

  beforeEach(async () => {
    received = [];
    failures = 0;
    sandbox = await startSandbox({ seed: 7, simulators: [counter] });
    receiver = http.createServer((request, response) => {
      request.setEncoding('utf8').on('data', (chunk: string) => received.push(chunk));
      request.on('end', () => {
        failures -= 1;
        response.writeHead(failures >= 0 ? 503 : 200).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    await sandbox.stop();
    receiver.closeAllConnections();
    receiver.close();
  });

  const send = (body: string): void => {
    const { port } = receiver.address() as AddressInfo;
    sandbox.context.webhooks.send({
      provider: 'counter',
      url: `http://127.0.0.1:${port}/hook`,
      body,
      headers: (raw) => ({ 'x-length': String(raw.length) }),
      id: body,
    });
  };

  it('tries again until the receiver takes it, and keeps count', async () => {
    failures = 1;
    send('a');
    await sandbox.context.webhooks.idle();
    expect(received).toEqual(['a', 'a']);
    expect(sandbox.context.webhooks.deliveries()).toMatchObject([
      { id: 'a', state: 'delivered', attempts: [{ status: 503 }, { status: 200 }] },
    ]);
  });

  it.each([
    ['duplicate', ['a', 'a', 'b']],
    ['drop', ['b']],
    ['reorder', ['b', 'a']],
  ] as const)('%s: a then b arrive as %j', async (kind, expected) => {
    sandbox.context.faults.add({ provider: 'counter', kind, count: 1 });
    send('a');
    if (kind !== 'reorder') await sandbox.context.webhooks.idle();
    send('b');
    await sandbox.context.webhooks.idle();
    expect(received).toEqual(expected);
  });

  it('delays a message for as long as told', async () => {
    sandbox.context.faults.add({ provider: 'counter', kind: 'delay', count: 1, delayMs: 200 });
    send('a');
    send('b');
    await sandbox.context.webhooks.idle();
    expect(received).toEqual(['b', 'a']);
  });
});

describe('the clock and the dice', () => {
  it('tells listeners when the clock is turned, until they stop listening', () => {
    const clock = new Clock();
    const seen: number[] = [];
    const stop = clock.onTick((now) => seen.push(now.getTime()));
    clock.advance(3_600_000);
    stop();
    clock.advance(1);
    expect(seen).toHaveLength(1);
    expect((seen[0] ?? 0) - Date.now()).toBeGreaterThan(3_590_000);
  });

  it('rolls the same for the same seed, and apart for a fork', () => {
    const [one, two] = [new Random(42), new Random(42)];
    expect([one.id('a_'), one.int(1, 6)]).toEqual([two.id('a_'), two.int(1, 6)]);
    expect(one.fork('faults').next()).not.toBe(one.fork('ids').next());
  });
});
