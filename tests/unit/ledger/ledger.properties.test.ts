import type { Ledger } from '../../../lib/ledger';
import { foldEvents, isReturnsError, ReturnsError, type Command } from '../../../lib/returns';
import { fc } from '../../support/properties';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { aRefund, aReturn, aScan, byWorkflow } from './support/returns';

const instant = fc.integer({ min: 10, max: 28 }).map((day) => `2026-01-${day}T10:00:00.000Z`);
const quantity = fc.integer({ min: 0, max: 3 });

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(
    { type: 'approve' },
    { type: 'reject', note: 'no' },
    { type: 'put_in_review' },
    { type: 'ask_for_information', question: 'Which size?' },
    { type: 'cancel' },
    { type: 'expire' },
    { type: 'answer', answers: [{ what: 'words', text: 'Blue' }] },
    { type: 'reopen' },
    { type: 'keep_item' },
    { type: 'receive' },
    { type: 'note', note: 'hm' },
    { type: 'fail', code: 'mail_failed', message: 'no' },
    { type: 'link', references: { trackingNumber: 'EZ2' } },
  ),
  fc
    .record({ lines: fc.array(fc.record({ orderLineId: fc.constantFrom('line-1', 'line-9'), quantity })) })
    .map(({ lines }): Command => ({ type: 'approve', lines })),
  fc
    .tuple(fc.constantFrom('in_transit', 'delivered', 'exception', 'returned_to_sender'), instant)
    .map(([status, at]): Command => aScan(status, at)),
  fc
    .tuple(fc.constantFrom('pending', 'succeeded', 'failed'), fc.constantFrom('re_1', 're_2'))
    .map(([status, id]): Command => ({ type: 'settle', refund: aRefund({ id, status }) })),
  fc.tuple(instant, fc.integer({ min: 1, max: 2 })).map(([inspectedAt, units]): Command => ({
    type: 'inspect',
    inspection: {
      inspectedAt,
      lines: [{ orderLineId: 'line-1', quantity: units, grade: 'new', disposition: 'restock' }],
    },
  })),
);

const ending = fc.constantFrom('done', 'lost answer', 'refused', 'crash');

describeEachStore('whatever is asked of a case', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  let count = 0;
  beforeAll(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
  });
  afterAll(() => ledgers.remove());
  const openOne = async (): Promise<string> =>
    (await ledger.openCase(aReturn(`r-${(count += 1)}`), byWorkflow)).dossier.case.id;

  it('the stored case is the fold of its events, versions have no gap, and time runs forward', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(command, fc.integer({ min: -5000, max: 5000 })), { maxLength: 15 }),
        async (asked) => {
          const id = await openOne();
          for (const [each, turn] of asked) {
            ledgers.now += turn;
            await ledger.command(id, each, byWorkflow).catch((error: unknown) => {
              if (!isReturnsError(error) || !['illegal_command', 'invalid_input'].includes(error.code)) throw error;
            });
          }
          const events = await ledger.timeline(id);
          expect(await ledger.getCase({ id })).toEqual(foldEvents(events));
          expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
          expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('an effect happens once per key at a provider that honours keys, however its attempts end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ending, { maxLength: 6 }), async (endings) => {
        const id = await openOne();
        const happened = new Set<string>();
        let performed = 0;
        for (const end of [...endings, 'done' as const, 'done' as const]) {
          const through = end === 'crash' ? await ledgers.open() : ledger;
          let begin: () => void = () => undefined;
          const begun = new Promise<void>((resolve) => (begin = resolve));
          const attempt = through.runOnce(
            id,
            'refund',
            async ({ idempotencyKey, mayHaveHappened, formerKeys }) => {
              const before = [idempotencyKey, ...formerKeys].some((key) => happened.has(key));
              // What the ledger does not warn of cannot have happened.
              if (before) expect(mayHaveHappened).toBe(true);
              if (!before && end === 'refused') throw error('provider_refused', false);
              if (!before) happened.add(idempotencyKey);
              if (end === 'lost answer') throw error('timed_out', true);
              if (end === 'crash') await new Promise<never>(begin);
              return { result: 'ok' };
            },
            byWorkflow,
          );
          if (end === 'crash') {
            // The step is done, or the effect has begun, by the time the process is gone.
            await Promise.race([begun, attempt.catch(() => undefined)]);
            await through.close();
            ledgers.now += 60_000;
          } else {
            performed += await attempt.then((outcome) => Number(outcome.performed)).catch(() => 0);
          }
        }
        expect(happened.size).toBe(1);
        expect(performed).toBe(1);
      }),
      { numRuns: 40 },
    );
  });
});

const error = (code: 'provider_refused' | 'timed_out', retryable: boolean): ReturnsError =>
  new ReturnsError(code, code, { description: 'Try again.', retryable });
