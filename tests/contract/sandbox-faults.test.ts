import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod/v4';
import type { FaultKind } from '../../sandbox/core/faults';
import { type RunningSandbox, startSandbox } from '../../sandbox/core/server';
import {
  easyPostSubject,
  mailSubject,
  type Seen,
  shopifySubject,
  stripeSubject,
  type Subject,
  type Teller,
  tiktokSubject,
} from './fault-subjects';

const tellers = {
  easypost: easyPostSubject,
  shopify: shopifySubject,
  stripe: stripeSubject,
  'tiktok-shop': tiktokSubject,
};
const subjects: Record<string, (sandbox: RunningSandbox) => Promise<Subject>> = { ...tellers, mail: mailSubject };

const SECONDS = 7;
const HELD_MS = 150;
/** So long a call is waited for that gets no answer. */
const GIVEN_UP_MS = 250;

type End = Seen | 'the connection broke' | 'no answer';

interface Expected {
  /** What the client sees; undefined for the answer of a call that goes well. */
  end: End | undefined;
  isDone: boolean;
}

const refused = (status: number, retryAfter: string | null = null): Expected => ({
  end: { status, retryAfter },
  isDone: false,
});

const requestFaults: Partial<Record<FaultKind, Expected>> = {
  'rate-limit': refused(429, String(SECONDS)),
  'server-error': refused(500),
  'execution-error': refused(500),
  throttled: refused(200),
  'security-rejection': refused(430),
  'smtp-reject': refused(550),
  'smtp-tempfail': refused(451),
  timeout: { end: 'no answer', isDone: false },
  reset: { end: 'the connection broke', isDone: false },
  'lost-answer': { end: 'the connection broke', isDone: true },
  'slow-answer': { end: undefined, isDone: true },
};

/** Of the messages a and b, what comes, in which order. */
const webhookFaults: Partial<Record<FaultKind, string>> = {
  duplicate: 'aab',
  delay: 'ab late',
  reorder: 'ba',
  drop: 'b',
};

const everywhere: FaultKind[] = ['rate-limit', 'server-error', 'timeout', 'reset', 'lost-answer', 'slow-answer'];
const webhookKinds: FaultKind[] = ['duplicate', 'delay', 'reorder', 'drop'];
const known: Record<string, FaultKind[]> = {
  easypost: [...everywhere, ...webhookKinds],
  shopify: [...everywhere, ...webhookKinds, 'throttled', 'security-rejection', 'execution-error'],
  stripe: [...everywhere, ...webhookKinds, 'execution-error'],
  'tiktok-shop': [...everywhere, ...webhookKinds],
  mail: ['smtp-reject', 'smtp-tempfail', 'timeout', 'reset', 'lost-answer'],
};
const pairs = Object.entries(known).flatMap(([provider, kinds]) => kinds.map((kind) => [provider, kind] as const));

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 5 });
});
beforeEach(async () => {
  await fetch(`${sandbox.url}/control/reset`, { method: 'POST', body: JSON.stringify({ seed: 5 }) });
});
afterAll(() => sandbox.stop());

async function get<T>(path: string, shape: z.ZodType<T>): Promise<T> {
  return shape.parse(await (await fetch(`${sandbox.url}/control/${path}`)).json());
}

async function switchOn(provider: string, kind: FaultKind): Promise<void> {
  const fault = { provider, kind, count: 1, retryAfterSeconds: SECONDS, delayMs: HELD_MS };
  const answer = await fetch(`${sandbox.url}/control/faults`, { method: 'POST', body: JSON.stringify(fault) });
  expect(answer.status).toBe(201);
}

async function endOf(call: Subject['call'], signal?: AbortSignal): Promise<End> {
  try {
    return await call(signal);
  } catch {
    return signal?.aborted === true ? 'no answer' : 'the connection broke';
  }
}

const requestsShape = z.array(
  z.object({ method: z.string(), path: z.string(), status: z.number(), fault: z.string().optional() }),
);

it('names every provider and every fault that there is', () => {
  const there = sandbox.simulators.map(({ name, faultKinds }) => [name, [...faultKinds].sort()]);
  expect(Object.fromEntries(there)).toEqual(
    Object.fromEntries(Object.entries(known).map(([name, kinds]) => [name, [...kinds].sort()])),
  );
});

describe('a fault of a request strikes once, is in the log, and the next call goes well', () => {
  it.each(pairs.filter(([, kind]) => kind in requestFaults))('%s: %s', async (provider, kind) => {
    const { end, isDone } = requestFaults[kind] ?? refused(0);
    const subject = await subjects[provider]?.(sandbox);
    if (subject === undefined) throw new Error(`nobody tries ${provider}`);
    const done = async (): Promise<[inState: number, inJournal: number]> => {
      const { providers } = await get('state', z.object({ providers: z.record(z.string(), z.unknown()) }));
      const effects = await get(`journal?provider=${provider}&effect=${subject.effect}`, z.array(z.unknown()));
      return [subject.done(providers[provider]), effects.length];
    };
    const struck = async (): Promise<unknown[]> => {
      const requests = await get(`requests?provider=${provider}`, requestsShape);
      expect(requests.map(({ path }) => path).join(' ')).not.toMatch(/[?@]/);
      return requests.filter(({ fault }) => fault !== undefined);
    };

    await switchOn(provider, kind);
    const askedAt = performance.now();
    const seen = await endOf(subject.call, kind === 'timeout' ? AbortSignal.timeout(GIVEN_UP_MS) : undefined);
    // Timers may ring a little early.
    if (kind === 'slow-answer') expect(performance.now() - askedAt).toBeGreaterThan(HELD_MS * 0.9);
    expect(seen).toEqual(end ?? { status: subject.well, retryAfter: null });
    expect(await done()).toEqual(isDone ? [1, 1] : [0, 0]);
    const logged = typeof seen === 'string' ? 0 : seen.status;
    expect(await struck()).toMatchObject([{ fault: kind, status: logged }]);
    expect(await get('faults', z.array(z.unknown()))).toEqual([]);

    const again = await endOf(subject.call);
    expect(await struck()).toHaveLength(1);
    if (kind === 'execution-error') expect(await done()).toEqual([0, 0]);
    else expect(again).toEqual({ status: subject.well, retryAfter: null });
  });
});

describe('a fault of a webhook strikes once, and is in the log', () => {
  let receiver: http.Server;
  let received: { headers: Record<string, unknown>; body: unknown }[];

  beforeEach(async () => {
    received = [];
    receiver = http.createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      request.on('end', () => {
        received.push({ headers: request.headers, body: JSON.parse(text) });
        response.end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    receiver.closeAllConnections();
    receiver.close();
  });

  const webhookPairs = Object.keys(tellers).flatMap((provider) =>
    webhookKinds.map((kind) => [provider, kind] as const),
  );
  it.each(webhookPairs)('%s: %s', async (provider, kind) => {
    const subject = await telling(provider);
    await subject.subscribe(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`);
    await switchOn(provider, kind);
    const toldAt = sandbox.context.clock.now().getTime();
    await subject.tell();
    if (kind !== 'reorder') await sandbox.context.webhooks.idle();
    await subject.tell();
    await sandbox.context.webhooks.idle();

    const shape = z.object({
      id: z.string(),
      state: z.string(),
      fault: z.string().optional(),
      attempts: z.array(z.object({ at: z.iso.datetime() })),
    });
    const deliveries = await get(`webhooks?provider=${provider}`, z.array(shape));
    const [a, b] = [deliveries[0], deliveries.at(-1)];
    const letters = received.map((message) => {
      const id = subject.idOf(message);
      return id === a?.id ? 'a' : id === b?.id ? 'b' : '?';
    });
    const isLate = Date.parse(a?.attempts[0]?.at ?? '') - toldAt > HELD_MS * 0.9;
    expect(`${letters.join('')}${kind === 'delay' && isLate ? ' late' : ''}`).toBe(webhookFaults[kind]);
    expect(new Set(deliveries.filter(({ fault }) => fault !== undefined).map(({ id }) => id))).toEqual(
      new Set([a?.id]),
    );
    expect(a).toMatchObject({ fault: kind, state: kind === 'drop' ? 'dropped' : 'delivered' });
    expect(await get('faults', z.array(z.unknown()))).toEqual([]);
  });

  function telling(provider: string): Promise<Teller> {
    const found = Object.entries(tellers).find(([name]) => name === provider)?.[1];
    if (found === undefined) throw new Error(`nobody tries ${provider}`);
    return found(sandbox);
  }
});
