import { z } from 'zod/v4';
import type { ClientEnvironment } from '../../http';
import type { CarrierAdapter } from '../carrier';
import { createEasyPostClient } from './client';
import { createReturnLabel } from './create-return-label';
import { downloadLabel } from './fetch-label';
import { track } from './track';
import { parseWebhook, verifyWebhook } from './webhook';
import { listWebhooks, subscribe, unsubscribe } from './webhooks';

/** @throws ReturnsError `invalid_input` when the credentials are not of EasyPost's shape */
export function connectEasyPost(credentials: unknown, environment?: ClientEnvironment): CarrierAdapter {
  const client = createEasyPostClient(credentials, environment);
  return {
    name: 'easypost',
    createReturnLabel: (input, attempt) => createReturnLabel(client, input, attempt),
    track: (key) => track(client, key),
    downloadLabel: (label) => downloadLabel(client, label),
    subscribe: (url) => subscribe(client, url),
    unsubscribe: (id) => unsubscribe(client, id),
    listWebhooks: () => listWebhooks(client),
    verifyWebhook,
    parseWebhook: (body) => parseWebhook(body, client.environment.now()),
    test: async () => {
      const parse = z.object({ shipments: z.array(z.unknown()) });
      await client.request({ method: 'GET', path: '/v2/shipments', query: { page_size: 1 }, isFixed: true, parse });
    },
  };
}
