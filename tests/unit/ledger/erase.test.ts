import type { Ledger } from '../../../lib/ledger';
import { foldEvents, ReturnsError, type Command, type Dossier } from '../../../lib/returns';
import { dumpOf } from './support/dump';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { aRefund, anOrder, aRequest, aReturn, aScan, byWorkflow } from './support/returns';

/** Every trace of the shopper begins with it, so that one search finds them all. */
const MARK = 'Zqx';
const byShopper = { actor: { kind: 'shopper', name: `${MARK}Camille` }, cause: `mail from ${MARK}camille` } as const;
const byAgent = { actor: { kind: 'agent', name: 'Noa' }, cause: 'execution 12' } as const;
const email = `${MARK}Camille.Martin@Example.com`;

const shipped: Command = {
  type: 'record_label',
  label: {
    carrier: 'USPS',
    service: 'Ground',
    trackingNumber: `${MARK}EZ1`,
    trackingUrl: `https://track.example/${MARK}`,
    url: `https://labels.example/${MARK}.pdf`,
    format: 'pdf',
    cost: { amount: 500, currency: 'EUR' },
    shipmentId: `${MARK}shp`,
    provider: 'easypost',
    createdAt: '2026-01-15T10:00:00.000Z',
  },
  references: { easyPostTracker: `${MARK}trk` },
};
const mailed: Command = {
  type: 'record_email',
  email: {
    message: 'approved',
    messageId: `<${MARK}1@shop.example>`,
    subject: `Bonjour ${MARK}Camille`,
    locale: 'fr',
    sentAt: '2026-01-15T10:00:00.000Z',
  },
};
const settled: Command = { type: 'settle', refund: aRefund(), references: { stripeRefund: 're_1' } };

describeEachStore('erasing a case', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
  });
  afterEach(() => ledgers.remove());

  const openOne = async (externalId = `${MARK}camille@example.com`): Promise<string> => {
    const address = { name: `${MARK}Camille`, line1: `3 rue ${MARK}`, city: `${MARK}ville`, postalCode: `${MARK}9` };
    const { dossier } = await ledger.openCase(
      {
        request: aRequest({
          externalId,
          note: `${MARK} it hurts`,
          lines: [{ orderLineId: 'line-1', quantity: 1, reason: 'too_small', note: `${MARK} my arm` }],
        }),
        order: anOrder({
          customer: { id: `${MARK}id`, name: `${MARK}Camille`, email, phone: `+33${MARK}`, tags: [`${MARK}vip`] },
          shippingAddress: { ...address, country: 'FR', email: `${MARK}gift@example.com`, phone: `${MARK}06` },
          tags: [`${MARK}tag`],
        }),
        references: { crm: `${MARK}crm`, shopifyReturn: 'gid://shopify/Return/1' },
      },
      byShopper,
    );
    return dossier.case.id;
  };

  /** A whole return, with the shopper's traces wherever a case can have them. */
  const liveThrough = async (id: string): Promise<void> => {
    const story: Command[] = [
      { type: 'ask_for_information', question: `Is it ${MARK}?` },
      {
        type: 'answer',
        answers: [
          { what: 'words', orderLineId: 'line-1', text: `${MARK} says yes` },
          { what: 'words', text: `${MARK} says no` },
          { what: 'delivered_at', at: '2026-01-05T12:00:00.000Z' },
        ],
      },
      { type: 'approve', note: `${MARK} is a good customer` },
      shipped,
      { type: 'record_slip', slip: { fileName: `${MARK}.pdf`, pages: 1, withLabel: true } },
      mailed,
      aScan('in_transit', '2026-01-16T10:00:00.000Z'),
      { type: 'record_parcel', tracking: { ...trackingOf('delivered'), message: `with ${MARK}`, location: MARK } },
      { type: 'inspect', inspection: inspectionOf(`${MARK} smells`) },
      { type: 'fail', code: 'mail_failed', message: `${MARK} is no address`, step: 'mail' },
      settled,
      { type: 'link', references: { trackingNumber: `${MARK}new` } },
      { type: 'note', note: `${MARK} called` },
    ];
    for (const command of story) await ledger.command(id, command, byShopper);
    const content = Buffer.from(`${MARK} `.repeat(2000));
    await ledger.attachEvidence(id, { name: `${MARK}.txt`, mimeType: 'text/plain', content, note: MARK }, byShopper);
    await ledger.runOnce(id, 'label', () => Promise.resolve({ result: { url: MARK } }), byShopper);
    const failure = new ReturnsError('provider_refused', `${MARK} has moved`, { description: 'x' });
    await ledger.runOnce(id, 'mail', () => Promise.reject(failure), byShopper).catch(() => undefined);
    const [first] = await ledger.claim({ ...claiming, filter: { types: ['case.opened'] } });
    await ledger.reject(claiming.consumer, [first?.event.seq ?? 0], `${MARK} broke it`, undefined);
  };
  const claiming = { consumer: 'c', filter: {}, limit: 1, leaseMs: 60_000, startFrom: 'beginning' } as const;

  it('leaves no trace of the person anywhere in the store', async () => {
    const id = await openOne();
    await liveThrough(id);
    expect(count(await dumpOf(ledgers))).toBeGreaterThan(30);
    await ledger.erase(id, 'Asked for by letter', byAgent);
    expect(count(await dumpOf(ledgers))).toBe(0);
    expect(count((await dumpOf(ledgers)).toLowerCase(), MARK.toLowerCase())).toBe(0);
  });

  it('keeps states, figures, goods, reasons and what accounts for the money', async () => {
    const id = await openOne();
    await liveThrough(id);
    const before = await ledger.getCase({ id });
    const after = await ledger.erase(id, 'Asked for by letter', byAgent);
    expect(after.case).toMatchObject({
      ...figuresOf(before),
      references: { shopifyReturn: 'gid://shopify/Return/1', stripeRefund: 're_1' },
      erasedAt: new Date(ledgers.now).toISOString(),
    });
    expect(after.order).toMatchObject({
      name: '#1001',
      lines: before.order.lines,
      total: before.order.total,
      payment: before.order.payment,
      shippingAddress: { country: 'FR' },
    });
    expect(after.refund).toEqual(before.refund);
    expect(after.label).toMatchObject({ carrier: 'USPS', service: 'Ground', cost: { amount: 500, currency: 'EUR' } });
    expect(after.request.lines).toMatchObject([{ orderLineId: 'line-1', reason: 'too_small', quantity: 1 }]);
    expect(after.inspection).toMatchObject({ lines: [{ grade: 'new', disposition: 'restock', quantity: 1 }] });
    for (const key of [{ id }, { rma: before.case.rma }, { orderName: '#1001' }]) {
      expect(await ledger.getCase(key)).toEqual(after);
    }
    expect((await ledger.findCases({ text: '#1001' }, { limit: 5 })).items).toEqual([after]);
    expect(await ledger.getCase({ reference: { name: 'stripeRefund', value: 're_1' } })).toEqual(after);
  });

  it('leaves the case the fold of its events, and tells who erased it and why', async () => {
    const id = await openOne();
    await liveThrough(id);
    const count = (await ledger.timeline(id)).length;
    const after = await ledger.erase(id, 'Asked for by letter', byAgent);
    const events = await ledger.timeline(id);
    expect(foldEvents(events)).toEqual(after);
    expect(await ledger.getCase({ id })).toEqual(after);
    expect(events).toHaveLength(count + 1);
    expect(events.at(-1)).toMatchObject({
      type: 'case.erased',
      note: 'Asked for by letter',
      actor: byAgent.actor,
      cause: byAgent.cause,
    });
  });

  it('keeps the steps done, and says so to whoever asks for their results', async () => {
    const id = await openOne();
    await liveThrough(id);
    await ledger.erase(id, 'Asked for by letter', byAgent);
    expect(await ledger.steps(id)).toMatchObject([
      { step: 'label', status: 'done' },
      { step: 'mail', status: 'failed', error: { code: 'provider_refused' } },
    ]);
    const effect = jest.fn();
    await expect(ledger.runOnce(id, 'label', effect, byAgent)).rejects.toMatchObject({
      code: 'illegal_command',
      message: expect.stringContaining('erased'),
    });
    expect(effect).not.toHaveBeenCalled();
  });

  it('never opens a second case for the same request', async () => {
    const externalId = `${MARK}camille@example.com`;
    const id = await openOne(externalId);
    await ledger.command(id, { type: 'reject' }, byAgent);
    await ledger.erase(id, 'Asked for by letter', byAgent);
    expect(await openOne(externalId)).toBe(id);
    expect((await ledger.getCase({ channel: 'shopify', externalId })).case.id).toBe(id);
    expect(await ledger.timeline(id)).toHaveLength(3);
    expect(count(await dumpOf(ledgers))).toBe(0);
  });

  it('twice changes nothing, until something new has come', async () => {
    const id = await openOne();
    await ledger.command(id, { type: 'reject' }, byAgent);
    const once = await ledger.erase(id, 'Asked for by letter', byAgent);
    ledgers.now += 1000;
    expect(await ledger.erase(id, 'Asked for again', byAgent)).toEqual(once);
    await ledger.command(id, { type: 'note', note: `${MARK} wrote again` }, byAgent);
    const again = await ledger.erase(id, 'Asked for again', byAgent);
    expect(again.case).toMatchObject({ version: once.case.version + 2, erasedAt: new Date(ledgers.now).toISOString() });
    expect(count(await dumpOf(ledgers))).toBe(0);
    expect(foldEvents(await ledger.timeline(id))).toEqual(again);
  });

  it('is refused while the case is open, and then nothing has changed', async () => {
    const id = await openOne();
    await ledger.command(id, { type: 'approve' }, byAgent);
    const before = await ledger.getCase({ id });
    await expect(ledger.erase(id, 'Asked for by letter', byAgent)).rejects.toMatchObject({
      code: 'illegal_command',
      message: expect.stringContaining('approved'),
      context: { decision: 'approved', legal: expect.arrayContaining(['cancel']) },
    });
    expect(await ledger.getCase({ id })).toEqual(before);
    await expect(ledger.erase(id, ' ', byAgent)).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(ledger.erase('nope', 'No such case', byAgent)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves other cases of the same person and order alone', async () => {
    const id = await openOne('one');
    const other = await openOne('two');
    await ledger.command(id, { type: 'reject' }, byAgent);
    const before = await ledger.getCase({ id: other });
    await ledger.erase(id, 'Asked for by letter', byAgent);
    expect(await ledger.getCase({ id: other })).toEqual(before);
    expect((await ledger.exportPerson({ email })).cases.map(({ dossier }) => dossier.case.id)).toEqual([other]);
  });

  it('of a case with hundreds of events rewrites all of them', async () => {
    const id = await openOne();
    for (let index = 0; index < 520; index += 1) {
      await ledger.command(id, { type: 'note', note: `${MARK} ${index}` }, byAgent);
    }
    await ledger.command(id, { type: 'reject' }, byAgent);
    const after = await ledger.erase(id, 'Asked for by letter', byAgent);
    expect(count(await dumpOf(ledgers))).toBe(0);
    expect(foldEvents(await ledger.timeline(id))).toEqual(after);
  });

  describe('by age', () => {
    const DAY = 86_400_000;
    const before = (ms: number): string => new Date(ms).toISOString();

    it('takes the cases that are closed and have not changed since, some at a time', async () => {
      const closed: string[] = [];
      for (let index = 0; index < 5; index += 1) closed.push(await openOne(`closed-${index}`));
      for (const id of closed) await ledger.command(id, { type: 'reject' }, byAgent);
      const open = await openOne('open');
      ledgers.now += 10 * DAY;
      const recent = await openOne('recent');
      await ledger.command(recent, { type: 'reject' }, byAgent);

      const retention = { closedBefore: before(ledgers.now - DAY), limit: 3 };
      expect(await ledger.eraseOlderThan(retention, byAgent)).toEqual({ erased: 3, more: true });
      expect(await ledger.eraseOlderThan(retention, byAgent)).toEqual({ erased: 2, more: false });
      expect(await ledger.eraseOlderThan(retention, byAgent)).toEqual({ erased: 0, more: false });
      const erased = async (id: string): Promise<boolean> => {
        const { case: current } = await ledger.getCase({ id });
        return current.erasedAt !== undefined;
      };
      expect(await Promise.all([...closed, open, recent].map(erased))).toEqual([
        ...closed.map(() => true),
        false,
        false,
      ]);
    });

    it('comes back to a case only when something was added since', async () => {
      const id = await openOne();
      await ledger.command(id, { type: 'reject' }, byAgent);
      await ledger.erase(id, 'Asked for by letter', byAgent);
      ledgers.now += 10 * DAY;
      const all = { closedBefore: before(ledgers.now), limit: 10 };
      expect(await ledger.eraseOlderThan(all, byAgent)).toEqual({ erased: 0, more: false });
      await ledger.command(id, { type: 'note', note: `${MARK} wrote again` }, byAgent);
      ledgers.now += 10 * DAY;
      const later = { closedBefore: before(ledgers.now), limit: 10 };
      expect(await ledger.eraseOlderThan(later, byAgent)).toEqual({ erased: 1, more: false });
      expect(count(await dumpOf(ledgers))).toBe(0);
      expect((await ledger.timeline(id)).at(-1)).toMatchObject({ note: expect.stringContaining('time') });
    });
  });

  it('what is held about a person is handed out by e-mail address, whatever its letters', async () => {
    const id = await openOne('one');
    await liveThrough(id);
    await ledger.openCase(aReturn('of somebody else'), byWorkflow);
    for (const address of [email, email.toUpperCase(), `${MARK}gift@example.com`]) {
      const person = await ledger.exportPerson({ email: address });
      expect(person).toMatchObject({ email: address, exportedAt: new Date(ledgers.now).toISOString() });
      expect(person.cases).toHaveLength(1);
      const [held] = person.cases;
      expect(held?.dossier).toEqual(await ledger.getCase({ id }));
      expect(held?.events).toEqual(await ledger.timeline(id));
      expect(held?.steps).toEqual(await ledger.steps(id));
      expect(held?.deadLetters).toMatchObject([{ consumer: 'c', error: `${MARK} broke it` }]);
      expect(Buffer.from(held?.evidence[0]?.content ?? '', 'base64').toString()).toContain(MARK);
      expect(JSON.parse(JSON.stringify(person))).toEqual(person);
    }
    const [held] = (await ledger.exportPerson({ email, withEvidence: false })).cases;
    expect(held?.evidence).toEqual(held?.dossier.case.evidence);
    expect((await ledger.exportPerson({ email: 'nobody@example.com' })).cases).toEqual([]);
    expect(
      (await ledger.casesOf({ email: email.toUpperCase(), limit: 10 })).map(({ case: { id: caseId } }) => caseId),
    ).toEqual((await ledger.exportPerson({ email })).cases.map(({ dossier }) => dossier.case.id).reverse());
    expect(await ledger.casesOf({ email: 'nobody@example.com', limit: 10 })).toEqual([]);
    await expect(ledger.exportPerson({ email: 'nobody' })).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describeEachStore('the inbox by age', () => {
  it('forgets deliveries that are old enough, some at a time', async () => {
    const ledgers = new Ledgers();
    const ledger = await ledgers.open();
    for (let index = 0; index < 5; index += 1) await ledger.receive('shopify', `old-${index}`);
    ledgers.now += 1000;
    const receivedBefore = new Date(ledgers.now).toISOString();
    await ledger.receive('shopify', 'new');
    expect(await ledger.prune({ receivedBefore, limit: 3 })).toEqual({ pruned: 3, more: true });
    expect(await ledger.prune({ receivedBefore, limit: 2 })).toEqual({ pruned: 2, more: false });
    expect(await ledger.receive('shopify', 'new')).toBe(false);
    expect(await ledger.receive('shopify', 'old-0')).toBe(true);
    await expect(ledger.prune({ receivedBefore: 'yesterday', limit: 1 })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await ledgers.remove();
  });
});

const count = (text: string, mark = MARK): number => text.split(mark).length - 1;

const trackingOf = (status: 'delivered') =>
  ({
    trackingNumber: `${MARK}EZ1`,
    carrier: 'USPS',
    status,
    carrierStatus: `${MARK} took it`,
    at: '2026-01-17T10:00:00.000Z',
    provider: 'easypost',
  }) as const;

const inspectionOf = (note: string) => ({
  inspectedAt: '2026-01-18T10:00:00.000Z',
  lines: [{ orderLineId: 'line-1', quantity: 1, grade: 'new' as const, disposition: 'restock' as const, note }],
});

const figuresOf = ({ case: current }: Dossier) => ({
  rma: current.rma,
  orderName: current.orderName,
  decision: current.decision,
  parcel: current.parcel,
  settlement: current.settlement,
  resolution: current.resolution,
  lines: current.lines,
  openedAt: current.openedAt,
});
