import { createHmac } from 'node:crypto';
import { signatureOf, topicPath } from '../../../sandbox/shopify/webhooks';

describe('webhooks of the Shopify simulator', () => {
  it('signs the bytes with base64 HMAC-SHA256', () => {
    const body = Buffer.from('{"name":"Zoé","note":"🌙"}');
    expect(signatureOf(body, 'secret')).toBe(createHmac('sha256', 'secret').update(body).digest('base64'));
    // Computed with `printf 'hello' | openssl dgst -sha256 -hmac secret -binary | base64`.
    expect(signatureOf(Buffer.from('hello'), 'secret')).toBe('iKqz7ejTrflNJquQ07r9SiCDBww7zOnAFO4EpEOEfAs=');
  });

  it.each([
    ['RETURNS_REQUEST', 'returns/request'],
    ['REVERSE_DELIVERIES_ATTACH_DELIVERABLE', 'reverse_deliveries/attach_deliverable'],
    ['REVERSE_FULFILLMENT_ORDERS_DISPOSE', 'reverse_fulfillment_orders/dispose'],
    ['REFUNDS_CREATE', 'refunds/create'],
    ['ORDERS_UPDATED', 'orders/updated'],
    ['ORDER_TRANSACTIONS_CREATE', 'order_transactions/create'],
    ['INVENTORY_LEVELS_UPDATE', 'inventory_levels/update'],
    ['APP_UNINSTALLED', 'app/uninstalled'],
  ])('%s travels as %s', (topic, path) => {
    expect(topicPath(topic)).toBe(path);
  });
});
