import { at, facts, ofLine, type Vector } from '../vector';

const home = { consumerCountry: 'US', timeZone: 'America/New_York', withdrawalInfoGivenAt: undefined } as const;

export const usVectors: readonly Vector[] = [
  {
    title: 'US: an online order has no right to be returned',
    rules: ['US-cooling-off', 'US-prompt-shipment'],
    facts: facts(home),
    expected: {
      ...ofLine({
        withdrawal: { status: 'none' },
        guarantee: { status: 'none' },
        undisclosedPolicy: { status: 'none' },
      }),
      outbound: { amountMinor: 0 },
      feeForbidden: { yes: false },
      creditNeedsConsent: { yes: false },
    },
  },
  {
    title: 'US: a sale at the door may be cancelled until midnight of the third business day, Saturdays being one',
    rules: ['US-cooling-off'],
    // Bought on Wednesday 1 July 2026; 4 July is observed on Friday 3 July.
    facts: facts({
      ...home,
      premises: 'off_premises',
      contractAt: at('2026-07-01T18:00:00Z'),
      deliveredAt: undefined,
      requestedAt: at('2026-07-02T18:00:00Z'),
    }),
    // Thursday 2, and with both days of the holiday and Sunday left out, Monday 6 and Tuesday 7 July.
    expected: ofLine({
      withdrawal: {
        status: 'open',
        countedFrom: { event: 'contract' },
        guessed: false,
        endsAt: { iso: '2026-07-08T03:59:59.999Z' },
      },
    }),
  },
  {
    title: 'US: below 25 dollars it may not',
    rules: ['US-cooling-off'],
    facts: facts({ ...home, premises: 'off_premises', line: { amountMinor: 2499 } }),
    expected: ofLine({ withdrawal: { status: 'none' } }),
  },
  {
    title: 'NY: an online shop that did not show its policy owes a refund for thirty days from the purchase',
    rules: ['US-NY-policy'],
    facts: facts({ ...home, region: 'NY', policyDisclosed: false, requestedAt: at('2026-07-01T20:00:00Z') }),
    expected: {
      jurisdictions: ['US-NY', 'US'],
      ...ofLine({ undisclosedPolicy: { status: 'open', endsAt: { iso: '2026-07-02T03:59:59.999Z' } } }),
    },
  },
  {
    title: 'NY: on the day after them no more',
    rules: ['US-NY-policy'],
    facts: facts({ ...home, region: 'NY', policyDisclosed: false, requestedAt: at('2026-07-02T20:00:00Z') }),
    expected: ofLine({ undisclosedPolicy: { status: 'ended' } }),
  },
  {
    title: 'NY: a policy that was shown stands',
    rules: ['US-NY-policy'],
    facts: facts({ ...home, region: 'NY', policyDisclosed: true }),
    expected: ofLine({ undisclosedPolicy: { status: 'none', assumed: [] } }),
  },
  {
    title: 'NY: a policy of which nobody knows more is taken as shown, and told so',
    rules: ['US-NY-policy'],
    facts: facts({ ...home, region: 'NY' }),
    expected: ofLine({ undisclosedPolicy: { status: 'none', assumed: ['policyDisclosed'] } }),
  },
  {
    title: 'NY: before the law was known to hold for online retailers only stores are under it',
    rules: ['US-NY-policy-in-store'],
    facts: facts({
      ...home,
      region: 'NY',
      premises: 'in_store',
      policyDisclosed: false,
      contractAt: at('2025-12-01T18:00:00Z'),
      requestedAt: at('2025-12-20T18:00:00Z'),
    }),
    expected: ofLine({ undisclosedPolicy: { status: 'open' } }),
  },
  {
    title: 'CA: a store that did not display its policy owes the price for thirty days',
    rules: ['US-CA-policy'],
    facts: facts({ ...home, region: 'CA', premises: 'in_store', policyDisclosed: false }),
    expected: ofLine({ undisclosedPolicy: { status: 'open' } }),
  },
  {
    title: 'FL: a store without a sign owes a refund for seven days',
    rules: ['US-FL-policy'],
    facts: facts({
      ...home,
      region: 'FL',
      premises: 'in_store',
      policyDisclosed: false,
      requestedAt: at('2026-06-09T10:00:00Z'),
    }),
    expected: ofLine({ undisclosedPolicy: { status: 'ended', endsAt: { iso: '2026-06-09T03:59:59.999Z' } } }),
  },
  {
    title: 'US: where the state is not known, one of them may grant the return that a hidden policy leads to',
    rules: ['US-NY-policy'],
    facts: facts({ ...home, policyDisclosed: false }),
    expected: ofLine({ undisclosedPolicy: { status: 'undecided', needs: ['region'] } }),
  },
  {
    title: 'US: and none when the longest of them is over',
    rules: [],
    facts: facts({ ...home, policyDisclosed: false, requestedAt: at('2026-07-03T10:00:00Z') }),
    expected: ofLine({ undisclosedPolicy: { status: 'none', needs: [] } }),
  },
  {
    title: 'US: a buyer for a trade has none of it',
    rules: [],
    facts: facts({ ...home, region: 'NY', policyDisclosed: false, isConsumer: false }),
    expected: ofLine({ undisclosedPolicy: { status: 'none' } }),
  },
  {
    title: 'NY: from 2026 on one rule holds for stores and online retailers',
    rules: ['US-NY-policy'],
    facts: facts({ ...home, region: 'NY', premises: 'in_store', policyDisclosed: false }),
    expected: ofLine({ undisclosedPolicy: { status: 'open', statements: [{ ruleId: 'US-NY-policy' }] } }),
  },
  {
    title: 'US: in a store of a state that is not known the longest period counts',
    rules: [],
    facts: facts({
      ...home,
      premises: 'in_store',
      policyDisclosed: false,
      requestedAt: at('2026-06-20T10:00:00Z'),
    }),
    expected: ofLine({ undisclosedPolicy: { status: 'undecided', needs: ['region'] } }),
  },
];
