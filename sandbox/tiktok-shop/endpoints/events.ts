import { z } from 'zod/v4';
import { type Endpoint, endpoint, none } from '../endpoint';
import { invalidParameter } from '../errors';
import { eventTypes } from '../webhooks';

const scope = 'seller.webhook.write';
const eventType = z.string().refine((name) => Object.hasOwn(eventTypes, name));

export const eventEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/event/{version}/webhooks',
    versions: ['202309'],
    scope,
    query: none,
    body: none,
    handle: ({ world, shop }) => {
      const own = [...world.subscriptions.values()].filter(({ shopId }) => shopId === shop.id);
      return {
        total_count: own.length,
        webhooks: own.map((one) => ({
          event_type: one.eventType,
          address: one.address,
          create_time: one.createTime,
          update_time: one.updateTime,
        })),
      };
    },
  }),
  endpoint({
    method: 'PUT',
    path: '/event/{version}/webhooks',
    versions: ['202309'],
    scope,
    query: none,
    body: z.strictObject({ event_type: eventType, address: z.url().max(255) }),
    handle: ({ world, shop, body }) => {
      const { protocol, hostname, port } = new URL(body.address);
      // The real one wants HTTPS without a port; a receiver on this machine has neither.
      const isLocal = hostname === '127.0.0.1' || hostname === 'localhost';
      if (!isLocal && (protocol !== 'https:' || port !== '')) throw invalidParameter('address');
      const key = `${shop.id} ${body.event_type}`;
      const now = world.now();
      const before = world.subscriptions.get(key);
      world.subscriptions.set(key, {
        shopId: shop.id,
        eventType: body.event_type,
        address: body.address,
        createTime: before?.createTime ?? now,
        updateTime: now,
      });
      world.record('webhook.subscribed', body.event_type, { shopId: shop.id });
      return {};
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/event/{version}/webhooks',
    versions: ['202309'],
    scope,
    query: none,
    body: z.strictObject({ event_type: eventType }),
    handle: ({ world, shop, body }) => {
      if (!world.subscriptions.delete(`${shop.id} ${body.event_type}`)) throw invalidParameter('event_type');
      return {};
    },
  }),
];
