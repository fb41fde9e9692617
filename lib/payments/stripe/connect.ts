import { z } from 'zod/v4';
import type { ClientEnvironment } from '../../http';
import type { PaymentAdapter } from '../payment';
import { createStripeClient } from './client';
import { findOrder } from './find-order';
import { getRefund, refund } from './refund';
import { parseWebhook, verifyWebhook } from './webhook';
import { listWebhooks, subscribe, unsubscribe } from './webhook-endpoints';

/** @throws ReturnsError `invalid_input` when the credentials are not of Stripe's shape */
export function connectStripe(credentials: unknown, environment?: ClientEnvironment): PaymentAdapter {
  const client = createStripeClient(credentials, environment);
  return {
    name: 'stripe',
    refund: (input, attempt) => refund(client, input, attempt),
    getRefund: (id) => getRefund(client, id),
    findOrder: (key) => findOrder(client, key),
    subscribe: (url) => subscribe(client, url),
    unsubscribe: (id) => unsubscribe(client, id),
    listWebhooks: () => listWebhooks(client),
    verifyWebhook: (rawBody, headers, secret) => {
      verifyWebhook(rawBody, headers, secret, client.environment.now());
    },
    parseWebhook,
    // A restricted key that may do what this adapter does may read refunds, and little else.
    test: async () => {
      const parse = z.object({ data: z.array(z.unknown()) });
      await client.request({ method: 'GET', path: '/v1/refunds', query: { limit: 1 }, isFixed: true, parse });
    },
  };
}
