import type { PolicyDocument } from '../../../lib/policy';
import { eur, facts } from '../policy/facts';
import { decide, planOf, story } from './part-of-the-goods';

describe('when only a part of the goods arrives', () => {
  const input = facts(story);
  const feeFor = (fees: PolicyDocument['fees'], received: readonly number[]): number =>
    planOf(input, decide({ fees }, input), received).fee.amount;

  it.each<[string, NonNullable<PolicyDocument['fees']>, number[], number]>([
    ['a percentage is of what is paid back', { rules: [{ id: 'p', percent: 10 }] }, [1, 0], 100],
    ['a percentage of everything', { rules: [{ id: 'p', percent: 10 }] }, [3, 1], 500],
    ['a fee per item is for the units that came', { rules: [{ id: 'i', amount: eur(150), per: 'item' }] }, [2, 0], 300],
    ['a fee per line is for the lines that came', { rules: [{ id: 'l', amount: eur(150), per: 'line' }] }, [1, 0], 150],
    ['a flat fee stays', { rules: [{ id: 'f', amount: eur(490) }] }, [1, 0], 490],
    ['a minimum holds for the part', { rules: [{ id: 'p', percent: 10, minimum: eur(250) }] }, [1, 0], 250],
    ['a cap holds for the part', { rules: [{ id: 'p', percent: 50, cap: eur(250) }] }, [1, 0], 250],
    ['the cap of all fees holds', { cap: eur(200), rules: [{ id: 'i', amount: eur(150), per: 'item' }] }, [2, 1], 200],
    [
      'no fee is more than its goods are worth',
      { rules: [{ id: 'robe', amount: eur(9999), per: 'line', when: { 'line.sku': 'ROBE' } }] },
      [1, 1],
      2001,
    ],
    [
      'the fee of a line that did not come is not kept',
      {
        rules: [
          { id: 'robe', amount: eur(700), per: 'line', when: { 'line.sku': 'ROBE' } },
          { id: 'towel', amount: eur(100), per: 'line' },
        ],
      },
      [1, 0],
      100,
    ],
    [
      'of flat fees per return the highest of what came is kept',
      {
        rules: [
          { id: 'robe', amount: eur(700), when: { 'line.sku': 'ROBE' } },
          { id: 'towel', amount: eur(100) },
        ],
      },
      [2, 0],
      100,
    ],
  ])('%s', (_what, fees, received, expected) => {
    expect(feeFor(fees, received)).toBe(expected);
  });

  it('keeps what a person has waived waived, and a fee set by hand as it is', () => {
    const decision = decide({ fees: { rules: [{ id: 'p', percent: 10 }] } }, input);
    expect(planOf(input, { ...decision, fee: eur(0) }, [1, 0]).fee).toEqual(eur(0));
    const byHand = { ...decision, fee: eur(320), lines: decision.lines.map(({ feeBasis: _basis, ...line }) => line) };
    expect(planOf(input, byHand, [1, 0]).fee).toEqual(eur(320));
  });

  it.each<[NonNullable<PolicyDocument['refund']>['outboundDelivery'], string, number[], number]>([
    ['always', 'JP', [1, 0], 490],
    ['proportional', 'JP', [1, 0], 98],
    ['proportional', 'JP', [3, 1], 490],
    ['whole_order', 'JP', [3, 0], 0],
    ['whole_order', 'JP', [3, 1], 490],
    ['as_law', 'JP', [3, 1], 0],
    ['as_law', 'FR', [3, 1], 490],
    ['as_law', 'FR', [3, 0], 0],
  ])('pays the outbound delivery back %s in %s when %j came: %i', (outboundDelivery, country, received, expected) => {
    const asked = facts({ ...story, country });
    const decision = decide({ refund: { outboundDelivery } }, asked);
    expect(planOf(asked, decision, received).delivery).toEqual(eur(expected));
  });

  it('pays nothing for the delivery, and keeps no fee, while nothing has come', () => {
    const decision = decide(
      { refund: { outboundDelivery: 'always' }, fees: { rules: [{ id: 'f', amount: eur(1) }] } },
      input,
    );
    expect(() => planOf(input, decision, [0, 0])).toThrow('would be €0.00');
  });

  it('pays the rest of the delivery with the return that completes the order, and nothing where nothing is owed', () => {
    const second = facts({
      ...story,
      country: 'FR',
      request: { lines: [{ orderLineId: 'line-2', quantity: 1, reason: 'too_small' }] },
    });
    const already = { units: { 'line-1': 3 }, amount: eur(3000) };
    const deliveryIn = (country: string, rule: 'as_law' | 'proportional'): number => {
      const asked = facts({ ...story, country, request: second.request });
      return planOf(asked, decide({ refund: { outboundDelivery: rule } }, asked), [1], already).delivery.amount;
    };
    expect(deliveryIn('FR', 'as_law')).toBe(490);
    expect(deliveryIn('JP', 'as_law')).toBe(0);
    expect(deliveryIn('JP', 'proportional')).toBe(490);
  });
});
