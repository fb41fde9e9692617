import { randomInt } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { createMail } from '../mail';
import { registerPage } from '../page';
import { simulatorFactories } from '../simulators';
import { Clock } from './clock';
import type { SandboxContext } from './context';
import { answerError, registerControl } from './control';
import { registerFaultHooks } from './fault-hooks';
import { Faults, type Occasion } from './faults';
import { Journal } from './journal';
import { Listeners } from './listeners';
import { Random } from './random';
import type { ResetOptions, Simulator, SimulatorFactory } from './simulator';
import { WebhookSender } from './webhooks';

export interface SandboxOptions {
  /** HTTP port on 127.0.0.1; a free one when left out. */
  port?: number;
  /** SMTP port on 127.0.0.1; a free one when left out. */
  smtpPort?: number;
  /** The same seed makes the same ids. Left out, every start has its own, so that no id comes twice to a receiver. */
  seed?: number;
  /** Milliseconds between the attempts to deliver a webhook; see `WebhookSender` for the usual ones. */
  webhookRetryAfterMs?: readonly number[];
  /** Let the mail server offer STARTTLS. */
  smtpStartTls?: boolean;
  tls?: { key: string | Buffer; cert: string | Buffer };
  /** Other HTTP simulators than all of them; mail is always there. */
  simulators?: readonly SimulatorFactory[];
}

export interface RunningSandbox {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  readonly smtpPort: number;
  readonly context: SandboxContext;
  readonly simulators: readonly Simulator[];
  stop(): Promise<void>;
}

/** Larger than any body a provider here takes. */
const bodyLimit = 10 * 1024 * 1024;

interface Listener {
  app: FastifyInstance;
  server: http.Server;
  connections: () => number;
}

function createListener(tls: SandboxOptions['tls']): Listener {
  const holder: { server: http.Server | undefined } = { server: undefined };
  let connections = 0;
  const app = fastify({
    bodyLimit,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
    serverFactory: (handler) => {
      const server = tls === undefined ? http.createServer(handler) : https.createServer(tls, handler);
      server.keepAliveTimeout = 65_000;
      server.on('connection', () => {
        connections += 1;
      });
      holder.server = server;
      return server;
    },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  if (holder.server === undefined) throw new Error('the HTTP server was not made');
  return { app, server: holder.server, connections: () => connections };
}

/** Starts the whole sandbox on loopback. Throws when a port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const clock = new Clock();
  const random = new Random(options.seed ?? randomInt(2 ** 31));
  const faults = new Faults(random.fork('faults'));
  const webhooks = new WebhookSender(clock, faults, {
    ...(options.webhookRetryAfterMs && { retryAfterMs: options.webhookRetryAfterMs }),
  });
  const journal = new Journal(clock);
  let url = '';
  const context: SandboxContext = {
    clock,
    random,
    faults,
    webhooks,
    journal,
    arrivals: new Listeners<Occasion>(),
    baseUrl: (provider) => `${url}/${provider}`,
  };

  const mail = createMail(context, { port: options.smtpPort ?? 0, startTls: options.smtpStartTls ?? false });
  const simulators = [...(options.simulators ?? simulatorFactories).map((create) => create(context)), mail];
  for (const { name, faultKinds } of simulators) faults.offer(name, faultKinds);
  const reset = (seed: number | undefined, how: ResetOptions): void => {
    random.reseed(seed ?? random.seed);
    faults.reset(random.fork('faults'));
    clock.reset();
    journal.clear();
    webhooks.clear();
    for (const simulator of simulators) simulator.reset(how);
  };

  const { app, server, connections } = createListener(options.tls);
  app.setErrorHandler(answerError);
  registerFaultHooks(app, context, simulators);
  await app.register((scope, _options, done) => {
    registerControl(scope, { context, simulators, reset, connections });
    registerPage(scope, context, simulators);
    done();
  });
  for (const simulator of simulators) await app.register(async (scope) => simulator.register(scope));

  await app.listen({ port: options.port ?? 0, host: '127.0.0.1' });
  url = `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${portOf(server)}`;
  for (const simulator of simulators) await simulator.start?.();

  const stop = async (): Promise<void> => {
    await webhooks.stop();
    for (const simulator of simulators) await simulator.stop?.();
    await app.close();
  };
  return { url, smtpPort: mail.smtpPort(), context, simulators, stop };
}

function portOf(server: http.Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}
