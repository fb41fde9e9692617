import { defaultRiskSettings } from '../../../../lib/policy/risk';
import { claimOf } from '../../../../lib/policy/risk/claim';
import type { RequestLine } from '../../../../lib/returns';

const asked = (change: Partial<RequestLine>): RequestLine => ({
  orderLineId: 'line-1',
  quantity: 1,
  reason: 'other',
  ...change,
});

describe('a claim', () => {
  it.each([
    ['Package not received', 'not_received'],
    ['ecom_order_delivered_refund_reason_not_received', 'not_received'],
    ["I didn't receive my parcel", 'not_received'],
    ['Never arrived', 'not_received'],
    ['Missing item', 'missing_item'],
    ['MISSING_PARTS', 'missing_item'],
    ['The box was empty: empty-box', 'missing_item'],
    ['Does not fit', undefined],
    ['Arrived late', undefined],
  ])('is read of the words %j: %s', (subReason, claim) => {
    expect(claimOf(asked({ subReason }), defaultRiskSettings.claims)).toBe(claim);
  });

  it('of a wrong item is the reason itself', () => {
    expect(claimOf(asked({ reason: 'wrong_item' }), defaultRiskSettings.claims)).toBe('wrong_item');
  });

  it('is what the policy says it is', () => {
    const claims = { notReceived: ['colis perdu'], missingItem: [] };
    expect(claimOf(asked({ subReason: 'Colis perdu !' }), claims)).toBe('not_received');
    expect(claimOf(asked({ subReason: 'Missing item' }), claims)).toBeUndefined();
  });
});
