import { createEndpoint, updateEndpoint } from '../endpoints';
import type { Effect } from '../gate';
import { listPage } from '../list';
import type { WebhookEndpoint } from '../objects';
import { type Asked, found, read, type Route, write } from './route';

const endpointOf = ({ store, id }: Asked): WebhookEndpoint =>
  found(store.endpoints, 'webhook endpoint', 'webhook_endpoint', id);

const list = ({ store, form }: Asked): object => listPage(store.endpoints.values(), form, '/v1/webhook_endpoints');

const create =
  ({ context, store, form }: Asked): Effect =>
  () =>
    createEndpoint(context, store, form);

function update(asked: Asked): Effect {
  const endpoint = endpointOf(asked);
  return () => updateEndpoint(endpoint, asked.form);
}

const remove =
  (asked: Asked): Effect =>
  () => {
    const { id } = endpointOf(asked);
    asked.store.endpoints.delete(id);
    asked.store.secrets.delete(id);
    return { id, object: 'webhook_endpoint', deleted: true };
  };

export const webhookEndpointRoutes: readonly Route[] = [
  read('webhook_endpoints/:id', endpointOf),
  read('webhook_endpoints', list),
  write('webhook_endpoints', create),
  write('webhook_endpoints/:id', update),
  { method: 'DELETE', path: 'webhook_endpoints/:id', handle: remove },
];
