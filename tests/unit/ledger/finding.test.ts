import type { CaseFilter, CaseSort, Ledger, Page } from '../../../lib/ledger';
import { facetStates, resolutions, type Dossier } from '../../../lib/returns';
import { fc } from '../../support/properties';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { anOrder, aRefund, aRequest, aScan, byWorkflow } from './support/returns';

const channels = ['shopify', 'form', 'tiktok'] as const;
const orderNames = ['#1001', '#1002', '1002', '#10', 'AL-7', 'al-70', '#rma-2026'] as const;

describeEachStore('finding cases', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  /** Every case, in the order of opening. */
  let all: Dossier[];

  beforeAll(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
    for (let index = 0; index < 60; index += 1) await openAndMove(index);
    all = await everyPage({}, { by: 'opening', direction: 'asc' });
  });
  afterAll(() => ledgers.remove());

  /** Some hours apart; half of them change later, in another order. */
  async function openAndMove(index: number): Promise<void> {
    ledgers.now = Date.parse('2026-02-01T00:00:00.000Z') + index * 3_600_000;
    const { dossier } = await ledger.openCase(
      {
        request: aRequest({
          externalId: `return-${index}`,
          channel: channels[index % 3] ?? 'form',
          resolution: resolutions[index % 2] ?? 'refund',
        }),
        order: anOrder({ id: `order-${index}`, name: orderNames[index % orderNames.length] ?? '#1' }),
        references: { batch: `b-${index % 20}`, own: `o-${index}` },
      },
      byWorkflow,
    );
    const { id } = dossier.case;
    ledgers.now += (index % 7) * 86_400_000;
    if (index % 2 === 0) await ledger.command(id, { type: index % 10 === 0 ? 'reject' : 'approve' }, byWorkflow);
    if (index % 4 === 0) await ledger.command(id, aScan('in_transit', '2026-02-20T10:00:00.000Z'), byWorkflow);
    if (index % 8 === 0) await ledger.command(id, { type: 'settle', refund: aRefund() }, byWorkflow);
  }

  async function everyPage(filter: CaseFilter, sort?: CaseSort, limit = 7): Promise<Dossier[]> {
    const found: Dossier[] = [];
    for (let page: Page | undefined = { limit, ...(sort && { sort }) }; page !== undefined;) {
      const { items, next } = await ledger.findCases(filter, page);
      found.push(...items);
      page = next === undefined ? undefined : { ...page, cursor: next };
    }
    return found;
  }

  const rmas = (dossiers: readonly Dossier[]): string[] => dossiers.map((dossier) => dossier.case.rma);

  it('by whatever is asked, in either order, on whatever pages, is sifting all of them', async () => {
    const states = <T extends string>(of: readonly T[]): fc.Arbitrary<T[] | undefined> =>
      fc.option(fc.subarray([...of]), { nil: undefined });
    const instant = fc.option(
      fc.integer({ min: 0, max: 80 }).map((hours) => new Date(Date.parse('2026-02-01T00:00Z') + hours * 3_600_000)),
      { nil: undefined },
    );
    const filter = fc.record({
      decision: states(facetStates.decision),
      parcel: states(facetStates.parcel),
      settlement: states(facetStates.settlement),
      channel: fc.option(fc.constantFrom(...channels, 'none'), { nil: undefined }),
      resolution: fc.option(fc.constantFrom(...resolutions), { nil: undefined }),
      orderName: fc.option(fc.constantFrom(...orderNames), { nil: undefined, freq: 5 }),
      reference: fc.option(
        fc.nat(25).map((batch) => ({ name: 'batch', value: `b-${batch}` })),
        { nil: undefined, freq: 5 },
      ),
      updatedFrom: instant,
      updatedUntil: instant,
      openedFrom: instant,
      openedUntil: instant,
    });
    const sort = fc.record({
      by: fc.constantFrom('change' as const, 'opening' as const),
      direction: fc.constantFrom('asc' as const, 'desc' as const),
    });
    await fc.assert(
      fc.asyncProperty(filter, sort, fc.integer({ min: 1, max: 70 }), async (asked, order, limit) => {
        const wanted = filterOf(asked);
        expect(rmas(await everyPage(wanted, order, limit))).toEqual(rmas(sifted(all, wanted, order)));
      }),
      { numRuns: 150 },
    );
  });

  it('without a sort begins with the newest change, or with the newest opening where openings are asked for', async () => {
    expect(rmas(await everyPage({}))).toEqual(rmas(sifted(all, {}, { by: 'change', direction: 'desc' })));
    const openedFrom = '2026-02-02T00:00:00Z';
    expect(rmas(await everyPage({ openedFrom }))).toEqual(
      rmas(sifted(all, { openedFrom }, { by: 'opening', direction: 'desc' })),
    );
  });

  it.each([
    ['rma-2026-00006', ['RMA-2026-000060']],
    [' RMA-2026-000012 ', ['RMA-2026-000012']],
    ['nothing', []],
  ])('by the beginning of an RMA number: %s', async (text, wanted) => {
    expect(rmas(await everyPage({ text }))).toEqual(wanted);
  });

  it.each(['#100', '100', '10', 'al-7', 'AL-7', '#rma-2026'])(
    'by the beginning of an order name, whole matches first, then the highest: %s',
    async (text) => {
      const key = (name: string): string => name.toLowerCase().replace('#', '');
      const begun = all
        .flatMap(({ case: { orderName, rma, id } }) => [orderName, rma].map((name) => ({ name: key(name), rma, id })))
        .filter(({ name }) => name.startsWith(key(text)))
        .toSorted(
          (a, b) =>
            Number(b.name === key(text)) - Number(a.name === key(text)) ||
            compare(b.name, a.name) ||
            compare(b.id, a.id),
        );
      expect(begun.length).toBeGreaterThan(5);
      expect(rmas(await everyPage({ text }, undefined, 4))).toEqual(begun.map(({ rma }) => rma));
    },
  );

  it('by text and state together', async () => {
    const found = await everyPage({ text: '#1002', decision: ['rejected'] });
    expect(found.length).toBeGreaterThan(0);
    for (const { case: current } of found) {
      expect(current).toMatchObject({ decision: 'rejected', orderName: expect.stringContaining('1002') });
    }
  });

  it('by a text that is empty is finding all of them', async () => {
    expect(await everyPage({ text: ' ' })).toHaveLength(all.length);
  });

  it('takes % and _ in a text for what they are', async () => {
    expect(await everyPage({ text: '%' })).toEqual([]);
    expect(await everyPage({ text: '100_' })).toEqual([]);
  });

  it('answers the one case of an order, and lists the RMA numbers where there are several', async () => {
    const { dossier } = await ledger.openCase(
      { request: aRequest({ externalId: 'alone' }), order: anOrder({ id: 'order-alone', name: '#alone' }) },
      byWorkflow,
    );
    expect((await ledger.getCase({ orderName: '#alone' })).case.id).toBe(dossier.case.id);
    const several = rmas(all.filter(({ case: { orderName } }) => orderName === 'AL-7'));
    await expect(ledger.getCase({ orderName: 'AL-7' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(several.join(', ')),
      context: { rmas: several },
    });
    await expect(ledger.getCase({ orderName: '#nope' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each(['', 'nonsense', Buffer.from('["change","desc",1,2]').toString('base64url')])(
    'refuses a cursor that no page gave: "%s"',
    async (cursor) => {
      await expect(ledger.findCases({}, { limit: 1, cursor })).rejects.toMatchObject({ code: 'invalid_input' });
    },
  );

  it('refuses a cursor of another sort', async () => {
    const { next } = await ledger.findCases({}, { limit: 1 });
    const sort = { by: 'opening', direction: 'desc' } as const;
    const page = { limit: 1, cursor: next ?? '' };
    await expect(ledger.findCases({}, { ...page, sort })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(ledger.findCases({ text: '10' }, page)).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

type Asked = { [K in keyof CaseFilter]: CaseFilter[K] | Date | undefined };

/** Without the keys that are undefined, and with instants as text. */
const filterOf = (asked: Asked): CaseFilter =>
  Object.fromEntries(
    Object.entries(asked)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]),
  );

function sifted(all: readonly Dossier[], filter: CaseFilter, { by, direction }: CaseSort): Dossier[] {
  const instant = ({ case: current }: Dossier): string => (by === 'change' ? current.updatedAt : current.openedAt);
  const found = all
    .filter((dossier) => fits(dossier, filter))
    .toSorted((a, b) => compare(instant(a), instant(b)) || compare(a.case.id, b.case.id));
  return direction === 'asc' ? found : found.toReversed();
}

function fits({ case: current }: Dossier, filter: CaseFilter): boolean {
  const { channel, resolution, orderName, reference } = filter;
  const within = (instant: string, from?: string, until?: string): boolean =>
    (from === undefined || Date.parse(instant) >= Date.parse(from)) &&
    (until === undefined || Date.parse(instant) < Date.parse(until));
  return (
    (['decision', 'parcel', 'settlement'] as const).every((facet) => {
      const states: readonly string[] = filter[facet] ?? [];
      return states.length === 0 || states.includes(current[facet]);
    }) &&
    (channel === undefined || current.channel === channel) &&
    (resolution === undefined || current.resolution === resolution) &&
    (orderName === undefined || current.orderName === orderName) &&
    (reference === undefined || current.references[reference.name] === reference.value) &&
    within(current.updatedAt, filter.updatedFrom, filter.updatedUntil) &&
    within(current.openedAt, filter.openedFrom, filter.openedUntil)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
