import type { Order, Refund, ReturnRequest } from '../../../lib/returns';
import type { ShopifyReturn, ShopifyReturnLine } from '../../../lib/shops/shopify';
import { readRequest } from '../../../lib/shops/shopify/mapping';
import {
  decisionOf,
  doneOf,
  doubtsOf,
  isExchanged,
  labelOf,
  leftOf,
  paidBack,
  type LooseRefund,
} from '../../../lib/shops/shopify/standing';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const adminUrl = 'https://atelier-lune.myshopify.com/admin/orders/1';
const dress = 'gid://shopify/LineItem/1';

const line = (change: Partial<ShopifyReturnLine> = {}): ShopifyReturnLine => ({
  id: 'rl1',
  fulfillmentLineId: 'f1',
  orderLineId: dress,
  quantity: 3,
  reason: 'too_small',
  processable: 3,
  processed: 0,
  refunded: 0,
  ...change,
});

const refund = (
  amount: number,
  status: Refund['status'] = 'succeeded',
  id = 'r1',
): ShopifyReturn['refunds'][number] => ({
  refund: { provider: 'shopify', id, status, amount: eur(amount), providerStatus: 'X', at: '2026-11-20T09:00:00Z' },
});

const exchangeLine = (processed: number, quantity = 1): ShopifyReturn['exchangeLines'][number] => ({
  id: 'el1',
  variantId: 'v1',
  title: 'Robe Lune · L',
  quantity,
  processable: quantity - processed,
  processed,
});

const disposed = (type: string, quantity: number): ShopifyReturn['reverseOrders'] => [
  {
    id: 'rfo1',
    status: 'OPEN',
    lines: [{ id: 'rfl1', fulfillmentLineId: 'f1', quantity: 3, disposed: [{ type, quantity }] }],
    deliveries: [],
  },
];

const returned = (change: Partial<ShopifyReturn> = {}): ShopifyReturn => ({
  id: 'gid://shopify/Return/1',
  name: '#1001-R1',
  status: 'OPEN',
  orderId: 'gid://shopify/Order/1',
  orderName: '#1001',
  createdAt: '2026-11-20T09:00:00Z',
  lines: [line()],
  exchangeLines: [],
  reverseOrders: [],
  refunds: [],
  ...change,
});

const partly = line({ processable: 2, processed: 1, refunded: 1 });
const wholly = line({ processable: 0, processed: 3, refunded: 3 });
const left = (value: ShopifyReturn): ReturnRequest => leftOf(value, readRequest(value, 'fr'));

describe('what is left of a return in Shopify', () => {
  it.each([
    ['all of it while nothing was processed', [line()], 'OPEN', 3],
    [
      'all of it while it is only requested, where nothing can be processed',
      [line({ processable: 0 })],
      'REQUESTED',
      3,
    ],
    ['what can still be processed', [partly], 'OPEN', 2],
    ['all of it once everything was processed: the goods are awaited', [wholly], 'OPEN', 3],
  ] as const)('is %s', (_what, lines, status, quantity) => {
    expect(left(returned({ lines, status })).lines).toMatchObject([{ orderLineId: dress, quantity }]);
  });

  it('leaves out lines that are done, and lines that were taken off', () => {
    const mug = line({ id: 'rl2', orderLineId: 'gid://shopify/LineItem/2', quantity: 1, processable: 1 });
    const gone = line({ id: 'rl3', orderLineId: 'gid://shopify/LineItem/3', quantity: 0, processable: 0 });
    expect(left(returned({ lines: [wholly, mug, gone] })).lines).toMatchObject([{ returnLineId: 'rl2', quantity: 1 }]);
  });

  it('names an order line once that was sent in two parcels', () => {
    const second = line({ id: 'rl2', fulfillmentLineId: 'f2', quantity: 1, processable: 1 });
    expect(left(returned({ lines: [line(), second] })).lines).toMatchObject([{ orderLineId: dress, quantity: 4 }]);
  });
});

describe('what was done for a return in Shopify', () => {
  const label = labelOf(
    returned({
      reverseOrders: [
        {
          id: 'rfo1',
          status: 'OPEN',
          lines: [],
          deliveries: [{ id: 'd1', trackingNumber: '6A1', carrier: 'Colissimo' }],
        },
      ],
    }),
    'EUR',
    adminUrl,
  );

  it.each([
    ['nothing while it is only requested', returned({ status: 'REQUESTED' }), []],
    ['approved', returned(), ['approved']],
    [
      'received once goods were put somewhere',
      returned({ reverseOrders: disposed('RESTOCKED', 1) }),
      ['approved', 'received'],
    ],
    ['not received for what is missing', returned({ reverseOrders: disposed('MISSING', 1) }), ['approved']],
    [
      'not received for what was settled already',
      returned({ lines: [partly], refunds: [refund(6300)], reverseOrders: disposed('RESTOCKED', 1) }),
      ['approved'],
    ],
    [
      'refunded once nothing is left to pay',
      returned({ lines: [wholly], refunds: [refund(18900)] }),
      ['approved', 'refunded'],
    ],
    ['not refunded while a part is left', returned({ lines: [partly], refunds: [refund(6300)] }), ['approved']],
    ['exchanged', returned({ exchangeLines: [exchangeLine(1)] }), ['approved', 'exchanged']],
    ['not exchanged before it is sent', returned({ exchangeLines: [exchangeLine(0)] }), ['approved']],
  ] as const)('is %s', (_what, value, words) => {
    expect(doneOf(value, undefined, [])).toEqual(words);
  });

  it('is labelled with what the parcel is tracked by, where no file is attached', () => {
    expect(label).toMatchObject({
      trackingNumber: '6A1',
      carrier: 'Colissimo',
      url: adminUrl,
      format: 'pdf',
      cost: eur(0),
    });
    expect(doneOf(returned(), label, [])).toEqual(['approved', 'labelled']);
  });

  it('is not said to be paid or sent while that is in doubt', () => {
    expect(doneOf(returned({ lines: [wholly], refunds: [refund(100)] }), undefined, ['so'])).toEqual(['approved']);
  });

  it('sums what was paid back, and waits for what is on its way', () => {
    const value = returned({ lines: [wholly], refunds: [refund(6300), refund(12600, 'pending', 'r2')] });
    expect(paidBack(value)).toMatchObject({ id: 'r2', amount: eur(18900), status: 'pending' });
    expect(isExchanged(value)).toBe(false);
  });
});

describe('what is unclear about a return in Shopify', () => {
  const loose = (amount: number, ...orderLineIds: string[]): LooseRefund => ({ amount: eur(amount), orderLineIds });

  it.each<readonly [string, Partial<ShopifyReturn>, readonly LooseRefund[]]>([
    ['nothing where nothing was done', {}, []],
    ['nothing where what was processed was paid', { lines: [partly], refunds: [refund(6300)] }, []],
    ['nothing where all was paid', { lines: [wholly], refunds: [refund(18900)] }, []],
    ['nothing where the exchange was sent before', { exchangeLines: [exchangeLine(1)] }, []],
    ['nothing for a fee of which nothing was kept', { fee: eur(400) }, []],
    ['nothing for a refund of another article', {}, [loose(1350, 'gid://shopify/LineItem/2')]],
    ['nothing while it is only requested', { status: 'REQUESTED', lines: [partly] }, [loose(500)]],
  ])('is %s', (_what, change, refunds) => {
    expect(doubtsOf(returned(change), refunds)).toEqual([]);
  });

  it.each<readonly [string, Partial<ShopifyReturn>, readonly LooseRefund[]]>([
    ['1 unit counts as processed while nothing was paid back', { lines: [partly] }, []],
    [
      '3 units count as processed, and 1 as refunded',
      { lines: [{ ...wholly, refunded: 1 }], refunds: [refund(6300)] },
      [],
    ],
    ['€63.00 was paid back while no unit counts as processed', { refunds: [refund(6300)] }, []],
    ['Shopify counts 2 units as missing', { reverseOrders: disposed('MISSING', 2) }, []],
    ['1 line of the return cannot be tied to the order', { lines: [line(), untied()] }, []],
    [
      'a part of the fee of €4.00 may have been kept already',
      { lines: [partly], refunds: [refund(6300)], fee: eur(400) },
      [],
    ],
    ['the exchange was sent in part', { exchangeLines: [exchangeLine(1, 2)] }, []],
    [
      '1 unit counts as processed while the exchange was not sent',
      { lines: [partly], exchangeLines: [exchangeLine(0)] },
      [],
    ],
    [
      '€5.00 was paid back while the exchange was not sent',
      { exchangeLines: [exchangeLine(0)], refunds: [refund(500)] },
      [],
    ],
    ['the order has a refund of €5.00 that is not of this return', {}, [loose(500)]],
    ['the order has a refund of €63.00 that is not of this return', {}, [loose(6300, dress)]],
  ])('is: %s', (said, change, refunds) => {
    expect(doubtsOf(returned(change), refunds)).toEqual([said]);
  });

  it('includes a refund that has failed, which pays nothing', () => {
    const value = returned({ lines: [wholly], refunds: [refund(18900, 'failed')] });
    expect(doubtsOf(value, [])).toEqual([
      'a refund of €189.00 has failed',
      '3 units count as processed while nothing was paid back',
    ]);
  });
});

function untied(): ShopifyReturnLine {
  const { orderLineId: _order, fulfillmentLineId: _sent, ...rest } = line({ id: 'rl9' });
  return rest;
}

describe('the decision that was taken in Shopify', () => {
  const order = {
    id: 'gid://shopify/Order/1',
    currency: 'EUR',
    lines: [{ id: dress, quantity: 3, paid: eur(10000) }],
  } as unknown as Order;
  const decided = (value: ShopifyReturn, doubts: readonly string[] = []) => {
    const paid = doubts.length === 0 ? paidBack(value) : undefined;
    const standing = { done: [], doubts, adminUrl, ...(paid && { refund: paid }) };
    return decisionOf({ value, request: left(value), order, standing, at: '2026-11-22T10:00:00Z' });
  };

  it('is none while it is only requested', () => {
    expect(decided(returned({ status: 'REQUESTED' }))).toBeUndefined();
  });

  it('keeps the fee from what is left', () => {
    expect(decided(returned({ fee: eur(400) }))).toMatchObject({
      outcome: 'approve',
      fee: eur(400),
      refundable: eur(9600),
    });
    expect(decided(returned({ lines: [partly], refunds: [refund(3333)] }))).toMatchObject({ refundable: eur(6667) });
  });

  it('is worth what was paid, once all was', () => {
    expect(decided(returned({ lines: [wholly], refunds: [refund(5000)] }))).toMatchObject({ refundable: eur(5000) });
  });

  it('says to the shop what is unclear, and what each answer does', () => {
    const decision = decided(returned(), ['the exchange was sent in part']);
    expect(decision).toMatchObject({ outcome: 'review' });
    expect(decision?.reason.agent).toContain('the exchange was sent in part. Approve: ');
    expect(decision?.reason.agent).toContain(adminUrl);
  });
});
