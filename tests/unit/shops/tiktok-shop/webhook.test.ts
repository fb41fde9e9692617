import { createHmac } from 'node:crypto';
import { parseWebhook, verifyWebhook } from '../../../../lib/shops/tiktok-shop';
import { changeKey } from '../../../../lib/shops/tiktok-shop/webhook';
import { refusalOf } from '../../http/refusal';
import { fc } from '../../../support/properties';

const secrets = { appKey: 'abcdef', appSecret: 'hush-hush' };
const sign = (body: Uint8Array | string, { appKey, appSecret } = secrets): string =>
  createHmac('sha256', appSecret).update(appKey).update(body).digest('hex');
const returnChange = {
  type: 12,
  tts_notification_id: '7327112393057371910',
  shop_id: '7494049642642441621',
  timestamp: 1_644_412_885,
  data: {
    order_id: '576486316948490001',
    return_role: 'BUYER',
    return_type: 'RETURN_AND_REFUND',
    return_status: 'RETURN_OR_REFUND_REQUEST_PENDING',
    return_id: '577087614418520388',
    create_time: 1_644_412_000,
    update_time: 1_644_412_885,
  },
};
const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const refused = { code: 'signature_invalid', provider: 'tiktok_shop' };

describe('the signature of a webhook', () => {
  it('is taken for the bytes that were signed and for no others', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (body, other) => {
        const headers = { authorization: sign(body) };
        expect(() => {
          verifyWebhook(body, headers, secrets);
        }).not.toThrow();
        if (Buffer.compare(body, other) !== 0) {
          expect(
            refusalOf(() => {
              verifyWebhook(other, headers, secrets);
            }),
          ).toMatchObject(refused);
        }
      }),
    );
  });

  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['a cut one', sign('{}').slice(0, -2)],
    ['a lengthened one', `${sign('{}')}00`],
    ['one with a prefix', `Bearer ${sign('{}')}`],
    ['one made with another secret', sign('{}', { ...secrets, appSecret: 'other' })],
    ['one of another app', sign('{}', { ...secrets, appKey: 'other' })],
    ['one without the app key', createHmac('sha256', secrets.appSecret).update('{}').digest('hex')],
    ['one in base64', createHmac('sha256', secrets.appSecret).update('abcdef{}').digest('base64')],
  ])('is refused: %s', (_what, authorization) => {
    const refusal = refusalOf(() => {
      verifyWebhook(Buffer.from('{}'), { authorization }, secrets);
    });
    expect(refusal).toMatchObject(refused);
    expect(`${refusal.message} ${refusal.description}`).not.toContain(secrets.appSecret);
  });

  it('is refused while the credential has no secret', () => {
    const none = { appKey: 'abcdef', appSecret: '' };
    expect(
      refusalOf(() => {
        verifyWebhook(Buffer.from('{}'), { authorization: sign('{}', none) }, none);
      }),
    ).toMatchObject(refused);
  });
});

describe('a notification', () => {
  it('tells what changed, and when', () => {
    expect(parseWebhook(bytes(returnChange))).toEqual({
      type: 12,
      event: 'RETURN_STATUS_CHANGE',
      key: 'return:577087614418520388:RETURN_OR_REFUND_REQUEST_PENDING:1644412885',
      foundBy: 'webhook',
      notificationId: '7327112393057371910',
      shopId: '7494049642642441621',
      returnId: '577087614418520388',
      orderId: '576486316948490001',
      status: 'RETURN_OR_REFUND_REQUEST_PENDING',
      at: '2022-02-09T13:21:25.000Z',
      payload: returnChange.data,
    });
  });

  it('keeps every digit of ids that are sent as numbers', () => {
    const text =
      '{"type":5,"tts_notification_id":7327112393057371910,"shop_id":7494049642642441621,"timestamp":1644412885,"data":{"product_id":1729592969712207008,"small":7}}';
    expect(parseWebhook(Buffer.from(text))).toMatchObject({
      event: 'UNKNOWN',
      notificationId: '7327112393057371910',
      shopId: '7494049642642441621',
      key: 'notification:7327112393057371910',
      payload: { product_id: '1729592969712207008', small: 7 },
    });
  });

  it.each([
    [1, { order_id: '5', order_status: 'DELIVERED', update_time: 9 }, 'order:5:DELIVERED:9'],
    [
      11,
      { order_id: '5', cancel_id: '6', cancel_status: 'CANCELLATION_REQUEST_CANCELLED' },
      'cancellation:6:CANCELLATION_REQUEST_CANCEL',
    ],
    [
      64,
      { aftersales_request_id: '7', aftersales_request_status: 'X', aftersales_request_update_time: 9 },
      'aftersales:7:X',
    ],
    [65, { rma_id: '8', rma_status: 'INIT', rma_update_time: 9 }, 'rma:8:INIT'],
    [67, { rma_id: '8', aftersales_request_id: '7', refund_status: 'SUCCESS' }, 'notification:n'],
    [6, { message: 'gone' }, 'notification:n'],
    [7, { message: 'soon' }, 'notification:n'],
    [4711, {}, 'notification:n'],
  ])('of type %d is known by what it tells', (type, data, key) => {
    expect(parseWebhook(bytes({ type, tts_notification_id: 'n', timestamp: 9, data }))).toMatchObject({ type, key });
  });

  it('tells once, not daily, that an authorization ends, and when', () => {
    const told = ['1', '2'].map((day) =>
      parseWebhook(
        bytes({
          ...{ type: 7, tts_notification_id: day, shop_id: '7', timestamp: 9 },
          data: { message: `in ${day} days`, expiration_time: '1700000000' },
        }),
      ),
    );
    expect(told.map(({ key }) => key)).toEqual(['authorization:7:1700000000', 'authorization:7:1700000000']);
    expect(told[0]).toMatchObject({
      event: 'UPCOMING_AUTHORIZATION_EXPIRATION',
      expiresAt: '2023-11-14T22:13:20.000Z',
    });
  });

  it('tells of a refund which batch it belongs to, and outside of one its return', () => {
    const refunded = (data: object): object =>
      parseWebhook(bytes({ type: 67, tts_notification_id: 'n', timestamp: 9, data }));
    const line_items = [{ sku_return_request_id: '4' }, { sku_return_request_id: '4' }];
    expect(refunded({ rma_id: '', aftersales_request_id: '', line_items })).toMatchObject({ returnId: '4' });
    const ofBatch = refunded({ rma_id: '8', aftersales_request_id: '7', line_items });
    expect(ofBatch).toMatchObject({ rmaId: '8', aftersalesRequestId: '7' });
    expect(ofBatch).not.toHaveProperty('returnId');
    const ofTwo = refunded({ line_items: [...line_items, { sku_return_request_id: '5' }] });
    expect(ofTwo).not.toHaveProperty('returnId');
  });

  it('that nobody knows is passed on, whatever is in it', () => {
    const data = { order_id: { is: 'an object' }, update_time: 'yesterday', line_items: 'none' };
    const unknown = { type: 4711, tts_notification_id: 'n', timestamp: 9, data };
    expect(parseWebhook(bytes(unknown))).toMatchObject({ event: 'UNKNOWN', key: 'notification:n', payload: data });
    expect(refusalOf(() => parseWebhook(bytes({ ...unknown, type: 12 })))).toMatchObject({
      code: 'unexpected_answer',
    });
  });

  it('reads every spelling of a state as one', () => {
    for (const return_status of ['RETURN_OR_REFUND__REQUEST_CANCELLED', 'RETURN_OR_REFUND_CANCEL']) {
      const changed = { ...returnChange, data: { ...returnChange.data, return_status } };
      expect(parseWebhook(bytes(changed)).status).toBe('RETURN_OR_REFUND_REQUEST_CANCEL');
    }
  });

  it('is refused when it is cut off or is something else', () => {
    const whole = bytes(returnChange);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(refusalOf(() => parseWebhook(whole.slice(0, length)))).toMatchObject({ code: 'unexpected_answer' });
      }),
    );
    for (const other of [{}, { type: 'x', tts_notification_id: '1' }, { type: 12, data: {} }, [], null, 'text']) {
      expect(refusalOf(() => parseWebhook(bytes(other)))).toMatchObject({ code: 'unexpected_answer' });
    }
  });

  it('has no key of a change while what changed is not told', () => {
    expect(changeKey(12, { returnId: '1', status: 'X' })).toBeUndefined();
    expect(changeKey(12, { returnId: '1', status: 'X', updatedAt: null })).toBeUndefined();
    expect(changeKey(12, { returnId: '1', status: 'X', updatedAt: 3 })).toBe('return:1:X:3');
  });
});
