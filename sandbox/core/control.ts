import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import { jsonBody } from './body';
import type { SandboxContext } from './context';
import { faultKinds } from './faults';
import type { ResetOptions, Simulator } from './simulator';

const faultShape = z.strictObject({
  provider: z.string().min(1),
  kind: z.enum(faultKinds),
  rate: z.number().min(0).max(1).optional(),
  count: z.int().min(1).optional(),
  skip: z.int().min(0).optional(),
  match: z
    .strictObject({ method: z.string().optional(), path: z.string().optional(), operation: z.string().optional() })
    .optional(),
  retryAfterSeconds: z.number().min(0).optional(),
  delayMs: z.number().min(0).optional(),
});

const clockShape = z.union([
  z.strictObject({ advanceMs: z.number() }),
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
]);

const resetShape = z.strictObject({ seed: z.int().optional(), keepSubscriptions: z.boolean().optional() });
const providerQuery = z.object({ provider: z.string().optional() });
const journalQuery = z.object({
  provider: z.string().optional(),
  effect: z.string().optional(),
  reference: z.string().optional(),
});
const faultQuery = z.object({ provider: z.string().optional(), id: z.string().optional() });

export interface ControlOptions {
  context: SandboxContext;
  simulators: readonly Simulator[];
  reset: (seed: number | undefined, options: ResetOptions) => void;
  /** TCP connections accepted so far. */
  connections: () => number;
}

/**
 * Answers what went wrong: 400 with the reason when a control body could not be used (a ZodError or RangeError thrown
 * by any simulator's control route too), else the error's own status.
 */
export async function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const isControl = request.url.startsWith('/control/');
  if (isControl && error instanceof z.ZodError) await reply.code(400).send({ error: z.prettifyError(error) });
  else if (isControl && error instanceof RangeError) await reply.code(400).send({ error: error.message });
  else {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    await reply.code(status).send({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** The control API: turn the clock, switch faults, ask for the truth. A body it cannot use gets a 400 that says why. */
export function registerControl(
  app: FastifyInstance,
  { context, simulators, reset, connections }: ControlOptions,
): void {
  app.post('/control/reset', (request) => {
    const { seed, keepSubscriptions } = resetShape.parse(jsonBody(request));
    reset(seed, { keepSubscriptions });
    return { ok: true, seed: context.random.seed };
  });

  app.get('/control/state', () => ({
    now: context.clock.iso(),
    seed: context.random.seed,
    connections: connections(),
    faults: context.faults.all(),
    webhooks: context.webhooks.deliveries(),
    providers: Object.fromEntries(simulators.map((simulator) => [simulator.name, simulator.state()])),
  }));

  app.get('/control/journal', (request) => context.journal.entries(defined(journalQuery.parse(request.query))));
  app.get('/control/requests', (request) => context.journal.requestLog(providerQuery.parse(request.query)));
  app.get('/control/webhooks', (request) => context.webhooks.deliveries(providerQuery.parse(request.query).provider));

  app.get('/control/clock', () => ({ now: context.clock.iso() }));
  app.post('/control/clock', (request) => {
    const turn = clockShape.parse(jsonBody(request));
    if ('set' in turn) context.clock.set(new Date(turn.set));
    else context.clock.advance(turn.advanceMs);
    return { now: context.clock.iso() };
  });

  app.get('/control/faults', () => context.faults.all());
  app.post('/control/faults', async (request, reply) =>
    reply.code(201).send(context.faults.add(faultShape.parse(jsonBody(request)))),
  );
  app.delete('/control/faults', (request) => ({ removed: context.faults.remove(faultQuery.parse(request.query)) }));
  app.delete('/control/faults/:id', (request) => ({
    removed: context.faults.remove(z.object({ id: z.string() }).parse(request.params)),
  }));
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same object without its undefined values. */
function defined<T extends object>(value: T): Defined<T>;
function defined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));
}
