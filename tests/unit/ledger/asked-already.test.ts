import type { Command } from '../../../lib/returns';
import { stillReturnable } from '../../../lib/returns';
import type { Ledger } from '../../../lib/ledger';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { anOrder, aRequest, byWorkflow } from './support/returns';

describeEachStore('what other cases of the order have asked for', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
  });
  afterEach(() => ledgers.remove());

  const order = anOrder({ channel: 'stripe' });

  /** Two shirts can come back in all. */
  const ask = async (externalId: string, quantity: number, commands: readonly Command[] = []): Promise<void> => {
    const request = aRequest({
      channel: 'form',
      externalId,
      lines: [{ orderLineId: 'line-1', quantity, reason: 'too_small' }],
    });
    const { dossier } = await ledger.openCase({ request, order }, byWorkflow);
    for (const command of commands) await ledger.command(dossier.case.id, command, byWorkflow);
  };

  const left = async (): Promise<number | undefined> => {
    const { items } = await ledger.findCases({ orderName: order.name }, { limit: 100 });
    return stillReturnable(order, items).lines.find(({ id }) => id === 'line-1')?.returnableQuantity;
  };

  it('is not left to return', async () => {
    await ask('a', 1);
    expect(await left()).toBe(1);
    await ask('b', 1);
    expect(await left()).toBe(0);
    await expect(ask('c', 1)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('only 0 are left'),
      description: expect.stringContaining('other cases'),
    });
  });

  it('is refused to all but one of many that ask at once', async () => {
    const other = await ledgers.open();
    const request = (externalId: string) =>
      aRequest({ channel: 'form', externalId, lines: [{ orderLineId: 'line-2', quantity: 1, reason: 'too_small' }] });
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 ? ledger : other).openCase({ request: request(`form-${index}`), order }, byWorkflow),
      ),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is left again once the case is rejected or cancelled', async () => {
    await ask('a', 2, [{ type: 'reject' }]);
    expect(await left()).toBe(2);
    await ask('b', 2, [{ type: 'cancel' }]);
    expect(await left()).toBe(2);
  });

  it('counts what was approved, not what was asked for', async () => {
    await ask('a', 2, [{ type: 'approve', lines: [{ orderLineId: 'line-1', quantity: 1 }] }]);
    expect(await left()).toBe(1);
  });

  it('is left to the shop system to count where it has asked itself, or knows the return by now', async () => {
    const shopOrder = anOrder();
    for (const externalId of ['a', 'b', 'c']) {
      await ledger.openCase({ request: aRequest({ externalId }), order: shopOrder }, byWorkflow);
    }
    const form = (externalId: string) => ({
      request: aRequest({
        channel: 'form',
        externalId,
        lines: [{ orderLineId: 'line-2', quantity: 1, reason: 'other' }],
      }),
      order: shopOrder,
    });
    const { dossier } = await ledger.openCase(form('d'), byWorkflow);
    await expect(ledger.openCase(form('e'), byWorkflow)).rejects.toMatchObject({ code: 'conflict' });
    await ledger.command(dossier.case.id, { type: 'link', references: { shopifyReturn: 'gid://1' } }, byWorkflow);
    const counted = shopOrder.lines.map((line) => ({ ...line, quantity: line.quantity + 1 }));
    const bought = { ...form('e'), order: { ...shopOrder, lines: counted } };
    expect((await ledger.openCase(bought, byWorkflow)).opened).toBe(true);
  });

  describe('where the shop was asked for the order before it knew of the other return', () => {
    const shopOrder = anOrder();
    const form = (externalId: string) => ({
      request: aRequest({
        channel: 'form',
        externalId,
        lines: [{ orderLineId: 'line-2', quantity: 1, reason: 'other' }],
      }),
      order: shopOrder,
    });
    const asked = async (...commands: readonly Command[]): Promise<void> => {
      const { dossier } = await ledger.openCase(form('one tab'), byWorkflow);
      const known: Command = { type: 'link', references: { shopifyReturn: 'gid://1' } };
      for (const command of [known, ...commands]) await ledger.command(dossier.case.id, command, byWorkflow);
    };

    it('takes no more back than was bought', async () => {
      await asked({ type: 'approve' });
      await expect(ledger.openCase(form('the other tab'), byWorkflow)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('only 0 are left'),
      });
    });

    it('takes what was not in the parcel', async () => {
      await asked(
        { type: 'approve' },
        {
          type: 'inspect',
          inspection: {
            inspectedAt: '2026-11-20T10:00:00.000Z',
            lines: [{ orderLineId: 'line-2', quantity: 1, grade: 'missing', disposition: 'write_off' }],
          },
        },
      );
      expect((await ledger.openCase(form('later'), byWorkflow)).opened).toBe(true);
    });
  });

  it('does not mix up two orders of the same name', async () => {
    await ask('a', 2);
    const request = aRequest({ channel: 'form', externalId: 'b' });
    const elsewhere = { request, order: anOrder({ id: 'order-2', channel: 'stripe' }) };
    expect((await ledger.openCase(elsewhere, byWorkflow)).opened).toBe(true);
  });
});

describeEachStore('a failure that comes again and again', () => {
  let ledgers: Ledgers;
  beforeEach(() => {
    ledgers = new Ledgers();
  });
  afterEach(() => ledgers.remove());

  it('is written once within the hour', async () => {
    const ledger = await ledgers.open();
    const { dossier } = await ledger.openCase({ request: aRequest(), order: anOrder() }, byWorkflow);
    const fail = async (message: string): Promise<number> =>
      (await ledger.command(dossier.case.id, { type: 'fail', code: 'timed_out', message }, byWorkflow)).events.length;
    expect([await fail('no answer'), await fail('no answer'), await fail('another')]).toEqual([1, 0, 1]);
    ledgers.now += 61 * 60_000;
    expect(await fail('no answer')).toBe(1);
  });
});
