import {
  approveReturn,
  attachLabel,
  createReturn,
  createShopifyClient,
  declineReturn,
  exchangeVariants,
  findOrder,
  getReturn,
  listLocations,
  listReturns,
  listWebhooks,
  processReturn,
  readShop,
  restock,
  subscribe,
  suggestedOutcome,
  unsubscribe,
  type SuggestedOutcome,
} from '../../lib/shops/shopify';
import { orderSchema, requestSchema, type Inspection, type Order, type ReturnRequest } from '../../lib/returns';
import { ThrottleBucket } from '../../sandbox/shopify/throttle';
import { alone, type ShopifySandbox, startShopify } from './shopify-story';

const eur = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'EUR' });
const first = { idempotencyKey: 'case-1:refund', mayHaveHappened: false };
const again = { idempotencyKey: 'case-1:refund', mayHaveHappened: true };
const label = {
  trackingNumber: '8R00000000001',
  trackingUrl: 'https://carrier.test/8R00000000001',
  url: 'https://labels.test/8R00000000001.pdf',
};

describe('the Shopify client against the simulator', () => {
  let shopify: ShopifySandbox;

  beforeEach(async () => {
    shopify = await startShopify();
  });
  afterEach(() => shopify.sandbox.stop());

  const openReturn = async (lines: readonly object[]): Promise<{ returnId: string; order: Order }> => {
    const { name } = await shopify.seedOrder();
    const returnId = await shopify.requestReturn(name, lines);
    await approveReturn(shopify.client, { returnId });
    return { returnId, order: await findOrder(shopify.client, { name }) };
  };
  const inspectionOf = (order: Order, quantity = 1): Inspection => ({
    inspectedAt: '2026-11-22T10:00:00Z',
    lines: [{ orderLineId: order.lines[0]?.id ?? '', quantity, grade: 'new', disposition: 'restock' }],
  });

  const requestFor = (order: Order, changes: Partial<ReturnRequest> = {}): ReturnRequest => ({
    channel: 'form',
    externalId: 'form-1',
    requestedAt: '2026-11-20T10:00:00Z',
    resolution: 'refund',
    lines: [{ orderLineId: order.lines[0]?.id ?? '', quantity: 2, reason: 'too_large', note: 'Too wide' }],
    locale: 'fr',
    ...changes,
  });

  describe('reading', () => {
    it("takes a line's own discount off, and its part of the order's discount", async () => {
      const coat = {
        sku: 'MANTEAU-S',
        title: 'Manteau',
        quantity: 1,
        unitPrice: '80.00',
        lineDiscount: '10.00',
        taxRate: '0.2',
      };
      const { name } = await shopify.seedOrder({ lines: [coat] });
      const { lines } = await findOrder(shopify.client, { name });
      expect(lines).toMatchObject([{ sku: 'MANTEAU-S', paid: eur(6300) }]);
    });

    it('reads an order by name, by name and e-mail, by e-mail and by id', async () => {
      const { id, name } = await shopify.seedOrder();
      const order = await findOrder(shopify.client, { name });
      expect(orderSchema.parse(order)).toEqual(order);
      expect(order).toMatchObject({
        id,
        name,
        channel: 'shopify',
        deliveredAt: '2026-11-05T10:00:00Z',
        currency: 'EUR',
        taxesIncluded: true,
        customer: { name: 'Camille Dupont', email: 'camille@example.test', locale: 'fr-FR', orders: 3, tags: ['vip'] },
        shipping: eur(490),
        payment: { provider: 'shopify', reference: expect.stringContaining('OrderTransaction') },
      });
      // 2 × 79.95 and 15.00, each less its part of 10 % off the whole order.
      expect(order.lines).toMatchObject([
        {
          sku: 'ROBE-LUNE-M',
          quantity: 2,
          returnableQuantity: 2,
          paid: eur(14391),
          tax: eur(2399),
          category: 'clothing',
          weightGrams: 420,
        },
        { sku: 'MUG-LUNE', quantity: 1, paid: eur(1350) },
      ]);
      expect(order.total).toEqual(eur(14391 + 1350 + 490));
      for (const key of [
        { name: name.slice(1) },
        { name, email: 'CAMILLE@example.test' },
        { email: 'camille@example.test' },
        { id },
      ]) {
        await expect(findOrder(shopify.client, key)).resolves.toEqual(order);
      }
    });

    it("answers another person's order as it answers an unknown one", async () => {
      const { name } = await shopify.seedOrder();
      const refusals = [
        { name, email: 'someone@example.test' },
        { name: '#9999' },
        { id: '1' },
        { name: '" OR name:*' },
      ];
      for (const key of refusals) {
        await expect(findOrder(shopify.client, key)).rejects.toMatchObject({ code: 'not_found', provider: 'shopify' });
      }
    });

    it('adds tax where prices are without', async () => {
      const { name } = await shopify.seedOrder({ taxesIncluded: false });
      const order = await findOrder(shopify.client, { name });
      expect(order.lines[0]?.paid).toEqual(eur(14391 + 2878));
      expect(order.lines[0]?.tax).toEqual(eur(2878));
    });

    it('reads yen without decimals', async () => {
      const lines = [{ sku: 'YUKATA', title: 'Yukata', quantity: 3, unitPrice: '3333', taxRate: '0.1' }];
      const { name } = await shopify.seedOrder({ currency: 'JPY', lines, shippingAmount: '500' });
      const order = await findOrder(shopify.client, { name });
      expect(order.lines[0]?.paid).toEqual({ amount: 8999, currency: 'JPY' });
    });

    it('reads a request as its two chapters', async () => {
      const { name } = await shopify.seedOrder();
      const returnId = await shopify.requestReturn(name, [
        { sku: 'ROBE-LUNE-M', reason: 'SIZE_TOO_SMALL', note: 'Trop petite' },
      ]);
      const { shopifyReturn, request, order } = await getReturn(shopify.client, { returnId });
      expect(requestSchema.parse(request)).toEqual(request);
      expect(request).toMatchObject({
        channel: 'shopify',
        externalId: returnId,
        resolution: 'refund',
        locale: 'fr',
        lines: [{ orderLineId: order.lines[0]?.id, quantity: 1, reason: 'too_small', note: 'Trop petite' }],
      });
      expect(shopifyReturn).toMatchObject({ status: 'REQUESTED', orderName: name });
      // As it stood when the shopper asked: the policy must not find the units gone.
      expect(order.lines[0]?.returnableQuantity).toBe(2);
      await expect(getReturn(shopify.client, { returnId: '1' })).rejects.toMatchObject({ code: 'not_found' });
      await expect(getReturn(shopify.client, { returnId: 'nonsense' })).rejects.toMatchObject({
        code: 'invalid_input',
      });
    });

    it('lists returns by status, up to a limit', async () => {
      const names = [await shopify.seedOrder(), await shopify.seedOrder(), await shopify.seedOrder()].map(
        ({ name }) => name,
      );
      const ids: string[] = [];
      for (const name of names) ids.push(await shopify.requestReturn(name, [{ sku: 'MUG-LUNE' }]));
      await approveReturn(shopify.client, { returnId: ids[0] ?? '' });
      const found = async (input: object): Promise<string[]> =>
        (await listReturns(shopify.client, input)).map(({ shopifyReturn }) => shopifyReturn.id).sort();
      expect(await found({})).toEqual([...ids].sort());
      expect(await found({ statuses: ['REQUESTED'] })).toEqual(ids.slice(1).sort());
      expect(await found({ statuses: ['OPEN'] })).toEqual(ids.slice(0, 1));
      expect(await found({ limit: 2 })).toHaveLength(2);
      expect(await found({ updatedSince: '2030-01-01T00:00:00Z' })).toEqual([]);
    });

    it('names the shop, its places and the sizes of a product', async () => {
      const { name } = await shopify.seedOrder();
      const order = await findOrder(shopify.client, { name });
      const variants = await exchangeVariants(shopify.client, { variantId: order.lines[0]?.variantId ?? '' });
      expect(variants.map(({ title, available, current }) => [title, available, current])).toEqual([
        ['S', true, false],
        ['M', true, true],
        ['L', true, false],
      ]);
      expect(variants[0]?.price).toEqual(eur(7995));
      await expect(readShop(shopify.client)).resolves.toMatchObject({
        name: 'Atelier Lune',
        currency: 'EUR',
        shop: { returnAddress: { country: 'FR' } },
        scopes: expect.arrayContaining(['write_returns']),
      });
      await expect(listLocations(shopify.client)).resolves.toMatchObject([{ name: 'Atelier Lune Paris' }]);
    });
  });

  describe('deciding', () => {
    it('approves once, and takes an open return for approved', async () => {
      const { name } = await shopify.seedOrder();
      const returnId = await shopify.requestReturn(name, [{ sku: 'MUG-LUNE' }]);
      await expect(approveReturn(shopify.client, { returnId })).resolves.toMatchObject({
        shopifyReturn: { status: 'OPEN' },
      });
      await expect(approveReturn(shopify.client, { returnId })).resolves.toMatchObject({
        shopifyReturn: { status: 'OPEN' },
      });
      await expect(declineReturn(shopify.client, { returnId })).rejects.toMatchObject({ code: 'conflict' });
    });

    it('declines with the reason and a note that fits', async () => {
      const { name } = await shopify.seedOrder();
      const returnId = await shopify.requestReturn(name, [{ sku: 'MUG-LUNE' }]);
      const input = { returnId, reason: 'return_period_ended' as const, note: 'é'.repeat(600) };
      const { shopifyReturn } = await declineReturn(shopify.client, input);
      expect(shopifyReturn.status).toBe('DECLINED');
      expect(shopifyReturn.decline).toMatchObject({ reason: 'RETURN_PERIOD_ENDED' });
      expect(shopifyReturn.decline?.note).toHaveLength(500);
      await expect(declineReturn(shopify.client, input)).resolves.toMatchObject({
        shopifyReturn: { status: 'DECLINED' },
      });
      await expect(approveReturn(shopify.client, { returnId })).rejects.toMatchObject({ code: 'conflict' });
    });
  });

  describe('creating', () => {
    it('creates an open return with our reason, and finds it again when the answer was lost', async () => {
      const { name } = await shopify.seedOrder();
      const order = await findOrder(shopify.client, { name });
      const input = { order, request: requestFor(order), returnShippingFee: eur(300) };
      await shopify.fault({ kind: 'lost-answer', count: 1, match: { operation: 'ReturnsCreate' } });
      await expect(createReturn(shopify.client, { ...alone, ...input, attempt: first })).rejects.toMatchObject({
        code: 'provider_unavailable',
        retryable: true,
        context: { mayHaveHappened: true },
      });
      const { shopifyReturn, request } = await createReturn(shopify.client, { ...alone, ...input, attempt: again });
      expect(shopifyReturn).toMatchObject({ status: 'OPEN', lines: [{ quantity: 2, reason: 'too_large' }] });
      expect(request.lines[0]?.returnLineId).toBe(shopifyReturn.lines[0]?.id);
      expect(await listReturns(shopify.client, {})).toHaveLength(1);
    });

    it('finds it again however long ago it was asked for, where Shopify dates it so', async () => {
      const { name } = await shopify.seedOrder();
      const order = await findOrder(shopify.client, { name });
      const input = { ...alone, order, request: requestFor(order), since: '2026-11-21T10:00:00Z' };
      const made = await createReturn(shopify.client, { ...input, attempt: first });
      expect(made.shopifyReturn.createdAt).toBe('2026-11-20T10:00:00Z');
      const found = await createReturn(shopify.client, { ...input, attempt: again });
      expect(found.shopifyReturn.id).toBe(made.shopifyReturn.id);
      expect(await listReturns(shopify.client, {})).toHaveLength(1);
    });

    it.each([
      ['another case has', (id: string) => ({ ...alone, ofOtherCases: [id] })],
      ['was there before', () => ({ ...alone, since: '2026-11-20T10:00:00Z' })],
    ])('takes no return for its own that %s, though it is of the same goods', async (_what, known) => {
      const { name } = await shopify.seedOrder();
      const order = await findOrder(shopify.client, { name });
      const one = { lines: [{ orderLineId: order.lines[0]?.id ?? '', quantity: 1, reason: 'too_large' as const }] };
      const before = requestFor(order, { ...one, requestedAt: '2026-11-19T10:00:00Z' });
      const { shopifyReturn: other } = await createReturn(shopify.client, {
        ...alone,
        order,
        request: before,
        attempt: first,
      });
      const input = { ...known(other.id), order, request: requestFor(order, one), attempt: again };
      const { shopifyReturn: own } = await createReturn(shopify.client, input);
      expect(own.id).not.toBe(other.id);
      expect(await listReturns(shopify.client, {})).toHaveLength(2);
    });

    it('refuses units that are not there any more, without touching anything', async () => {
      const { name } = await shopify.seedOrder();
      const order = await findOrder(shopify.client, { name });
      await createReturn(shopify.client, { ...alone, order, request: requestFor(order), attempt: first });
      await expect(
        createReturn(shopify.client, { ...alone, order, request: requestFor(order), attempt: first }),
      ).rejects.toMatchObject({ code: 'conflict', context: { left: 0 } });
    });

    it('exchanges for another size, and sends it when the return is processed', async () => {
      const { name } = await shopify.seedOrder();
      const order = await findOrder(shopify.client, { name });
      const variants = await exchangeVariants(shopify.client, { variantId: order.lines[0]?.variantId ?? '' });
      const wanted = variants.find(({ title }) => title === 'L');
      const request = requestFor(order, {
        resolution: 'exchange',
        lines: [
          {
            orderLineId: order.lines[0]?.id ?? '',
            quantity: 1,
            reason: 'too_small',
            exchangeFor: { variantId: wanted?.variantId ?? '', title: 'L' },
          },
        ],
      });
      const created = await createReturn(shopify.client, { ...alone, order, request, attempt: first });
      expect(created.request.lines[0]?.exchangeFor?.variantId).toBe(wanted?.variantId);
      const { returnId } = { returnId: created.shopifyReturn.id };
      const sent = await processReturn(shopify.client, { returnId, lines: [], attempt: first });
      expect(sent).toMatchObject({
        performed: true,
        exchange: {
          id: expect.stringContaining('FulfillmentOrder'),
          orderName: name,
          lines: [{ variantId: wanted?.variantId, quantity: 1 }],
        },
      });
      const repeated = await processReturn(shopify.client, { returnId, lines: [], attempt: again });
      expect(repeated).toMatchObject({ performed: false, exchange: { lines: [{ quantity: 1 }] } });
      expect(await shopify.effects('return.processed')).toHaveLength(1);
    });
  });

  describe('an exchange of goods bought at a discount', () => {
    const dress = { sku: 'ROBE-SOLEIL-M', title: 'Robe Soleil', variantTitle: 'M', siblings: ['S', 'M', 'L'] };
    const reduced = { ...dress, quantity: 1, unitPrice: '79.95', lineDiscount: '13.37', taxRate: '0.2' };
    const mug = { sku: 'MUG-SOLEIL', title: 'Mug Soleil', quantity: 1, unitPrice: '15.00', taxRate: '0.2' };
    const exchanged = async (
      seed: object,
      variantOf: (order: Order) => Promise<string | undefined>,
      quantities = [1],
    ): Promise<SuggestedOutcome> => {
      const { name } = await shopify.seedOrder(seed);
      const order = await findOrder(shopify.client, { name });
      const [bought] = order.lines;
      const exchangeFor = { variantId: (await variantOf(order)) ?? '', title: 'Other' };
      const line = { orderLineId: bought?.id ?? '', reason: 'too_small' as const, exchangeFor };
      const lines = quantities.map((quantity) => ({ ...line, quantity }));
      const request = requestFor(order, { resolution: 'exchange', lines });
      const { shopifyReturn } = await createReturn(shopify.client, { ...alone, order, request, attempt: first });
      return suggestedOutcome(shopify.client, { returnId: shopifyReturn.id });
    };
    const inLarge = async (order: Order): Promise<string | undefined> => {
      const variants = await exchangeVariants(shopify.client, { variantId: order.lines[0]?.variantId ?? '' });
      return variants.find(({ title }) => title === 'L')?.variantId;
    };

    it.each([
      ['a part of the order', { discount: { code: 'BIENVENUE', percent: '15' } }],
      ['an amount off the order', { discount: { code: 'CINQ', amount: '5.00' } }],
      ['the line alone', { lines: [reduced, mug], discount: undefined }],
      ['both', { lines: [reduced, mug] }],
      ['prices without tax', { lines: [reduced, mug], taxesIncluded: false }],
    ])('asks nothing for another size: %s', async (_name, seed) => {
      await expect(exchanged(seed, inLarge)).resolves.toMatchObject({ owed: eur(0), refund: eur(0) });
    });

    it.each([[[3]], [[2]], [[1, 1]], [[2, 1]], [[1, 1, 1]]])(
      'deals the cents out: %j of three units',
      async (quantities) => {
        const seed = { lines: [{ ...reduced, quantity: 3 }, mug], discount: { code: 'DIX', percent: '10' } };
        await expect(exchanged(seed, inLarge, quantities)).resolves.toMatchObject({ owed: eur(0), refund: eur(0) });
      },
    );

    it('asks the full price of another product', async () => {
      const outcome = await exchanged(
        { lines: [mug, reduced], discount: { code: 'DIX', percent: '10' } },
        async (order) => Promise.resolve(order.lines[1]?.variantId),
      );
      expect(outcome).toMatchObject({ owed: eur(7995 - 1350), refund: eur(0) });
    });

    it('sells nothing at a discount that was bought at its full price', async () => {
      const outcome = await exchanged(
        { lines: [{ ...reduced, lineDiscount: undefined }], discount: undefined },
        inLarge,
      );
      expect(outcome).toMatchObject({ owed: eur(0), refund: eur(0) });
      const [created] = shopify.sent.filter(({ document }) => document.name === 'ReturnsCreate');
      expect(JSON.stringify(created?.variables)).not.toContain('appliedDiscount');
    });
  });

  describe('the way back', () => {
    it('attaches a label once, and replaces it by another', async () => {
      const { returnId } = await openReturn([{ sku: 'MUG-LUNE' }]);
      const { shopifyReturn } = await attachLabel(shopify.client, { returnId, label });
      expect(shopifyReturn.reverseOrders[0]?.deliveries).toMatchObject([{ trackingNumber: label.trackingNumber }]);
      const mutations = (): number => shopify.sent.filter(({ document }) => document.kind === 'mutation').length;
      const before = mutations();
      await attachLabel(shopify.client, { returnId, label });
      expect(mutations()).toBe(before);
      const other = await attachLabel(shopify.client, { returnId, label: { ...label, trackingNumber: '8R2' } });
      expect(other.shopifyReturn.reverseOrders[0]?.deliveries).toMatchObject([{ trackingNumber: '8R2' }]);
    });

    it('refuses a label before the return is approved', async () => {
      const { name } = await shopify.seedOrder();
      const returnId = await shopify.requestReturn(name, [{ sku: 'MUG-LUNE' }]);
      await expect(attachLabel(shopify.client, { returnId, label })).rejects.toMatchObject({ code: 'conflict' });
    });

    it('shows no label any more when the goods are accounted for, and refuses none for it', async () => {
      const { returnId, order } = await openReturn([{ sku: 'MUG-LUNE' }]);
      const [line] = order.lines.filter(({ sku }) => sku === 'MUG-LUNE');
      const inspection = inspectionOf({ ...order, lines: line ? [line] : [] }, 1);
      const { shopifyReturn } = await restock(shopify.client, { returnId, inspection });
      expect(shopifyReturn.reverseOrders).toMatchObject([{ status: 'CLOSED' }]);
      const late = await attachLabel(shopify.client, { returnId, label });
      expect(late.shopifyReturn.reverseOrders).toMatchObject([{ status: 'CLOSED', deliveries: [] }]);
    });

    it('restocks what is as new, once however often it is told', async () => {
      const { returnId, order } = await openReturn([{ sku: 'ROBE-LUNE-M', quantity: 2 }]);
      const quantity = async (): Promise<number | undefined> =>
        (await exchangeVariants(shopify.client, { variantId: order.lines[0]?.variantId ?? '' })).find(
          ({ current }) => current,
        )?.quantity;
      const before = (await quantity()) ?? 0;
      const result = await restock(shopify.client, { returnId, inspection: inspectionOf(order) });
      expect(result.restocked).toEqual([{ orderLineId: order.lines[0]?.id, quantity: 1, disposition: 'RESTOCKED' }]);
      expect(await quantity()).toBe(before + 1);
      await expect(restock(shopify.client, { returnId, inspection: inspectionOf(order) })).resolves.toMatchObject({
        restocked: [],
      });
      expect(await quantity()).toBe(before + 1);
      const second = await restock(shopify.client, {
        returnId,
        inspection: inspectionOf(order),
        attempt: { idempotencyKey: 'second-parcel', mayHaveHappened: false },
      });
      expect(second.restocked).toHaveLength(1);
      expect(await quantity()).toBe(before + 2);
    });
  });

  describe('processing', () => {
    it('pays the outbound delivery back with the last goods, booked as delivery', async () => {
      const mug = { sku: 'MUG-SEUL', title: 'Mug', quantity: 1, unitPrice: '15.00', taxRate: '0.2' };
      const { name } = await shopify.seedOrder({ lines: [mug], discount: undefined });
      const returnId = await shopify.requestReturn(name, [{ sku: 'MUG-SEUL', quantity: 1 }]);
      await approveReturn(shopify.client, { returnId });
      const { refund } = await processReturn(shopify.client, {
        returnId,
        amount: eur(1990),
        delivery: eur(490),
        attempt: first,
      });
      expect(refund).toMatchObject({ status: 'succeeded', amount: eur(1990) });
      const process = shopify.sent.find(({ document }) => document.name === 'ReturnsProcess');
      expect(process?.variables).toMatchObject({
        input: { refundShipping: { shippingRefundAmount: { amount: '4.90', currencyCode: 'EUR' } } },
      });
    });

    it('pays back exactly the amount and restocks in the same step', async () => {
      const { returnId, order } = await openReturn([{ sku: 'ROBE-LUNE-M', quantity: 1 }]);
      const outcome = await suggestedOutcome(shopify.client, { returnId });
      expect(outcome).toMatchObject({ refund: eur(7195), owed: eur(0), payments: [{ suggested: eur(7195) }] });
      const result = await processReturn(shopify.client, {
        returnId,
        lines: [{ orderLineId: order.lines[0]?.id ?? '', quantity: 1 }],
        amount: eur(6896),
        inspection: inspectionOf(order),
        note: 'RMA-2026-000001',
        attempt: first,
      });
      expect(result).toMatchObject({
        performed: true,
        refund: { provider: 'shopify', status: 'succeeded', amount: eur(6896) },
      });
      expect(result.exchange).toBeUndefined();
      expect(await shopify.effects('refund.made')).toMatchObject([{ detail: { minor: 6896 } }]);
      expect(result.shopifyReturn.reverseOrders[0]?.lines[0]?.disposed).toMatchObject([
        { type: 'RESTOCKED', quantity: 1 },
      ]);
    });

    it('pays once although the answer was lost', async () => {
      const { returnId } = await openReturn([{ sku: 'MUG-LUNE' }]);
      await shopify.fault({ kind: 'lost-answer', count: 1, match: { operation: 'ReturnsProcess' } });
      const input = { returnId, amount: eur(1350) };
      await expect(processReturn(shopify.client, { ...input, attempt: first })).rejects.toMatchObject({
        retryable: true,
        context: { mayHaveHappened: true },
      });
      const result = await processReturn(shopify.client, { ...input, attempt: again });
      expect(result).toMatchObject({ performed: false, refund: { amount: eur(1350), status: 'succeeded' } });
      expect(await shopify.effects('refund.made')).toHaveLength(1);
    });

    it('pays once although reading back failed', async () => {
      const { returnId } = await openReturn([{ sku: 'MUG-LUNE' }]);
      await shopify.fault({ kind: 'server-error', skip: 1, count: 20, match: { operation: 'ReturnsReturn' } });
      await expect(
        processReturn(shopify.client, { returnId, amount: eur(1350), attempt: first }),
      ).rejects.toMatchObject({
        retryable: true,
        context: { mayHaveHappened: true },
      });
      await fetch(`${shopify.sandbox.url}/control/faults`, { method: 'DELETE' });
      await expect(
        processReturn(shopify.client, { returnId, amount: eur(1350), attempt: again }),
      ).resolves.toMatchObject({ performed: false });
      expect(await shopify.effects('refund.made')).toHaveLength(1);
    });

    it('pays the second unit of a line after the first, each its own share', async () => {
      const { returnId, order } = await openReturn([{ sku: 'ROBE-LUNE-M', quantity: 2 }]);
      const lines = [{ orderLineId: order.lines[0]?.id ?? '', quantity: 1 }];
      const one = await processReturn(shopify.client, { returnId, lines, amount: eur(7196), attempt: first });
      const attempt = { idempotencyKey: 'case-1:second', mayHaveHappened: true };
      const two = await processReturn(shopify.client, { returnId, lines, amount: eur(7195), attempt });
      expect([one.performed, two.performed]).toEqual([true, true]);
      expect(two.refund?.id).not.toBe(one.refund?.id);
      expect(two.refund?.amount).toEqual(eur(7195));
    });

    it('leaves it to a person when it would pay more than was paid', async () => {
      const { returnId } = await openReturn([{ sku: 'MUG-LUNE' }]);
      await expect(
        processReturn(shopify.client, { returnId, amount: eur(9_999_999), attempt: first }),
      ).rejects.toMatchObject({ code: 'needs_review' });
      await expect(
        processReturn(shopify.client, { returnId, amount: { amount: 100, currency: 'USD' }, attempt: first }),
      ).rejects.toMatchObject({ code: 'invalid_input' });
      expect(await shopify.effects('return.processed')).toHaveLength(0);
    });

    it('leaves it to a person when the merchant processed the return otherwise', async () => {
      const { returnId } = await openReturn([{ sku: 'MUG-LUNE' }]);
      await processReturn(shopify.client, {
        returnId,
        amount: eur(500),
        attempt: { idempotencyKey: 'by-hand', mayHaveHappened: false },
      });
      await expect(
        processReturn(shopify.client, { returnId, amount: eur(1350), attempt: first }),
      ).rejects.toMatchObject({
        code: 'needs_review',
      });
      expect(await shopify.effects('refund.made')).toHaveLength(1);
    });

    it('tells of a refund that is still on its way', async () => {
      await shopify.control('shopify/settings', { refundStatus: 'PENDING' });
      const { returnId } = await openReturn([{ sku: 'MUG-LUNE' }]);
      await expect(
        processReturn(shopify.client, { returnId, amount: eur(1350), attempt: first }),
      ).resolves.toMatchObject({
        refund: { status: 'pending', providerStatus: 'PENDING' },
      });
    });
  });

  describe('trouble', () => {
    it('waits as long as the bucket takes to fill, then goes on', async () => {
      const { name } = await shopify.seedOrder();
      await shopify.control('shopify/throttle', { maximumAvailable: 2000, restoreRate: 100, currentlyAvailable: 0 });
      await expect(findOrder(shopify.client, { name })).resolves.toMatchObject({ name });
      expect(shopify.waits.length).toBeGreaterThan(0);
      expect(Math.max(...shopify.waits)).toBeLessThan(20_000);
    });

    it('is refused once for each of many calls at most: they try again one after the other', async () => {
      const { name } = await shopify.seedOrder();
      await findOrder(shopify.client, { name });
      await shopify.control('shopify/throttle', { maximumAvailable: 1000, restoreRate: 50, currentlyAvailable: 0 });
      const before = shopify.sent.length;
      const refusals = await countThrottled(() =>
        Promise.all(Array.from({ length: 8 }, () => findOrder(shopify.client, { name }))),
      );
      // All were on their way before the first learned that the bucket is empty; there is no second wave.
      expect(refusals).toBeLessThanOrEqual(8);
      expect(shopify.sent.length - before).toBe(8 * 3);
    });

    it('repeats a read through a 500 and a lost answer', async () => {
      const { name } = await shopify.seedOrder();
      await shopify.fault({ kind: 'server-error', count: 1 });
      await shopify.fault({ kind: 'reset', count: 1 });
      await expect(findOrder(shopify.client, { name })).resolves.toMatchObject({ name });
    });

    it('waits as long as a 429 asks, also with a mutation, and does it once', async () => {
      const { name } = await shopify.seedOrder();
      const order = await findOrder(shopify.client, { name });
      const match = { operation: 'ReturnsCreate' };
      await shopify.fault({ kind: 'rate-limit', count: 2, retryAfterSeconds: 7, match });
      const { shopifyReturn } = await createReturn(shopify.client, {
        ...alone,
        order,
        request: requestFor(order),
        attempt: first,
      });
      expect(shopifyReturn.status).toBe('OPEN');
      expect(shopify.waits).toEqual([7_000, 7_000]);
      expect(await shopify.effects('return.created')).toHaveLength(1);
    });

    it('gives the run back where a 429 asks for more than a minute', async () => {
      const { name } = await shopify.seedOrder();
      await shopify.fault({ kind: 'rate-limit', retryAfterSeconds: 90 });
      await expect(findOrder(shopify.client, { name })).rejects.toMatchObject({
        code: 'rate_limited',
        status: 429,
        retryable: true,
        context: { retryAfterMs: 90_000 },
      });
      expect(shopify.waits).toEqual([]);
    });

    it('leaves Shopify alone when it takes a request for an attack, and says that it may be tried later', async () => {
      const { name } = await shopify.seedOrder();
      await shopify.fault({ kind: 'security-rejection', count: 1 });
      await expect(findOrder(shopify.client, { name })).rejects.toMatchObject({
        code: 'rate_limited',
        message: 'Shopify refused the request: status 430',
        description: expect.stringContaining('Shopify support'),
        status: 430,
        retryable: true,
        context: { requestId: expect.stringMatching(/^[0-9a-f]{32}$/) },
      });
      expect(shopify.waits).toEqual([]);
      await expect(findOrder(shopify.client, { name })).resolves.toMatchObject({ name });
    });

    it('does nothing with a mutation that is taken for an attack, and does it once when asked again', async () => {
      const { name } = await shopify.seedOrder();
      const order = await findOrder(shopify.client, { name });
      const input = { ...alone, order, request: requestFor(order), attempt: first };
      await shopify.fault({ kind: 'security-rejection', count: 1, match: { operation: 'returnCreate' } });
      const refused: unknown = await createReturn(shopify.client, input).catch((reason: unknown) => reason);
      expect(refused).toMatchObject({ code: 'rate_limited', retryable: true });
      expect(refused).not.toHaveProperty('context.mayHaveHappened');
      expect(await shopify.effects('return.created')).toEqual([]);
      await createReturn(shopify.client, input);
      expect(await shopify.effects('return.created')).toHaveLength(1);
    });

    it('says in words what Shopify refuses', async () => {
      const { returnId } = await openReturn([{ sku: 'MUG-LUNE' }]);
      const attempt = { returnId, label: { ...label, url: 'not a url' } };
      await expect(attachLabel(shopify.client, attempt)).rejects.toMatchObject({
        provider: 'shopify',
        retryable: false,
      });
    });

    it('names the credential when the token is wrong, and never shows it', async () => {
      const baseUrl = `${shopify.sandbox.url}/shopify/atelier-lune.myshopify.com`;
      const client = createShopifyClient({
        shop: 'atelier-lune.myshopify.com',
        accessToken: 'shpat_wrongwrong',
        baseUrl,
      });
      const error: unknown = await readShop(client).catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        code: 'unauthorized',
        status: 401,
        description: expect.stringContaining('credential'),
      });
      expect(JSON.stringify(error) + String(error)).not.toContain('wrongwrong');
    });
  });

  it('subscribes to each topic once and leaves none behind', async () => {
    const uri = 'https://n8n.test/webhook/abc';
    const input = { topics: ['RETURNS_REQUEST', 'RETURNS_UPDATE'], uri };
    const made = await subscribe(shopify.client, input);
    expect(made.map(({ topic }) => topic)).toEqual(input.topics);
    await expect(subscribe(shopify.client, input)).resolves.toEqual(made);
    await expect(listWebhooks(shopify.client, { uri })).resolves.toHaveLength(2);
    await unsubscribe(shopify.client, { ids: made.map(({ id }) => id) });
    await unsubscribe(shopify.client, { ids: made.map(({ id }) => id) });
    await expect(listWebhooks(shopify.client, {})).resolves.toEqual([]);
  });
});

/** How often Shopify has refused a call for its cost while the work went on. */
async function countThrottled(work: () => Promise<unknown>): Promise<number> {
  const { canAfford } = ThrottleBucket.prototype;
  let refused = 0;
  const spy = jest.spyOn(ThrottleBucket.prototype, 'canAfford').mockImplementation(function (
    this: ThrottleBucket,
    cost,
  ) {
    const affords = canAfford.call(this, cost);
    if (!affords) refused += 1;
    return affords;
  });
  try {
    await work();
    return refused;
  } finally {
    spy.mockRestore();
  }
}
