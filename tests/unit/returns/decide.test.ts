import type { Command, Dossier, Inspection } from '../../../lib/returns';
import { aCase, after, aLabel, anApprovedCase, aRefund, eur, now, refusalOf, scan, settle } from './dossier';

const email = (messageId: string): Command => ({
  type: 'record_email',
  email: { message: 'received', messageId, subject: 'Here', locale: 'en', sentAt: now },
});
const slip = (pages: number): Command => ({
  type: 'record_slip',
  slip: { fileName: 'slip.pdf', pages, withLabel: true },
});
const link = (references: Record<string, string>): Command => ({ type: 'link', references });
const label = (trackingNumber: string, references?: Record<string, string>): Command => ({
  type: 'record_label',
  label: aLabel(trackingNumber),
  ...(references && { references }),
});
const exchange = (id: string): Command => ({
  type: 'settle',
  exchange: { provider: 'shopify', id, orderName: '#1001', lines: [], at: now },
});
const credit = (id: string): Command => ({
  type: 'settle',
  credit: { provider: 'shopify', id, amount: eur(9000), at: now },
});

describe('news that is told twice', () => {
  it.each<[string, Command, Command]>([
    ['a refund with another time', settle(), settle({ at: '2026-01-16T10:00:00.000Z', providerStatus: 'SUCCESS' })],
    ['a pending refund', settle({ status: 'pending' }), settle({ status: 'pending' })],
    ['a failed refund', settle({ status: 'failed' }), settle({ status: 'failed', failureReason: 'expired_card' })],
    ['an exchange', exchange('fo_1'), exchange('fo_1')],
    ['a credit', credit('gc_1'), credit('gc_1')],
    ['an email with another subject', email('<1@shop>'), email('<1@shop>')],
    ['a label', label('EZ1', { trackerId: 'trk_1' }), label('EZ1', { trackerId: 'trk_1' })],
    ['a slip', slip(2), slip(2)],
    ['references', link({ a: '1', b: '2' }), link({ b: '2' })],
    ['a scan', scan('in_transit', now), scan('in_transit', '2026-01-15T11:00:00+01:00')],
  ])('changes nothing: %s', (_, first, second) => {
    const once = after(anApprovedCase(), first);
    expect(once.types).toHaveLength(1);
    expect(after(once.dossier, second)).toEqual({ dossier: once.dossier, types: [] });
  });

  it.each<[string, Command, Command, string]>([
    ['the refund has gone on', settle({ status: 'pending' }), settle(), 'settlement.refunded'],
    ['a second refund', settle(), settle({ id: 're_2' }), 'settlement.noted'],
    ['another email', email('<1@shop>'), email('<2@shop>'), 'email.sent'],
    ['another label', label('EZ1'), label('EZ2'), 'label.created'],
    ['another slip', slip(1), slip(2), 'slip.created'],
    ['another reference', link({ a: '1' }), link({ a: '1', b: '2' }), 'case.linked'],
    ['a reference with another value', link({ a: '1' }), link({ a: '2' }), 'case.linked'],
    ['an old label, now known elsewhere', label('EZ1'), label('EZ1', { trackerId: 'trk_1' }), 'label.created'],
  ])('is news when it is not the same: %s', (_, first, second, type) => {
    expect(after(after(anApprovedCase(), first).dossier, second).types).toEqual([type]);
  });

  it('keeps a reference that comes with a refund it knows', () => {
    const once = after(anApprovedCase(), settle());
    const { dossier, types } = after(once.dossier, {
      type: 'settle',
      refund: aRefund(),
      references: { stripeRefund: 're_1' },
    });
    expect(types).toEqual(['settlement.noted']);
    expect(dossier.case).toMatchObject({ settlement: 'refunded', references: { stripeRefund: 're_1' } });
  });

  it('does not undo what was planned after it', () => {
    const failed = settle({ status: 'failed' });
    const { dossier } = after(anApprovedCase(), failed, { type: 'plan_settlement', amount: eur(8000) });
    expect(after(dossier, failed)).toEqual({ dossier, types: [] });
    expect(dossier.case.settlement).toBe('planned');
  });

  it('of a plan keeps the fee that was taken off, or that was decided, and none of an earlier plan', () => {
    const plan = { type: 'plan_settlement', amount: eur(8000), fee: eur(150) } as const;
    const { dossier } = after(anApprovedCase(), plan);
    expect(dossier.case.plannedFee).toEqual(eur(150));
    const again = after(dossier, settle({ status: 'failed' }), { type: 'plan_settlement', amount: eur(7000) });
    expect(again.dossier.case.plannedFee).toEqual(dossier.decision?.fee ?? eur(0));
  });

  it('of no settlement at all is refused', () => {
    expect(refusalOf(() => after(anApprovedCase(), { type: 'settle' }))).toMatchObject({ code: 'invalid_input' });
  });
});

describe('scans of a parcel', () => {
  const day = (date: number): string => `2026-01-${String(date).padStart(2, '0')}T10:00:00.000Z`;

  it('never move it backwards, in whatever order they arrive', () => {
    const { dossier, types } = after(anApprovedCase(), scan('delivered', day(20)), scan('in_transit', day(18)));
    expect(types).toEqual(['parcel.delivered', 'parcel.noted']);
    expect(dossier).toMatchObject({ case: { parcel: 'delivered' }, tracking: { status: 'delivered' } });
  });

  it('of a later day, but of an earlier state, are noted', () => {
    const { dossier, types } = after(anApprovedCase(), scan('delivered', day(18)), scan('in_transit', day(20)));
    expect(types).toEqual(['parcel.delivered', 'parcel.noted']);
    expect(dossier.case.parcel).toBe('delivered');
  });

  it('say nothing against the warehouse that has it in its hands', () => {
    const { dossier } = after(anApprovedCase(), { type: 'receive' }, scan('returned_to_sender', day(20)));
    expect(dossier.case.parcel).toBe('received');
  });

  it('that nobody understands are noted', () => {
    expect(after(anApprovedCase(), scan('unknown', day(1)), scan('exception', day(2))).types).toEqual([
      'parcel.noted',
      'parcel.noted',
    ]);
  });
});

describe('money', () => {
  it('that was refunded can come back late', () => {
    const { dossier, types } = after(anApprovedCase(), settle(), settle({ status: 'failed', failureReason: 'closed' }));
    expect(types).toEqual(['settlement.refunded', 'settlement.failed']);
    expect(dossier).toMatchObject({ case: { settlement: 'failed' }, refund: { failureReason: 'closed' } });
    expect(after(dossier, { type: 'plan_settlement', amount: eur(9000) }, settle({ id: 're_2' })).types).toEqual([
      'settlement.planned',
      'settlement.refunded',
    ]);
  });

  it('that was refunded is not undone by the failure of another try', () => {
    const { dossier, types } = after(anApprovedCase(), settle(), settle({ id: 're_0', status: 'failed' }));
    expect(types).toEqual(['settlement.refunded', 'settlement.noted']);
    expect(dossier).toMatchObject({ case: { settlement: 'refunded' }, refund: aRefund() });
  });

  it('below what was planned is a part, and the rest completes it', () => {
    const planned: Command = { type: 'plan_settlement', amount: eur(9000) };
    const { dossier, types } = after(anApprovedCase(), planned, settle({ amount: eur(4000) }));
    expect(types.at(-1)).toBe('settlement.partially_refunded');
    expect(after(dossier, settle({ id: 're_2', amount: eur(9000) })).types).toEqual(['settlement.refunded']);
  });
});

describe('quantities', () => {
  const inspect = (inspectedAt: string, ...lines: Inspection['lines']): Command => ({
    type: 'inspect',
    inspection: { inspectedAt, lines },
  });
  const shirts = (quantity: number, grade: 'new' | 'missing', disposition: 'restock' | 'write_off' = 'restock') => ({
    orderLineId: 'shirt',
    quantity,
    grade,
    disposition,
  });
  const line = ({ case: { lines } }: Dossier) => lines[0];
  const invalid = { code: 'invalid_input' };

  it('are approved as asked for, or as the decision says', () => {
    const whole = after(aCase(), { type: 'approve' }).dossier;
    expect(whole.case.lines.map(({ approved }) => approved)).toEqual([3, 1]);
    const part = after(aCase(), { type: 'approve', lines: [{ orderLineId: 'shirt', quantity: 2 }] }).dossier;
    expect(part.case.lines.map(({ approved }) => approved)).toEqual([2, 0]);
  });

  it.each([[{ orderLineId: 'shirt', quantity: 4 }], [{ orderLineId: 'sock', quantity: 1 }]])(
    'that the case does not have are refused: %p',
    (asked) => {
      expect(refusalOf(() => after(aCase(), { type: 'approve', lines: [asked] }))).toMatchObject(invalid);
    },
  );

  it('are inspected as they arrive, in parts', () => {
    const first = after(anApprovedCase(), inspect(now, shirts(1, 'new'), shirts(1, 'new', 'write_off')));
    expect(first.types).toEqual(['parcel.received', 'inspection.recorded']);
    expect(line(first.dossier)).toMatchObject({ approved: 3, received: 2, restocked: 1, writtenOff: 1 });
    const second = after(first.dossier, inspect('2026-01-16T10:00:00.000Z', shirts(1, 'new')));
    expect(second.types).toEqual(['inspection.recorded']);
    expect(line(second.dossier)).toMatchObject({ received: 3, restocked: 2, writtenOff: 1 });
    expect(refusalOf(() => after(first.dossier, inspect('2026-01-17T10:00:00.000Z', shirts(2, 'new'))))).toMatchObject(
      invalid,
    );
  });

  it('graded alike in two parcels are two inspections; the same one told twice is one', () => {
    const { dossier } = after(anApprovedCase(), inspect(now, shirts(1, 'new')));
    expect(after(dossier, inspect(now, shirts(1, 'new'))).types).toEqual([]);
    expect(after(dossier, inspect('2026-01-16T10:00:00.000Z', shirts(1, 'new'))).types).toEqual([
      'inspection.recorded',
    ]);
  });

  it('that are missing are neither received, nor restocked, nor written off', () => {
    const { dossier } = after(anApprovedCase(), inspect(now, shirts(2, 'new'), shirts(1, 'missing')));
    expect(line(dossier)).toMatchObject({ received: 2, restocked: 2, writtenOff: 0 });
  });
});
