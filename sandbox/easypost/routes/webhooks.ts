import type { Webhook } from '../objects';
import { createWebhook, updateWebhook } from '../webhooks';
import { type Asked, found, type Route } from './route';

const webhookOf = ({ store, id }: Asked): Webhook => found(store.webhooks.get(id));

const create = ({ context, store, body }: Asked): Webhook => createWebhook(context, store, body);

const list = ({ store }: Asked): object => ({ webhooks: [...store.webhooks.values()] });

const update = (asked: Asked): Webhook => updateWebhook(asked.store, webhookOf(asked), asked.body);

function remove(asked: Asked): object {
  const { id } = webhookOf(asked);
  asked.store.webhooks.delete(id);
  asked.store.secrets.delete(id);
  return {};
}

export const webhookRoutes: readonly Route[] = [
  { method: 'POST', path: 'webhooks', status: 201, handle: create },
  { method: 'GET', path: 'webhooks', handle: list },
  { method: 'GET', path: 'webhooks/:id', handle: webhookOf },
  { method: 'PATCH', path: 'webhooks/:id', status: 201, handle: update },
  { method: 'PUT', path: 'webhooks/:id', status: 201, handle: update },
  { method: 'DELETE', path: 'webhooks/:id', handle: remove },
];
