import { answerSchema, decide, withAnswers, type Answer, type Answered, type Order } from '../../../lib/returns';
import { aCase, after, now } from './dossier';

const { request, order } = aCase();
const known: Answered = { request, order };
const told = (...answers: Answer[]): Answered => withAnswers(known, answers);
const line = ({ request: { lines } }: Answered, id: string) => lines.find(({ orderLineId }) => orderLineId === id);

describe('an answer of the shopper', () => {
  it.each<[string, Answer, object]>([
    ['a state', { what: 'tags_on', orderLineId: 'shirt', yes: false }, { states: { tags_on: false } }],
    ['photos', { what: 'photos', orderLineId: 'shirt', count: 2 }, { evidence: { photos: 2 } }],
    [
      'a serial number',
      { what: 'serial_number', orderLineId: 'shirt', count: 1, text: 'SN 12' },
      { evidence: { serial_number: 1 }, note: 'SN 12' },
    ],
    ['words', { what: 'words', orderLineId: 'shirt', text: ' It shrank ' }, { note: 'It shrank' }],
  ])('with %s is written to its line, and to no other', (_what, answer, expected) => {
    const after = told(answer);
    expect(line(after, 'shirt')).toMatchObject(expected);
    expect(line(after, 'hat')).toEqual(line(known, 'hat'));
    expect(after.order).toBe(order);
  });

  it('leaves what was said before in front of it', () => {
    const twice = told({ what: 'words', text: 'one' }, { what: 'words', text: 'two' }, { what: 'words', text: ' ' });
    expect(twice.request.note).toBe('one\ntwo');
    const long = told({ what: 'words', text: 'a'.repeat(1999) }, { what: 'words', text: 'bcd' });
    expect(long.request.note).toHaveLength(2000);
  });

  it('chooses how it is sent and what is wished', () => {
    const chosen = told({ what: 'method', method: 'relay_point' }, { what: 'resolution', resolution: 'store_credit' });
    expect(chosen.request).toMatchObject({ method: 'relay_point', resolution: 'store_credit' });
  });

  it('about a line that is not asked back is refused', () => {
    const of = (orderLineId: string) => () => told({ what: 'unused', orderLineId, yes: true });
    expect(of('other')).toThrow('The return has no line other');
    expect(() => told({ what: 'delivered_at', orderLineId: 'other', at: now })).toThrow('no line other');
  });

  it.each([
    { what: 'unused', yes: true },
    { what: 'colour', text: 'blue' },
    { what: 'delivered_at', at: 'soon' },
  ])('that fits no question is none: %j', (answer) => {
    expect(answerSchema.safeParse(answer).success).toBe(false);
  });
});

describe('the day of delivery', () => {
  const at = '2026-01-10T12:00:00.000Z';
  const delivered = (change: Partial<Order>, orderLineId?: string): Order =>
    withAnswers({ request, order: { ...order, ...change } }, [
      { what: 'delivered_at', at, ...(orderLineId !== undefined && { orderLineId }) },
    ]).order;
  const [shirt, hat] = order.lines;
  if (shirt === undefined || hat === undefined) throw new RangeError('the case has two lines');

  it('is that of the order, where it is not known to have come in parts', () => {
    expect(delivered({}, 'shirt')).toEqual({ ...order, deliveredAt: at });
    expect(delivered({})).toEqual({ ...order, deliveredAt: at });
  });

  it('is that of the parcel, where there are several', () => {
    const lines = [
      { ...shirt, parcel: 'A' },
      { ...hat, parcel: 'B' },
    ];
    expect(delivered({ lines }, 'shirt').lines).toEqual([{ ...shirt, parcel: 'A', deliveredAt: at }, lines[1]]);
  });

  it('does not overrule what a carrier has told', () => {
    expect(delivered({ deliveredAt: now }, 'shirt').deliveredAt).toBe(now);
    const lines = [{ ...shirt, deliveredAt: now }, hat];
    expect(delivered({ lines }, 'shirt').lines).toEqual(lines);
  });
});

describe('the command', () => {
  const { dossier: asked } = after(aCase(), { type: 'ask_for_information', question: 'Are the tags on?' });
  const answers: Answer[] = [{ what: 'tags_on', orderLineId: 'shirt', yes: true }];

  it('brings the case back to where it is decided, with the answers in the request', () => {
    const { dossier: answered } = after(asked, { type: 'answer', answers });
    expect(answered.case.decision).toBe('requested');
    expect(line(answered, 'shirt')).toMatchObject({ states: { tags_on: true } });
    expect(answered.order).toEqual(asked.order);
  });

  it('changes what the case is to end in, when another resolution is chosen', () => {
    const { dossier: answered } = after(asked, {
      type: 'answer',
      answers: [{ what: 'resolution', resolution: 'exchange' }],
    });
    expect(answered).toMatchObject({ case: { resolution: 'exchange' }, request: { resolution: 'exchange' } });
  });

  it('said twice is heard once', () => {
    const { dossier: answered } = after(asked, { type: 'answer', answers });
    expect(decide(answered, { type: 'answer', answers }, now)).toEqual([]);
  });
});
