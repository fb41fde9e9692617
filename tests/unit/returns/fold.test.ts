import { applyEvent, foldEvents, type CaseEvent } from '../../../lib/returns';
import { aCase, now, refusalOf } from './dossier';

const event = (version: number, change: CaseEvent['change'], type = 'case.noted'): CaseEvent => ({
  seq: version,
  caseId: 'case-1',
  version,
  type,
  at: `2026-01-${10 + version}T10:00:00.000Z`,
  actor: { kind: 'system' },
  change,
});
const { request, order } = aCase();
const opened: CaseEvent = {
  ...event(1, {}, 'case.opened'),
  opened: { id: 'case-1', rma: 'RMA-2026-000001', request, order, references: { form: 'f-1' } },
};

describe('the fold of a case', () => {
  it('begins as it was asked for', () => {
    expect(foldEvents([opened])).toMatchObject({
      request,
      case: {
        version: 1,
        decision: 'requested',
        parcel: 'none',
        settlement: 'none',
        references: { form: 'f-1' },
        openedAt: opened.at,
        lines: [
          { orderLineId: 'shirt', sku: 'SH-1', title: 'Linen shirt', requested: 3, approved: 0, received: 0 },
          { orderLineId: 'hat', requested: 1 },
        ],
      },
    });
  });

  it('moves by what its events changed, and keeps the rest', () => {
    const folded = foldEvents([
      opened,
      event(2, { decision: 'approved', references: { shopifyReturn: 'r-1' } }),
      event(3, { parcel: 'in_transit', references: { form: 'f-2' } }),
    ]);
    expect(folded).toMatchObject({
      case: {
        version: 3,
        decision: 'approved',
        parcel: 'in_transit',
        references: { form: 'f-2', shopifyReturn: 'r-1' },
        openedAt: opened.at,
        updatedAt: '2026-01-13T10:00:00.000Z',
      },
    });
  });

  it('takes events of a type that it has never heard of', () => {
    expect(foldEvents([opened, event(2, { parcel: 'lost' }, 'parcel.abducted')])).toMatchObject({
      case: { parcel: 'lost' },
    });
  });

  it('keeps the five newest failures, the newest first', () => {
    const failures = Array.from({ length: 7 }, (_, index) =>
      event(index + 2, { failure: { code: `c${index}`, message: 'no', at: now } }),
    );
    expect(foldEvents([opened, ...failures])?.case.failures.map(({ code }) => code)).toEqual([
      'c6',
      'c5',
      'c4',
      'c3',
      'c2',
    ]);
  });

  it('is nothing without events, and damaged without the first', () => {
    expect(foldEvents([])).toBeUndefined();
    expect(refusalOf(() => applyEvent(undefined, event(2, {})))).toMatchObject({ code: 'storage_failed' });
  });
});
