import { refundStatuses, trackingStatuses, type Command, type Dossier } from '../../../lib/returns';
import { fc } from '../../support/properties';
import { after, anApprovedCase, scan, settle } from './dossier';

const instant = fc.integer({ min: 1, max: 28 }).map((day) => `2026-01-${String(day).padStart(2, '0')}T10:00:00.000Z`);
const tracking = fc.tuple(fc.constantFrom(...trackingStatuses), instant).map(([status, at]) => scan(status, at));
const payment = fc
  .tuple(fc.constantFrom(...refundStatuses), fc.constantFrom('re_1', 're_2'))
  .map(([status, id]) => settle({ status, id }));
const news = fc.array(fc.oneof(tracking, payment), { maxLength: 12 });

/** Each piece of news with the case before and after it. */
const told = (all: readonly Command[]): { command: Command; before: Dossier; now: Dossier; types: string[] }[] => {
  let current = anApprovedCase();
  return all.map((command) => {
    const before = current;
    const { dossier, types } = after(before, command);
    current = dossier;
    return { command, before, now: dossier, types };
  });
};

describe('news in any order', () => {
  it('never moves a parcel backwards, nor money that was paid', () => {
    fc.assert(
      fc.property(news, (all) => {
        for (const { before, now } of told(all)) {
          if (before.case.parcel !== 'none') expect(now.case.parcel).not.toBe('none');
          if (before.case.parcel === 'delivered') expect(now.case.parcel).toBe('delivered');
          if (before.case.settlement === 'refunded') expect(['refunded', 'failed']).toContain(now.case.settlement);
          if (before.case.settlement !== 'none') expect(now.case.settlement).not.toBe('none');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is kept in the timeline, but for what is known already', () => {
    fc.assert(
      fc.property(news, (all) => {
        for (const { command, before, now, types } of told(all)) {
          if (types.length === 1) continue;
          expect(types).toEqual([]);
          expect(now).toEqual(before);
          // Only what the case holds can be known.
          if (command.type === 'record_parcel')
            expect(before.tracking).toMatchObject({ status: command.tracking.status });
          if (command.type === 'settle') expect(before.refund).toMatchObject({ id: command.refund?.id });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves a refund where its life has led it, whichever came last', () => {
    const everyOrder = fc.shuffledSubarray(['pending', 'succeeded', 'failed'] as const, { minLength: 1 });
    fc.assert(
      fc.property(everyOrder, (statuses) => {
        const end = told(statuses.map((status) => settle({ status }))).at(-1)?.now;
        const newest = statuses.find((each) => each === 'failed') ?? statuses.find((each) => each === 'succeeded');
        const settled = { failed: 'failed', succeeded: 'refunded', pending: 'pending' } as const;
        expect(end?.case.settlement).toBe(settled[newest ?? 'pending']);
        expect(end?.refund?.status).toBe(newest ?? 'pending');
      }),
    );
  });

  it('leaves the newest scan on the case, whichever came last', () => {
    fc.assert(
      fc.property(fc.array(tracking, { minLength: 1, maxLength: 8 }), (all) => {
        const newest = all
          .flatMap((each) => (each.type === 'record_parcel' ? [each.tracking.at] : []))
          .toSorted()
          .at(-1);
        expect(told(all).at(-1)?.now.tracking?.at).toBe(newest);
      }),
    );
  });

  it.each<[string, Command[], object]>([
    [
      'the refund is paid before it is said to be pending',
      [settle(), settle({ status: 'pending' })],
      { settlement: 'refunded' },
    ],
    [
      'an earlier try failed, and says so last',
      [settle({ id: 're_2' }), settle({ id: 're_1', status: 'failed' })],
      { settlement: 'refunded' },
    ],
    [
      'an earlier try succeeded for a while, and says so when the next one is under way',
      [
        settle({ id: 're_1', status: 'failed', at: '2026-01-16T10:00:00.000Z' }),
        settle({ id: 're_2', status: 'pending', at: '2026-01-17T10:00:00.000Z' }),
        settle({ id: 're_1', at: '2026-01-16T10:00:00.000Z' }),
      ],
      { settlement: 'pending' },
    ],
    [
      'the parcel is delivered before it is under way',
      [scan('delivered', '2026-01-20T10:00:00.000Z'), scan('in_transit', '2026-01-18T10:00:00.000Z')],
      { parcel: 'delivered' },
    ],
  ])('%s', (_, all, states) => {
    expect(told(all).at(-1)?.now.case).toMatchObject(states);
  });
});
