import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SandboxContext } from './context';
import { connectionKinds, type Fault, type FaultKind, type RefusalKind, refusalKinds } from './faults';
import type { Simulator } from './simulator';

const defaultRetryAfterSeconds = 2;
const defaultSlowMs = 5_000;

const requestKinds: readonly FaultKind[] = [...refusalKinds, ...connectionKinds];

const isRefusal = (kind: FaultKind): kind is RefusalKind => refusalKinds.some((refusal) => refusal === kind);

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? request.url;
}

/**
 * Lets the switched-on faults strike requests to the simulators, and logs every request. Control API and page are
 * spared: they are how one gets out again.
 */
export function registerFaultHooks(
  app: FastifyInstance,
  context: SandboxContext,
  simulators: readonly Simulator[],
): void {
  const byName = new Map(simulators.map((simulator) => [simulator.name, simulator]));
  const struck = new WeakMap<FastifyRequest, Fault>();
  const logged = new WeakSet<FastifyRequest>();

  const simulatorOf = (request: FastifyRequest): Simulator | undefined =>
    byName.get(pathOf(request).split('/')[1] ?? '');

  /** Once for each request. Status 0: no answer. */
  const log = (request: FastifyRequest, provider: string, status: number): void => {
    if (logged.has(request)) return;
    logged.add(request);
    const fault = struck.get(request);
    context.journal.logRequest({
      provider,
      method: request.method,
      path: pathOf(request),
      status,
      ...(fault === undefined ? {} : { fault: fault.kind }),
    });
  };

  const leaveUnanswered = (request: FastifyRequest, reply: FastifyReply, provider: string): void => {
    reply.hijack();
    log(request, provider, 0);
  };

  // Also when the caller has hung up, which no hook for answers hears of.
  app.addHook('onRequest', (request, reply, done) => {
    const simulator = simulatorOf(request);
    if (simulator !== undefined) {
      reply.raw.once('close', () => {
        log(request, simulator.name, reply.raw.writableFinished ? reply.statusCode : 0);
      });
    }
    done();
  });

  app.addHook('preHandler', async (request, reply) => {
    const simulator = simulatorOf(request);
    if (simulator === undefined) return;
    const occasion = {
      provider: simulator.name,
      method: request.method,
      path: request.url,
      operations: simulator.operationsOf?.(request),
    };
    context.arrivals.tell(occasion);
    const kinds = requestKinds.filter((kind) => simulator.canMeet?.(kind, request) !== false);
    const fault = context.faults.strike(kinds, occasion);
    if (fault === undefined) return;
    struck.set(request, fault);
    if (fault.kind === 'timeout') {
      leaveUnanswered(request, reply, simulator.name);
      return;
    }
    if (fault.kind === 'reset') {
      leaveUnanswered(request, reply, simulator.name);
      request.raw.socket.destroy();
      return;
    }
    if (isRefusal(fault.kind)) {
      const retryAfterSeconds = fault.retryAfterSeconds ?? defaultRetryAfterSeconds;
      const status = fault.kind === 'rate-limit' ? 429 : 500;
      const answer = simulator.faultAnswer?.(fault.kind, request, retryAfterSeconds) ?? {
        status,
        body: { error: status === 429 ? 'Too Many Requests' : 'Internal Server Error' },
      };
      if (answer.status === 429) reply.header('retry-after', String(retryAfterSeconds));
      await reply
        .code(answer.status)
        .headers(answer.headers ?? {})
        .send(answer.body);
    }
  });

  app.addHook('onSend', async (request, _reply, payload) => {
    const fault = struck.get(request);
    if (fault?.kind === 'lost-answer') {
      log(request, fault.provider, 0);
      request.raw.socket.destroy();
    }
    if (fault?.kind === 'slow-answer') await sleep(fault.delayMs ?? defaultSlowMs, undefined, { ref: false });
    return payload;
  });
}
