import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import { jsonBody } from '../core/body';
import type { SandboxContext } from '../core/context';
import { emitEvent } from './events';
import type { Charge, Refund } from './objects';
import { checkoutShape } from './seed/checkout-shape';
import { seedCheckout } from './seed/seed-checkout';
import { failRefund, succeedRefund } from './settle-refund';
import type { StripeStore } from './store';

const failShape = z.strictObject({ reason: z.string().optional() });
const latencyShape = z.strictObject({ ms: z.number().min(0) });

interface ControlParts {
  context: SandboxContext;
  store: StripeStore;
  setLatency: (ms: number) => void;
}

/** What Stripe's dashboard, the banks and the shop's checkout do: everything that no API call can. */
export function registerControl(app: FastifyInstance, { context, store, setLatency }: ControlParts): void {
  const idOf = (request: FastifyRequest): string => z.object({ id: z.string() }).parse(request.params).id;
  const refundOf = (request: FastifyRequest): Refund => {
    const refund = store.refunds.get(idOf(request));
    if (refund === undefined) throw new RangeError('no such refund');
    return refund;
  };
  const chargeOf = (request: FastifyRequest): Charge => {
    const id = idOf(request);
    const charge = store.charges.get(store.paymentIntents.get(id)?.latest_charge ?? id);
    if (charge === undefined) throw new RangeError('no such charge or payment intent');
    return charge;
  };

  app.post('/control/stripe/checkout-sessions', async (request, reply) =>
    reply.code(201).send(seedCheckout(context, store, checkoutShape.parse(jsonBody(request)))),
  );
  app.post('/control/stripe/refunds/:id/succeed', (request) => succeedRefund(context, store, refundOf(request)));
  app.post('/control/stripe/refunds/:id/fail', (request) =>
    failRefund(context, store, refundOf(request), failShape.parse(jsonBody(request)).reason),
  );
  app.post('/control/stripe/charges/:id/dispute', (request) => {
    const charge = chargeOf(request);
    charge.disputed = true;
    context.journal.record({
      provider: 'stripe',
      effect: 'charge.disputed',
      reference: charge.id,
      detail: { amount: charge.amount, currency: charge.currency },
    });
    const dispute = {
      id: context.random.id('du_1'),
      object: 'dispute',
      amount: charge.amount,
      charge: charge.id,
      created: context.clock.unix(),
      currency: charge.currency,
      livemode: false,
      metadata: {},
      payment_intent: charge.payment_intent,
      reason: 'fraudulent',
      status: 'needs_response',
    };
    emitEvent(context, store, 'charge.dispute.created', dispute);
    return dispute;
  });
  app.post('/control/stripe/latency', (request) => {
    const { ms } = latencyShape.parse(jsonBody(request));
    setLatency(ms);
    return { ms };
  });
}
