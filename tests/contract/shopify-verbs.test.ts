import { z } from 'zod/v4';
import {
  addNote,
  addTags,
  adjustInventory,
  calculateReturn,
  cancelReturn,
  closeReturn,
  createReturn,
  exchangePayment,
  findOrder,
  giveCredit,
  giveGiftCard,
  listReasons,
  listReturnableLines,
  orderHistory,
  processReturn,
  refundOrder,
  removeLines,
  removeTags,
  reopenReturn,
  requestReturn,
  restock,
  runBulkQuery,
  setMetafields,
  storeCreditOf,
  suggestedOutcome,
  suggestedRefund,
  withBonus,
} from '../../lib/shops/shopify';
import { orderSchema, type Order, type RequestLine, type ReturnRequest } from '../../lib/returns';
import { alone, type ShopifySandbox, startShopify } from './shopify-story';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const first = (idempotencyKey: string) => ({ idempotencyKey, mayHaveHappened: false });
const again = (idempotencyKey: string) => ({ idempotencyKey, mayHaveHappened: true });
const since = new Date(0).toISOString();

describe.each(['2025-10', '2026-10'])('the verbs of the Shopify client, in version %s,', (version) => {
  let shopify: ShopifySandbox;
  let order: Order;

  beforeEach(async () => {
    shopify = await startShopify(version);
    order = await findOrder(shopify.client, { id: (await shopify.seedOrder()).id });
  });
  afterEach(() => shopify.sandbox.stop());

  const line = (index: number) => {
    const found = order.lines[index];
    if (!found) throw new Error(`no line ${index}`);
    return found;
  };
  const asking = (
    lines: readonly Partial<RequestLine>[] = [{}],
    resolution: 'refund' | 'exchange' = 'refund',
  ): ReturnRequest => ({
    channel: 'form',
    externalId: 'form-1',
    requestedAt: '2026-11-20T10:00:00Z',
    resolution,
    locale: 'fr',
    lines: lines.map((entry) => ({ orderLineId: line(0).id, quantity: 1, reason: 'too_small', ...entry })),
  });
  const open = async (): Promise<string> => {
    const { shopifyReturn } = await createReturn(shopify.client, {
      ...alone,
      order,
      request: asking(),
      attempt: first('create'),
    });
    return shopifyReturn.id;
  };

  describe('orders', () => {
    it('are found by confirmation number, with the e-mail to prove it', async () => {
      const { confirmationNumber } = await readConfirmation(shopify, order.id);
      const key = { confirmationNumber };
      await expect(findOrder(shopify.client, key)).resolves.toEqual(order);
      await expect(findOrder(shopify.client, { ...key, email: 'camille@example.test' })).resolves.toEqual(order);
      const stranger = findOrder(shopify.client, { ...key, email: 'x@y.test' });
      await expect(stranger).rejects.toMatchObject({ code: 'not_found' });
    });

    it('tell what is left to return of each parcel', async () => {
      const before = await listReturnableLines(shopify.client, { orderId: order.id });
      expect(before).toMatchObject([
        { orderLineId: line(0).id, sku: 'ROBE-LUNE-M', left: 2, sent: 2, deliveredAt: '2026-11-05T10:00:00Z' },
        { orderLineId: line(1).id, sku: 'MUG-LUNE', left: 1, sent: 1 },
      ]);
      await open();
      const after = await listReturnableLines(shopify.client, { orderId: order.id });
      expect(after.map(({ left }) => left)).toEqual([1, 1]);
    });

    it('say what a refund would come to, in money or as store credit', async () => {
      const lines = [{ orderLineId: line(1).id, quantity: 1 }];
      const inMoney = await suggestedRefund(shopify.client, { orderId: order.id, lines, delivery: eur(490) });
      expect(inMoney).toMatchObject({ refund: eur(1350 + 490), delivery: eur(490), maximumRefundable: order.total });
      expect(inMoney.payments).toMatchObject([{ suggested: eur(1840), maximum: order.total }]);
      const asCredit = await suggestedRefund(shopify.client, { orderId: order.id, lines, as: 'store_credit' });
      expect(asCredit).toMatchObject({ refund: eur(1350), storeCredit: eur(1350), payments: [] });
      const whole = await suggestedRefund(shopify.client, { orderId: order.id });
      expect(whole.refund).toEqual(order.total);
    });

    it('take and lose tags, and take a note once', async () => {
      const { id: orderId } = order;
      await addTags(shopify.client, { orderId, tags: ['returned', 'web'] });
      await addTags(shopify.client, { orderId, tags: ['returned'] });
      await removeTags(shopify.client, { orderId, tags: ['web', 'never-there'] });
      expect((await findOrder(shopify.client, { id: orderId })).tags).toEqual(['returned']);
      await expect(addNote(shopify.client, { orderId, text: 'RMA-1 opened' })).resolves.toMatchObject({ added: true });
      await expect(addNote(shopify.client, { orderId, text: 'RMA-1 closed' })).resolves.toEqual({
        note: 'RMA-1 closed\nRMA-1 opened',
        added: true,
      });
      await expect(addNote(shopify.client, { orderId, text: 'RMA-1 opened' })).resolves.toMatchObject({ added: false });
      await expect(addNote(shopify.client, { orderId: '1', text: 'x' })).rejects.toMatchObject({ code: 'not_found' });
    });

    it('keep metafields that somebody else has changed in between', async () => {
      const { client } = shopify;
      const field = { namespace: 'returns', key: 'rma', type: 'single_line_text_field', value: 'RMA-1' };
      const write = (value: string) => setMetafields(client, { orderId: order.id, metafields: [{ ...field, value }] });
      await expect(write('RMA-1')).resolves.toEqual([field]);
      const racing = {
        ...client,
        run: async (...[document, variables]: Parameters<typeof client.run>) => {
          const answer = await client.run(document, variables);
          // Somebody is faster than us, once.
          if (document.name === 'ReturnsMetafields' && !raced) {
            raced = true;
            await write('RMA-2');
          }
          return answer;
        },
      };
      let raced = false;
      const late = setMetafields(racing as typeof client, {
        orderId: order.id,
        metafields: [{ ...field, value: 'RMA-3' }],
      });
      await expect(late).rejects.toMatchObject({ code: 'conflict', retryable: true });
      await expect(write('RMA-2')).resolves.toMatchObject([{ value: 'RMA-2' }]);
    });
  });

  describe('returns', () => {
    it('are requested in the words of the shopper, and once', async () => {
      const request = asking([{ note: 'Trop petite' }, { orderLineId: line(1).id, reason: 'other' }]);
      const input = { order, request, returnShippingFee: eur(500) };
      const { shopifyReturn } = await requestReturn(shopify.client, { ...alone, ...input, attempt: first('request') });
      expect(shopifyReturn).toMatchObject({
        status: 'REQUESTED',
        lines: [
          { reason: 'too_small', note: 'Trop petite' },
          { reason: 'other', quantity: 1 },
        ],
      });
      const repeated = await requestReturn(shopify.client, { ...alone, ...input, attempt: again('request') });
      expect(repeated.shopifyReturn.id).toBe(shopifyReturn.id);
      expect(await shopify.effects('return.requested')).toHaveLength(1);
    });

    it('are closed, reopened and cancelled, whatever is repeated', async () => {
      const { client } = shopify;
      const returnId = await open();
      for (const [verb, status] of [
        [closeReturn, 'CLOSED'],
        [closeReturn, 'CLOSED'],
        [reopenReturn, 'OPEN'],
        [reopenReturn, 'OPEN'],
        [cancelReturn, 'CANCELED'],
        [cancelReturn, 'CANCELED'],
      ] as const) {
        await expect(verb(client, { returnId })).resolves.toMatchObject({ shopifyReturn: { status } });
      }
      await expect(closeReturn(client, { returnId })).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('it is canceled in Shopify'),
      });
    });

    it('are not called off once goods or money have moved', async () => {
      const returnId = await open();
      await processReturn(shopify.client, { returnId, amount: eur(1000), attempt: first('refund') });
      await reopenReturn(shopify.client, { returnId }).catch(() => undefined);
      await expect(cancelReturn(shopify.client, { returnId })).rejects.toMatchObject({ provider: 'shopify' });
    });

    it('lose lines before they are processed, and say so when it is not known whether they did', async () => {
      const { client } = shopify;
      const request = asking([{ quantity: 2 }, { orderLineId: line(1).id }]);
      const { shopifyReturn } = await createReturn(client, { ...alone, order, request, attempt: first('create') });
      const lines = [{ orderLineId: line(0).id, quantity: 1 }];
      const input = { returnId: shopifyReturn.id, lines };
      const reduced = await removeLines(client, { ...input, attempt: first('remove') });
      expect(reduced.shopifyReturn.lines.map(({ quantity }) => quantity)).toEqual([1, 1]);
      const unclear = removeLines(client, { ...input, attempt: again('remove') });
      await expect(unclear).rejects.toMatchObject({ code: 'needs_review' });
      const gone = { ...input, lines: [{ orderLineId: line(0).id, quantity: 2 }] };
      await expect(removeLines(client, { ...gone, attempt: again('remove') })).resolves.toEqual(reduced);
      const tooMany = removeLines(client, { ...gone, attempt: first('remove-2') });
      await expect(tooMany).rejects.toMatchObject({ code: 'conflict' });
    });

    it('are calculated before they are made, both ways', async () => {
      const { client } = shopify;
      const lines = [{ orderLineId: line(1).id, quantity: 1 }];
      const counted = [{ ...lines[0], subtotal: eur(1350) }];
      await expect(calculateReturn(client, { orderId: order.id, lines })).resolves.toEqual({
        lines: counted,
        returned: eur(1350),
        sent: eur(0),
        fees: eur(0),
        refund: eur(1350),
        owed: eur(0),
      });
      const exchange = [{ variantId: line(0).variantId ?? '', quantity: 1 }];
      const dearer = { orderId: order.id, lines, exchange, returnShippingFee: eur(500), restockingFeePercent: 10 };
      // 79.95 and fees of 5.00 and 1.35 for goods of 13.50.
      await expect(calculateReturn(client, dearer)).resolves.toEqual({
        lines: counted,
        returned: eur(1350),
        sent: eur(7995),
        fees: eur(635),
        refund: eur(0),
        owed: eur(7280),
      });
    });

    it('pay back a part in money and a part as store credit, in one refund, once', async () => {
      const { client } = shopify;
      const returnId = await open();
      const expiresAt = '2027-11-22T00:00:00Z';
      const input = { returnId, amount: eur(3000), storeCredit: { amount: eur(2000), expiresAt } };
      const paid = await processReturn(client, { ...input, attempt: first('refund') });
      expect(paid).toMatchObject({
        performed: true,
        refund: { status: 'succeeded', amount: eur(5000) },
        credit: { amount: eur(2000) },
      });
      const repeated = await processReturn(client, { ...input, attempt: again('refund') });
      expect(repeated).toMatchObject({ performed: false, refund: paid.refund, credit: paid.credit });
      expect(await shopify.effects('refund.made')).toHaveLength(1);
      expect(await shopify.effects('store-credit.credited')).toMatchObject([{ detail: { minor: 2000 } }]);
    });

    it('pay back on the payments that are named, and refuse parts that are not the amount', async () => {
      const { client } = shopify;
      const returnId = await open();
      const { payments } = await suggestedOutcome(client, { returnId });
      const parentId = payments[0]?.parentId ?? '';
      const wrong = { returnId, amount: eur(3000), split: [{ parentId, amount: eur(2999) }] };
      const refused = processReturn(client, { ...wrong, attempt: first('refund') });
      await expect(refused).rejects.toMatchObject({ code: 'invalid_input' });
      const split = [{ parentId, amount: eur(3000) }];
      const paid = await processReturn(client, { ...wrong, split, attempt: first('refund') });
      expect(paid.refund?.amount).toEqual(eur(3000));
    });

    it('give no more than the payments hold, in money and credit together', async () => {
      const returnId = await open();
      const input = { returnId, amount: eur(10_000), storeCredit: { amount: eur(10_000) }, attempt: first('refund') };
      await expect(processReturn(shopify.client, input)).rejects.toMatchObject({ code: 'needs_review' });
      expect(await shopify.effects('refund.made')).toEqual([]);
    });

    it('put goods back where each of them is', async () => {
      const { client } = shopify;
      const request = asking([{}, { orderLineId: line(1).id }]);
      const { shopifyReturn } = await createReturn(client, { ...alone, order, request, attempt: first('create') });
      const inspected = (orderLineId: string) =>
        ({ orderLineId, quantity: 1, grade: 'new', disposition: 'restock' }) as const;
      const unknown = restock(client, {
        returnId: shopifyReturn.id,
        inspection: { inspectedAt: '2026-11-22T10:00:00Z', lines: [inspected(line(0).id), inspected(line(1).id)] },
        locations: { [line(1).id]: 'gid://shopify/Location/1' },
      });
      await expect(unknown).rejects.toMatchObject({ provider: 'shopify', message: expect.stringMatching(/location/i) });
    });
  });

  it('exchanges for something dearer are held back until what is owed is paid on a page of the shop', async () => {
    const { client } = shopify;
    const exchangeFor = { variantId: line(0).variantId ?? '', title: 'Robe' };
    const request = asking([{ orderLineId: line(1).id, exchangeFor }], 'exchange');
    const { shopifyReturn } = await createReturn(client, { ...alone, order, request, attempt: first('create') });
    const preview = await suggestedOutcome(client, { returnId: shopifyReturn.id });
    expect(preview).toMatchObject({ owed: eur(7995 - 1350), refund: eur(0) });
    await expect(exchangePayment(client, { orderId: order.id })).resolves.toMatchObject({
      owed: eur(0),
      owedBack: eur(0),
      paid: true,
    });
    await processReturn(client, { returnId: shopifyReturn.id, exchange: true, attempt: first('exchange') });
    const owed = await exchangePayment(client, { orderId: order.id });
    expect(owed).toMatchObject({
      owed: eur(6645),
      paid: false,
      paymentUrl: expect.stringContaining('https://atelier-lune.myshopify.com/'),
    });
    await shopify.control('shopify/orders/pay', { orderName: order.name });
    const paid = await exchangePayment(client, { orderId: order.id });
    expect(paid).toEqual({
      orderId: order.id,
      orderName: order.name,
      owed: eur(0),
      owedBack: eur(0),
      paid: true,
    });
  });

  describe('refunds outside returns', () => {
    it('pay an exact amount back once, with the goods that they are for', async () => {
      const { client } = shopify;
      const lines = [{ orderLineId: line(1).id, quantity: 1 }];
      const input = { orderId: order.id, amount: eur(1000), lines, note: 'Lost parcel' };
      const { refund, performed } = await refundOrder(client, { ...input, attempt: first('refund-1') });
      expect({ refund, performed }).toMatchObject({
        performed: true,
        refund: { amount: eur(1000), status: 'succeeded' },
      });
      const repeated = await refundOrder(client, { ...input, attempt: again('refund-1') });
      expect(repeated).toEqual({ refund, performed: false });
      expect(await shopify.effects('refund.made')).toHaveLength(1);
    });

    it('are looked up when an answer was lost', async () => {
      const input = { orderId: order.id, amount: eur(700) };
      await shopify.fault({ kind: 'lost-answer', count: 1, match: { operation: 'ReturnsRefund' } });
      const lost = refundOrder(shopify.client, { ...input, attempt: first('refund-2') });
      await expect(lost).rejects.toMatchObject({ context: { mayHaveHappened: true } });
      const found = await refundOrder(shopify.client, { ...input, attempt: again('refund-2') });
      expect(found.performed).toBe(false);
      expect(await shopify.effects('refund.made')).toHaveLength(1);
    });

    it('give a part as store credit, and never more than was paid', async () => {
      const storeCredit = { amount: eur(500) };
      const both = { orderId: order.id, amount: eur(500), storeCredit, attempt: first('refund-3') };
      await expect(refundOrder(shopify.client, both)).resolves.toMatchObject({ refund: { amount: eur(1000) } });
      const tooMuch = { orderId: order.id, amount: order.total, attempt: first('refund-4') };
      await expect(refundOrder(shopify.client, tooMuch)).rejects.toMatchObject({ code: 'needs_review' });
    });
  });

  describe('store credit', () => {
    const customerId = () => order.customer.id ?? '';

    it('is given with its bonus, once', async () => {
      expect(withBonus(eur(1999), { bonusPercent: 10 })).toEqual(eur(2199));
      expect(withBonus(eur(1999), { bonus: eur(500) })).toEqual(eur(2499));
      const input = { customerId: customerId(), amount: eur(2000), bonusPercent: 10, ...alone };
      const given = await giveCredit(shopify.client, { ...input, attempt: first('credit') });
      expect(given).toMatchObject({ performed: true, credit: { amount: eur(2200) }, balance: eur(2200) });
      const repeated = await giveCredit(shopify.client, { ...input, attempt: again('credit') });
      expect(repeated).toMatchObject({ performed: false, credit: given.credit });
      expect(await storeCreditOf(shopify.client, { customerId: customerId() })).toMatchObject([{ balance: eur(2200) }]);
    });

    it('is left to people where it cannot be told which one was given', async () => {
      const input = { customerId: customerId(), amount: eur(100), ...alone };
      await giveCredit(shopify.client, { ...input, attempt: first('one') });
      await giveCredit(shopify.client, { ...input, attempt: first('two') });
      const third = giveCredit(shopify.client, { ...input, attempt: again('three') });
      await expect(third).rejects.toMatchObject({ code: 'needs_review' });
      const later = new Date(Date.now() + 3_600_000).toISOString();
      const fresh = await giveCredit(shopify.client, { ...input, since: later, attempt: again('four') });
      expect(fresh.performed).toBe(true);
    });

    it('is known again by an expiry that is counted from now, and left to people where it is another', async () => {
      const inOneYear = (laterMs: number) => new Date(Date.now() + 365 * 86_400_000 + laterMs).toISOString();
      const input = { customerId: customerId(), amount: eur(100), ...alone, since: new Date().toISOString() };
      const dated = { ...input, expiresAt: inOneYear(0) };
      const { credit } = await giveCredit(shopify.client, { ...dated, attempt: first('dated') });
      const later = giveCredit(shopify.client, { ...input, expiresAt: inOneYear(20_000), attempt: again('dated') });
      await expect(later).resolves.toMatchObject({ performed: false, credit });
      for (const expiresAt of [inOneYear(-60_000), inOneYear(86_400_000)]) {
        const other = giveCredit(shopify.client, { ...input, expiresAt, attempt: again('dated') });
        await expect(other).rejects.toMatchObject({ code: 'needs_review' });
      }
      await expect(giveCredit(shopify.client, { ...input, attempt: again('dated') })).rejects.toMatchObject({
        code: 'needs_review',
      });
    });

    it('of another case is not taken for this one', async () => {
      const input = { customerId: customerId(), amount: eur(100), ...alone };
      const { credit: other } = await giveCredit(shopify.client, { ...input, attempt: first('other') });
      const own = await giveCredit(shopify.client, { ...input, ofOtherCases: [other.id], attempt: again('own') });
      expect(own.performed).toBe(true);
      expect(own.credit.id).not.toBe(other.id);
    });

    it('is refused in words', async () => {
      const late = { customerId: customerId(), amount: eur(100), expiresAt: '2020-01-01T00:00:00Z', ...alone };
      await expect(giveCredit(shopify.client, { ...late, attempt: first('late') })).rejects.toMatchObject({
        code: 'provider_refused',
        message:
          'Shopify refused to give store credit: The expiry date must be in the future (credit input, expires at)',
      });
      const nobody = { customerId: '1', amount: eur(100), ...alone, attempt: first('nobody') };
      await expect(giveCredit(shopify.client, nobody)).rejects.toMatchObject({ provider: 'shopify' });
    });
  });

  it('gift cards are made once, their code shown once, and sent by Shopify', async () => {
    const input = {
      amount: eur(5000),
      customerId: order.customer.id ?? '',
      expiresOn: '2028-11-30',
      note: 'RMA-1',
      since,
    };
    const made = await giveGiftCard(shopify.client, { ...input, notifyCustomer: true, attempt: first('card') });
    expect(made).toMatchObject({ performed: true, giftCard: { amount: eur(5000), expiresOn: '2028-11-30' } });
    expect(made.code?.slice(-4)).toBe(made.giftCard.lastCharacters);
    const repeated = await giveGiftCard(shopify.client, { ...input, attempt: again('card') });
    expect(repeated).toEqual({ giftCard: made.giftCard, performed: false });
    expect(await shopify.effects('gift-card.made')).toHaveLength(1);
    expect(await shopify.effects('gift-card.sent')).toHaveLength(1);
    const none = giveGiftCard(shopify.client, { ...input, amount: eur(0), attempt: first('card-2') });
    await expect(none).rejects.toMatchObject({ code: 'provider_refused' });
  });

  it('reasons are those that a return can name in this version', async () => {
    const reasons = await listReasons(shopify.client);
    expect(reasons.length).toBe(10);
    expect(reasons.every(({ id }) => (id === undefined) === (version === '2025-10'))).toBe(true);
  });

  describe('the stock', () => {
    it('is changed by as much as is asked for, once', async () => {
      const input = { sku: 'ROBE-LUNE-M', delta: 2 };
      const { before, after } = await adjustInventory(shopify.client, { ...input, attempt: first('stock') });
      expect(after).toBe(before + 2);
      const repeated = adjustInventory(shopify.client, { ...input, attempt: again('stock') });
      if (version === '2025-10') await expect(repeated).rejects.toMatchObject({ code: 'needs_review' });
      else await expect(repeated).resolves.toMatchObject({ before, after });
      const next = await adjustInventory(shopify.client, { ...input, delta: -1, attempt: first('stock-2') });
      expect(next.before).toBe(after);
      if (version === '2025-10') return;
      // Told by its key, whatever has become of the stock since.
      const later = adjustInventory(shopify.client, { ...input, attempt: again('stock') });
      await expect(later).resolves.toMatchObject({ before, after });
      expect(await shopify.effects('stock.adjusted')).toHaveLength(2);
    });

    it('is left alone where it is not what was expected', async () => {
      const input = { variantId: line(0).variantId ?? '', delta: 1, expected: 99_999 };
      await expect(adjustInventory(shopify.client, { ...input, attempt: first('stock') })).rejects.toMatchObject({
        code: 'conflict',
      });
      const nothing = adjustInventory(shopify.client, { sku: 'NOPE', delta: 1, attempt: first('stock') });
      await expect(nothing).rejects.toMatchObject({ code: 'not_found' });
    });
  });

  describe('bulk operations', () => {
    it('read a year of orders as they were sold, with the returns that came of them', async () => {
      await open();
      const year = [];
      for await (const entry of orderHistory(shopify.client, { since: '2026-01-01', until: '2027-01-01' })) {
        year.push(entry);
      }
      expect(year).toHaveLength(1);
      expect(orderSchema.parse(year[0]?.order)).toEqual(year[0]?.order);
      expect(year[0]?.order).toMatchObject({
        name: order.name,
        total: order.total,
        shipping: order.shipping,
        lines: order.lines.map(({ id, paid, tax, quantity }) => ({ id, paid, tax, returnableQuantity: quantity })),
      });
      expect(year[0]?.returns).toMatchObject([{ status: 'OPEN', totalQuantity: 1 }]);
    });

    it('hold one order at a time, however many there are', async () => {
      for (let count = 0; count < 150; count += 1) await shopify.seedOrder();
      let seen = 0;
      for await (const entry of orderHistory(shopify.client, { since: '2026-01-01' })) {
        seen += 1;
        expect(entry.order.lines).toHaveLength(2);
        // What is not asked for any more is not read.
        if (seen === 140) break;
      }
      expect(seen).toBe(140);
    });

    it('wait for another one to end, and say what is wrong with a query', async () => {
      const bulk = (text: string) => ({ name: 'Test', versions: [version], text: () => text });
      const drain = async (text: string): Promise<number> => {
        let count = 0;
        for await (const entry of runBulkQuery(shopify.client, bulk(text), '')) count += entry.children.length + 1;
        return count;
      };
      await expect(drain('{ shop { name } }')).rejects.toThrow('must contain at least one connection');
      const orders = '{ orders { edges { node { id } } } }';
      await shopify.client.run(
        { name: 'Start', kind: 'mutation', versions: [version], parse: anything, text: () => start(orders) },
        {},
      );
      await expect(drain(orders)).rejects.toMatchObject({ code: 'conflict', retryable: true });
    });

    it('take no period that is none', async () => {
      const backwards = orderHistory(shopify.client, { since: '2026-02-01', until: '2026-01-01' });
      await expect(backwards.next()).rejects.toMatchObject({ code: 'invalid_input' });
    });
  });
});

const anything = z.unknown();
const start = (query: string): string =>
  `mutation Start { bulkOperationRunQuery(query: ${JSON.stringify(query)}) { bulkOperation { id } } }`;

async function readConfirmation(shopify: ShopifySandbox, id: string): Promise<{ confirmationNumber: string }> {
  const shape = z.object({ order: z.object({ confirmationNumber: z.string() }) });
  const text = `query Confirmation($id: ID!) { order(id: $id) { confirmationNumber } }`;
  const document = { name: 'Confirmation', kind: 'query' as const, versions: [], parse: shape, text: () => text };
  return (await shopify.client.run(document, { id })).order;
}
