import type { Ledger } from '../../../lib/ledger';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { anOrder, aRequest, aReturn, byWorkflow } from './support/returns';

describeEachStore('opening a case', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
  });
  afterEach(() => ledgers.remove());

  it('gives it a number of the year, a time-ordered id, and its first event', async () => {
    const { dossier, opened } = await ledger.openCase(
      { ...aReturn(), references: { shopifyReturn: 'gid://1' } },
      byWorkflow,
    );
    expect(opened).toBe(true);
    expect(dossier.case).toMatchObject({
      rma: 'RMA-2026-000001',
      version: 1,
      decision: 'requested',
      openedAt: '2026-01-15T10:00:00.000Z',
      references: { shopifyReturn: 'gid://1' },
    });
    expect(dossier.case.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await ledger.timeline(dossier.case.id)).toMatchObject([
      { version: 1, type: 'case.opened', actor: byWorkflow.actor, cause: 'execution-1' },
    ]);
  });

  it('keeps the shop with the case', async () => {
    const shop = {
      name: 'Atelier',
      email: 'shop@example.com',
      returnAddress: { name: 'Atelier', line1: '1 rue', city: 'Lyon', postalCode: '69001', country: 'FR' },
      timeZone: 'Europe/Paris',
    };
    const { dossier } = await ledger.openCase({ ...aReturn(), shop }, byWorkflow);
    expect((await ledger.getCase({ id: dossier.case.id })).shop).toEqual(shop);
  });

  it('answers the case that is there when the same return comes again', async () => {
    const first = await ledger.openCase(aReturn(), byWorkflow);
    const again = await ledger.openCase(aReturn(), byWorkflow);
    expect(again).toEqual({ dossier: first.dossier, opened: false });
    expect(await ledger.timeline(first.dossier.case.id)).toHaveLength(1);
  });

  it('answers it also when the shop meanwhile counts its units as no longer returnable', async () => {
    await ledger.openCase(aReturn(), byWorkflow);
    const order = anOrder();
    const spent = { ...order, lines: order.lines.map((line) => ({ ...line, returnableQuantity: 0 })) };
    expect((await ledger.openCase({ request: aRequest(), order: spent }, byWorkflow)).opened).toBe(false);
  });

  it('opens one case when many ask at once through two connections', async () => {
    const other = await ledgers.open();
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? ledger : other).openCase(aReturn(), byWorkflow)),
    );
    expect(all.filter(({ opened }) => opened)).toHaveLength(1);
    expect(new Set(all.map(({ dossier }) => dossier.case.id)).size).toBe(1);
  });

  it('counts afresh each year', async () => {
    await ledger.openCase(aReturn('a'), byWorkflow);
    ledgers.now = Date.parse('2027-01-01T00:00:00.000Z');
    const { dossier } = await ledger.openCase(aReturn('b'), byWorkflow);
    expect(dossier.case.rma).toBe('RMA-2027-000001');
  });

  it.each([
    [
      'a line that the order does not have',
      [{ orderLineId: 'line-9', quantity: 1, reason: 'other' }],
      /no line line-9/,
    ],
    ['more than is left to return', [{ orderLineId: 'line-1', quantity: 3, reason: 'other' }], /only 2 are left/],
    [
      'the same line twice',
      [
        { orderLineId: 'line-1', quantity: 1, reason: 'other' },
        { orderLineId: 'line-1', quantity: 1, reason: 'style' },
      ],
      /asked for twice/,
    ],
    ['no line at all', [], /lines/],
    ['half a unit', [{ orderLineId: 'line-1', quantity: 0.5, reason: 'other' }], /lines\.0\.quantity/],
  ] as const)('refuses %s and takes no number for it', async (_, lines, message) => {
    const refused = { request: { ...aRequest(), lines: [...lines] }, order: anOrder() };
    await expect(ledger.openCase(refused, byWorkflow)).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(message),
    });
    expect((await ledger.openCase(aReturn(), byWorkflow)).dossier.case.rma).toBe('RMA-2026-000001');
  });
});

describeEachStore('reading cases', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
  });
  afterEach(() => ledgers.remove());

  it('finds a case by id, number, external id and any reference it ever had', async () => {
    const { dossier } = await ledger.openCase({ ...aReturn(), references: { trackingNumber: 'OLD' } }, byWorkflow);
    const { id, rma } = dossier.case;
    await ledger.command(id, { type: 'link', references: { trackingNumber: 'NEW' } }, byWorkflow);
    for (const key of [
      { id },
      { rma },
      { channel: 'shopify', externalId: 'return-1' },
      { reference: { name: 'trackingNumber', value: 'NEW' } },
      { reference: { name: 'trackingNumber', value: 'OLD' } },
    ]) {
      expect((await ledger.getCase(key)).case.id).toBe(id);
    }
  });

  it.each([
    [{ id: 'nope' }, /id nope/],
    [{ rma: 'RMA-2026-000009' }, /RMA number RMA-2026-000009/],
    [{ channel: 'shopify', externalId: 'nope' }, /external id nope of channel shopify/],
    [{ reference: { name: 'trackingNumber', value: 'nope' } }, /trackingNumber nope/],
  ])('says which case is missing: %j', async (key, message) => {
    await expect(ledger.getCase(key)).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringMatching(message),
    });
  });

  it('refuses a reference that several cases share rather than guess', async () => {
    await ledger.openCase({ ...aReturn('a'), references: { paymentIntent: 'pi_1' } }, byWorkflow);
    await ledger.openCase({ ...aReturn('b'), references: { paymentIntent: 'pi_1' } }, byWorkflow);
    await expect(ledger.getCase({ reference: { name: 'paymentIntent', value: 'pi_1' } })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('tells a missing case from one without steps', async () => {
    const { dossier } = await ledger.openCase(aReturn(), byWorkflow);
    expect(await ledger.steps(dossier.case.id)).toEqual([]);
    await expect(ledger.steps('nope')).rejects.toMatchObject({ code: 'not_found' });
    await expect(ledger.timeline('nope')).rejects.toMatchObject({ code: 'not_found' });
  });

  describe('by filter', () => {
    const names = async (...[filter, limit = 50]: [Parameters<Ledger['findCases']>[0], number?]): Promise<string[]> => {
      const { items } = await ledger.findCases(filter, { limit });
      return items.map((item) => item.case.externalId);
    };
    const ids: Record<string, string> = {};

    beforeEach(async () => {
      for (const [index, name] of ['a', 'b', 'c', 'd'].entries()) {
        ledgers.now += 60_000;
        const { dossier } = await ledger.openCase(
          {
            request: aRequest({
              externalId: name,
              channel: name === 'd' ? 'form' : 'shopify',
              resolution: name === 'c' ? 'exchange' : 'refund',
            }),
            order: anOrder({ name: `#${1001 + index}` }),
          },
          byWorkflow,
        );
        ids[name] = dossier.case.id;
      }
      ledgers.now += 60_000;
      await ledger.command(ids['b'] ?? '', { type: 'approve' }, byWorkflow);
      ledgers.now += 60_000;
      await ledger.command(ids['a'] ?? '', { type: 'reject' }, byWorkflow);
    });

    it.each([
      [{}, ['a', 'b', 'd', 'c']],
      [{ decision: ['approved', 'rejected'] }, ['a', 'b']],
      [{ decision: [] }, ['a', 'b', 'd', 'c']],
      [{ decision: ['requested', 'requested'], parcel: ['none'], settlement: ['none'] }, ['d', 'c']],
      [{ decision: ['requested'], channel: 'shopify' }, ['c']],
      [{ channel: 'form' }, ['d']],
      [{ resolution: 'exchange' }, ['c']],
      [{ orderName: '#1002' }, ['b']],
      [{ updatedFrom: '2026-01-15T10:04:00Z', updatedUntil: '2026-01-15T10:06:00Z' }, ['b', 'd']],
      [{ updatedFrom: '2026-01-15T11:06:00+01:00' }, ['a']],
      [{ parcel: ['lost'] }, []],
    ] as const)('%j finds %j, newest change first', async (filter, expected) => {
      expect(await names(filter)).toEqual(expected);
    });

    it('pages through all of them, each once', async () => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await ledger.findCases({}, { limit: 1, ...(cursor !== undefined && { cursor }) });
        seen.push(...page.items.map((item) => item.case.externalId));
        cursor = page.next;
      } while (cursor !== undefined);
      expect(seen).toEqual(['a', 'b', 'd', 'c']);
    });

    it('refuses a page and a cursor that make no sense', async () => {
      await expect(ledger.findCases({}, { limit: 0 })).rejects.toMatchObject({ code: 'invalid_input' });
      await expect(ledger.findCases({}, { limit: 1001 })).rejects.toMatchObject({ code: 'invalid_input' });
      await expect(ledger.findCases({}, { limit: 1, cursor: 'x' })).rejects.toMatchObject({ code: 'invalid_input' });
    });
  });
});
