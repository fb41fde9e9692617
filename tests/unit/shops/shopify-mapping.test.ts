import { orderSchema, requestSchema, toDecimal, type Money, type Order } from '../../../lib/returns';
import { linePaid, readOrder, readRequest, type OrderParts } from '../../../lib/shops/shopify/mapping';
import { moneyBagSchema } from '../../../lib/shops/shopify/money';
import { lineSchema, orderHeadSchema } from '../../../lib/shops/shopify/order-documents';
import { fixedReasons, reasonFor, reasonInput, reasonOf } from '../../../lib/shops/shopify/reasons';
import type { ShopifyReturn } from '../../../lib/shops/shopify';
import { returnReasons } from '../../../lib/returns';
import { fc } from '../../support/properties';

const bag = (amount: string, currencyCode = 'EUR'): object => ({ presentmentMoney: { amount, currencyCode } });

const rawLine = (changes: object = {}): object => ({
  id: 'gid://shopify/LineItem/1',
  title: 'Robe Lune',
  variantTitle: 'M',
  sku: 'ROBE-M',
  quantity: 2,
  isGiftCard: false,
  originalTotalSet: bag('159.9'),
  discountAllocations: [],
  taxLines: [{ priceSet: bag('26.65') }],
  weight: { unit: 'KILOGRAMS', value: 0.42 },
  product: { id: 'gid://shopify/Product/1', productType: 'clothing', tags: ['summer'], category: { name: 'Dresses' } },
  variant: { id: 'gid://shopify/ProductVariant/1' },
  ...changes,
});
const rawHead = (changes: object = {}): object => ({
  id: 'gid://shopify/Order/1',
  name: '#1001',
  processedAt: '2026-11-01T09:00:00Z',
  presentmentCurrencyCode: 'EUR',
  taxesIncluded: true,
  customerLocale: 'fr-CA',
  email: 'camille@example.test',
  phone: null,
  tags: [],
  customer: {
    id: 'gid://shopify/Customer/1',
    displayName: 'Camille Dupont',
    locale: 'en',
    numberOfOrders: '3',
    tags: ['vip'],
    defaultEmailAddress: null,
    defaultPhoneNumber: { phoneNumber: '+33612345678' },
  },
  shippingAddress: {
    name: 'Camille Dupont',
    address1: '4 rue Oberkampf',
    city: 'Paris',
    zip: '75011',
    countryCodeV2: 'FR',
  },
  totalPriceSet: bag('164.8'),
  shippingLines: { nodes: [{ discountedPriceSet: bag('4.9'), taxLines: [{ priceSet: bag('0.82') }] }] },
  fulfillments: [{ status: 'SUCCESS', createdAt: '2026-11-02T09:00:00Z', deliveredAt: '2026-11-05T09:00:00Z' }],
  transactions: [
    { id: 'gid://shopify/OrderTransaction/1', kind: 'AUTHORIZATION', status: 'SUCCESS' },
    { id: 'gid://shopify/OrderTransaction/2', kind: 'CAPTURE', status: 'SUCCESS' },
  ],
  ...changes,
});
const orderWith = (head: object = {}, line: object = {}, returnables: OrderParts['returnables'] = []): Order =>
  readOrder({ head: orderHeadSchema().parse(rawHead(head)), lines: [lineSchema().parse(rawLine(line))], returnables });

describe('an order of Shopify as a chapter', () => {
  it('is one, with everything that a policy asks for', () => {
    const returnables = [
      { fulfillmentLineId: 'f0', orderLineId: 'gid://shopify/LineItem/1', quantity: 0 },
      { fulfillmentLineId: 'f1', orderLineId: 'gid://shopify/LineItem/1', quantity: 1 },
      { fulfillmentLineId: 'f2', orderLineId: 'gid://shopify/LineItem/9', quantity: 5 },
    ];
    const order = orderWith({}, {}, returnables);
    expect(orderSchema.parse(order)).toEqual(order);
    expect(order).toMatchObject({
      deliveredAt: '2026-11-05T09:00:00Z',
      customer: { orders: 3, locale: 'fr-CA', tags: ['vip'], phone: '+33612345678' },
      shipping: { amount: 490, currency: 'EUR' },
      payment: { provider: 'shopify', reference: 'gid://shopify/OrderTransaction/2' },
      lines: [
        {
          fulfillmentLineId: 'f1',
          returnableQuantity: 1,
          category: 'clothing',
          tags: ['summer'],
          weightGrams: 420,
          paid: { amount: 15990, currency: 'EUR' },
          tax: { amount: 2665, currency: 'EUR' },
        },
      ],
    });
  });

  it('takes every discount off a line, its own as well as its part of those on the order', () => {
    const discountAllocations = [{ allocatedAmountSet: bag('10.0') }, { allocatedAmountSet: bag('14.99') }];
    const [line] = orderWith({}, { discountAllocations }).lines;
    expect(line?.paid.amount).toBe(15990 - 1000 - 1499);
    expect(line?.discount).toEqual({ amount: 1000 + 1499, currency: 'EUR' });
    expect(orderWith({}, { discountAllocations: [] }).lines[0]).not.toHaveProperty('discount');
  });

  it('adds tax, of goods and of delivery, where prices are without', () => {
    const order = orderWith({ taxesIncluded: false });
    expect(order.lines[0]?.paid.amount).toBe(15990 + 2665);
    expect(order.shipping.amount).toBe(490 + 82);
  });

  it.each([
    ['all parcels have arrived', ['2026-11-05T09:00:00Z', '2026-11-09T09:00:00Z'], '2026-11-09T09:00:00Z'],
    ['one is on its way', ['2026-11-05T09:00:00Z', null], undefined],
    ['nothing was sent', [], undefined],
  ])('was delivered when the last parcel was: %s', (_when, arrivals, expected) => {
    const fulfillments = arrivals.map((deliveredAt) => ({
      status: 'SUCCESS',
      createdAt: '2026-11-02T09:00:00Z',
      deliveredAt,
    }));
    expect(orderWith({ fulfillments }).deliveredAt).toBe(expected);
  });

  it('does not wait for a parcel that was cancelled', () => {
    const sent = { status: 'SUCCESS', createdAt: '2026-11-02T09:00:00Z', deliveredAt: '2026-11-05T09:00:00Z' };
    const cancelled = { status: 'CANCELLED', createdAt: '2026-11-03T09:00:00Z', deliveredAt: null };
    expect(orderWith({ fulfillments: [sent, cancelled] })).toMatchObject({
      fulfilledAt: sent.createdAt,
      deliveredAt: sent.deliveredAt,
    });
  });

  it('is readable although product, customer and address are gone', () => {
    const order = orderWith(
      { customer: null, shippingAddress: null, email: null, customerLocale: null, transactions: [] },
      { product: null, variant: null, weight: null, sku: null, variantTitle: 'Default Title' },
    );
    expect(orderSchema.parse(order)).toEqual(order);
    expect(order.lines[0]).not.toHaveProperty('variantTitle');
  });

  it("falls back on Shopify's taxonomy where the shop names no product type", () => {
    const product = { id: 'p', productType: '', tags: [], category: { name: 'Dresses' } };
    expect(orderWith({}, { product }).lines[0]?.category).toBe('Dresses');
  });

  it('refuses an amount that the currency cannot have', () => {
    expect(() => lineSchema().parse(rawLine({ originalTotalSet: bag('100.5', 'JPY') }))).toThrow('JPY cannot have');
  });

  it('keeps money exact: list price less discounts plus tax, in any currency', () => {
    const amount = fc.nat(1_000_000);
    const currency = fc.constantFrom('EUR', 'JPY', 'KWD');
    fc.assert(
      fc.property(
        currency,
        amount,
        fc.array(amount, { maxLength: 4 }),
        amount,
        fc.boolean(),
        (code, base, cuts, tax, included) => {
          const off = cuts.reduce((sum, cut) => sum + cut, 0);
          const read = (value: number): Money =>
            // Shopify writes 12.50 as "12.5" and 12 as "12.0".
            moneyBagSchema().parse(bag(toDecimal({ amount: value, currency: code }).replace(/(\.\d)0+$/, '$1'), code));
          const line = {
            originalTotalSet: read(base + off),
            discountAllocations: cuts.map((cut) => ({ allocatedAmountSet: read(cut) })),
            taxLines: [{ priceSet: read(tax) }],
          };
          expect(linePaid(line, included)).toEqual({
            paid: { amount: included ? base : base + tax, currency: code },
            tax: { amount: tax, currency: code },
          });
        },
      ),
    );
  });
});

describe('a return of Shopify as a request', () => {
  const line = (id: number, changes: object = {}): ShopifyReturn['lines'][number] => ({
    id: `gid://shopify/ReturnLineItem/${id}`,
    orderLineId: `gid://shopify/LineItem/${id}`,
    quantity: 1,
    reason: 'too_small',
    processable: 0,
    processed: 0,
    refunded: 0,
    ...changes,
  });
  const exchange = (id: number): ShopifyReturn['exchangeLines'][number] => ({
    id: `e${id}`,
    variantId: `v${id}`,
    title: `Variant ${id}`,
    quantity: 1,
    processable: 1,
    processed: 0,
  });
  const returned = (changes: Partial<ShopifyReturn> = {}): ShopifyReturn => ({
    id: 'gid://shopify/Return/1',
    name: '#1001-R1',
    status: 'REQUESTED',
    orderId: 'o',
    orderName: '#1001',
    createdAt: '2026-11-20T09:00:00Z',
    lines: [line(1), line(2)],
    exchangeLines: [],
    reverseOrders: [],
    refunds: [],
    ...changes,
  });

  it('is one, in the language of the order', () => {
    const request = readRequest(returned(), 'fr-BE');
    expect(requestSchema.parse(request)).toEqual(request);
    expect(request).toMatchObject({
      channel: 'shopify',
      externalId: 'gid://shopify/Return/1',
      resolution: 'refund',
      locale: 'fr',
    });
  });

  it('is an exchange as soon as something is to be sent', () => {
    const request = readRequest(returned({ exchangeLines: [exchange(7), exchange(8)] }), undefined);
    expect(request).toMatchObject({ resolution: 'exchange', locale: 'en' });
    expect(request.lines.map(({ exchangeFor }) => exchangeFor?.variantId)).toEqual(['v7', 'v8']);
  });

  it('leaves out what Shopify cannot tie to the order', () => {
    const { orderLineId: _orderLineId, ...untied } = line(3);
    expect(readRequest(returned({ lines: [untied, line(1)] }), 'en').lines).toHaveLength(1);
  });
});

describe('reasons', () => {
  it.each([
    ['SIZE_TOO_SMALL', 'too_small'],
    ['SIZE_TOO_LARGE', 'too_large'],
    ['UNWANTED', 'changed_mind'],
    ['NOT_AS_DESCRIBED', 'not_as_described'],
    ['WRONG_ITEM', 'wrong_item'],
    ['DEFECTIVE', 'defective'],
    ['STYLE', 'style'],
    ['COLOR', 'color'],
    ['OTHER', 'other'],
    ['UNKNOWN', 'unknown'],
    ['too-small', 'too_small'],
    ['too-big', 'too_large'],
    ['changed-my-mind', 'changed_mind'],
    ['item-not-as-described', 'not_as_described'],
    ['received-the-wrong-item', 'wrong_item'],
    ['damaged-or-defective', 'defective'],
    ['damaged-during-shipping', 'damaged_in_transit'],
    ['arrived-too-late', 'arrived_late'],
    ['other-reason', 'other'],
    ['brand-new-reason', 'unknown'],
    ['', 'unknown'],
    [undefined, 'unknown'],
  ])('read %s as %s', (handle, expected) => {
    expect(reasonOf(handle)).toBe(expected);
  });

  const handles = ['unknown', 'other-reason', 'too-small', 'defective-zipper', 'defective', 'style', 'changed-my-mind'];
  const definitions = handles.map((handle) => ({ id: handle, handle, name: handle }));

  it.each([
    ['too_small', 'too-small'],
    ['defective', 'defective'],
    ['damaged_in_transit', 'defective'],
    ['color', 'style'],
    ['arrived_late', 'other-reason'],
    ['unknown', 'unknown'],
  ] as const)('say %s as %s', (reason, expected) => {
    expect(reasonFor(reason, definitions)?.handle).toBe(expected);
  });

  it('go without where the shop has none', () => {
    for (const reason of returnReasons) expect(reasonInput(reason, [])).toEqual({});
  });

  it('are named by the fixed words where the API has no library of them', () => {
    const said = returnReasons.map((reason) => [reason, reasonInput(reason, fixedReasons).returnReason]);
    expect(Object.fromEntries(said)).toMatchObject({
      too_small: 'SIZE_TOO_SMALL',
      too_large: 'SIZE_TOO_LARGE',
      changed_mind: 'UNWANTED',
      damaged_in_transit: 'DEFECTIVE',
      arrived_late: 'OTHER',
      unknown: 'UNKNOWN',
    });
    expect(said.filter(([, word]) => word === undefined)).toEqual([]);
  });
});
