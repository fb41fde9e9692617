import { at, facts, ofLine, type Vector } from '../vector';

const shown = (iso: string): { readonly defectShowedAt: number } => ({ defectShowedAt: at(iso) });

/** Goods delivered on 5 June 2026. */
export const guaranteeVectors: readonly Vector[] = [
  {
    title: 'EU: two years, the defect presumed for one',
    rules: ['EU-guarantee', 'EU-guarantee-cost'],
    facts: facts({ consumerCountry: 'PT', timeZone: 'Europe/Lisbon', requestedAt: at('2028-06-05T10:00:00Z') }),
    expected: ofLine({
      guarantee: {
        status: 'open',
        endsAt: { iso: '2028-06-05T22:59:59.999Z' },
        presumedUntil: { iso: '2027-06-05T22:59:59.999Z' },
        returnCost: 'trader',
        remedies: [
          ['repair', 'replacement'],
          ['price_reduction', 'termination'],
        ],
      },
      shortTermReject: { status: 'none' },
    }),
  },
  {
    title: 'EU: and not a day longer',
    rules: ['EU-guarantee'],
    facts: facts({ consumerCountry: 'PT', timeZone: 'Europe/Lisbon', requestedAt: at('2028-06-06T10:00:00Z') }),
    expected: ofLine({ guarantee: { status: 'ended' } }),
  },
  {
    title: 'EU: the guarantee is no matter of where the goods were bought',
    rules: ['EU-guarantee'],
    facts: facts({ consumerCountry: 'PT', timeZone: 'Europe/Lisbon', premises: 'in_store' }),
    expected: ofLine({ guarantee: { status: 'open' }, withdrawal: { status: 'none' } }),
  },
  {
    title: 'EU: used goods have two years as well, unless less was agreed',
    rules: ['EU-guarantee'],
    facts: facts({
      consumerCountry: 'PT',
      timeZone: 'Europe/Lisbon',
      requestedAt: at('2027-12-01T10:00:00Z'),
      line: { condition: 'used' },
    }),
    expected: ofLine({ guarantee: { status: 'open', assumed: ['line.guaranteeMonthsAgreed'] } }),
  },
  {
    title: 'EU: agreed on a year for used goods, it is a year',
    rules: ['EU-guarantee'],
    facts: facts({
      consumerCountry: 'PT',
      timeZone: 'Europe/Lisbon',
      requestedAt: at('2027-12-01T10:00:00Z'),
      line: { condition: 'used', guaranteeMonthsAgreed: 12 },
    }),
    expected: ofLine({ guarantee: { status: 'ended', assumed: [] } }),
  },
  {
    title: 'EU: agreed on less than a year, it is a year all the same',
    rules: ['EU-guarantee'],
    facts: facts({
      consumerCountry: 'PT',
      timeZone: 'Europe/Lisbon',
      requestedAt: at('2027-06-04T10:00:00Z'),
      line: { condition: 'used', guaranteeMonthsAgreed: 3 },
    }),
    expected: ofLine({ guarantee: { status: 'open', endsAt: { iso: '2027-06-05T22:59:59.999Z' } } }),
  },
  {
    title: 'EU: for new goods nothing can be agreed away',
    rules: ['EU-guarantee'],
    facts: facts({
      consumerCountry: 'PT',
      timeZone: 'Europe/Lisbon',
      requestedAt: at('2028-06-01T10:00:00Z'),
      line: { guaranteeMonthsAgreed: 12 },
    }),
    expected: ofLine({ guarantee: { status: 'open' } }),
  },
  {
    title: 'EU: bought from 31 July 2026 on, a repair adds twelve months, once',
    rules: ['EU-repair-extension'],
    facts: facts({
      consumerCountry: 'PT',
      timeZone: 'Europe/Lisbon',
      contractAt: at('2026-07-31T10:00:00Z'),
      deliveredAt: at('2026-08-05T10:00:00Z'),
      requestedAt: at('2029-08-05T10:00:00Z'),
      line: { repairs: [{ doneAt: at('2027-01-10T10:00:00Z') }, { doneAt: at('2027-02-10T10:00:00Z') }] },
    }),
    expected: ofLine({ guarantee: { status: 'open', endsAt: { iso: '2029-08-05T22:59:59.999Z' } } }),
  },
  {
    title: 'EU: bought the day before, it adds nothing',
    rules: ['EU-guarantee'],
    facts: facts({
      consumerCountry: 'PT',
      timeZone: 'Europe/Lisbon',
      contractAt: at('2026-07-30T10:00:00Z'),
      deliveredAt: at('2026-08-05T10:00:00Z'),
      requestedAt: at('2029-08-05T10:00:00Z'),
      line: { repairs: [{ doneAt: at('2027-01-10T10:00:00Z') }] },
    }),
    expected: ofLine({ guarantee: { status: 'ended', endsAt: { iso: '2028-08-05T22:59:59.999Z' } } }),
  },
  {
    title: 'FR: the defect is presumed for the whole two years',
    rules: ['FR-guarantee', 'FR-guarantee-cost'],
    facts: facts({ requestedAt: at('2028-06-05T10:00:00Z') }),
    expected: ofLine({
      guarantee: {
        status: 'open',
        presumedUntil: { iso: '2028-06-05T21:59:59.999Z' },
        returnCost: 'trader',
      },
    }),
  },
  {
    title: 'FR: for refurbished goods for twelve months',
    rules: ['FR-guarantee-used'],
    facts: facts({ line: { condition: 'refurbished' } }),
    expected: ofLine({
      guarantee: {
        status: 'open',
        presumedUntil: { iso: '2027-06-05T21:59:59.999Z' },
        endsAt: { iso: '2028-06-05T21:59:59.999Z' },
      },
    }),
  },
  {
    title: 'FR: each repair adds six months',
    rules: ['FR-repair-extension'],
    facts: facts({
      requestedAt: at('2029-06-05T10:00:00Z'),
      line: { repairs: [{ doneAt: at('2027-01-10T10:00:00Z') }, { doneAt: at('2028-02-10T10:00:00Z') }] },
    }),
    expected: ofLine({ guarantee: { status: 'open', endsAt: { iso: '2029-06-05T21:59:59.999Z' } } }),
  },
  {
    title: 'FR: a repair that is still to come adds nothing yet',
    rules: ['FR-guarantee'],
    facts: facts({ line: { repairs: [{ doneAt: at('2027-01-10T10:00:00Z') }] } }),
    expected: ofLine({ guarantee: { endsAt: { iso: '2028-06-05T21:59:59.999Z' } } }),
  },
  {
    title: 'FR: a defect that showed in time may be claimed for five years',
    rules: ['FR-guarantee'],
    facts: facts({ requestedAt: at('2030-01-01T10:00:00Z'), line: shown('2028-06-01T10:00:00Z') }),
    expected: ofLine({ guarantee: { status: 'open' } }),
  },
  {
    title: 'FR: one that showed too late may not',
    rules: ['FR-guarantee'],
    facts: facts({ requestedAt: at('2030-01-01T10:00:00Z'), line: shown('2028-07-01T10:00:00Z') }),
    expected: ofLine({ guarantee: { status: 'ended' } }),
  },
  {
    title: 'FR: of one of which nobody knows when it showed nobody may say no',
    rules: ['FR-guarantee'],
    facts: facts({ requestedAt: at('2030-01-01T10:00:00Z') }),
    expected: ofLine({ guarantee: { status: 'undecided', needs: ['line.defectShowedAt'] } }),
  },
  {
    title: 'FR: after seven years every claim is barred',
    rules: ['FR-guarantee'],
    facts: facts({ requestedAt: at('2033-07-01T10:00:00Z'), line: shown('2027-06-01T10:00:00Z') }),
    expected: ofLine({ guarantee: { status: 'ended' } }),
  },
  {
    title: 'DE: two years, presumed for one, and four months more for a defect that showed at the end',
    rules: ['DE-guarantee', 'DE-guarantee-cost'],
    facts: facts({
      consumerCountry: 'DE',
      timeZone: 'Europe/Berlin',
      requestedAt: at('2028-10-05T10:00:00Z'),
      line: shown('2028-06-04T10:00:00Z'),
    }),
    expected: ofLine({ guarantee: { status: 'open', presumedUntil: { iso: '2027-06-05T21:59:59.999Z' } } }),
  },
  {
    title: 'DE: then it is over',
    rules: ['DE-guarantee'],
    facts: facts({
      consumerCountry: 'DE',
      timeZone: 'Europe/Berlin',
      requestedAt: at('2028-10-06T10:00:00Z'),
      line: shown('2028-06-04T10:00:00Z'),
    }),
    expected: ofLine({ guarantee: { status: 'ended' } }),
  },
  {
    title: 'ES: three years, presumed for two',
    rules: ['ES-guarantee', 'ES-guarantee-cost'],
    facts: facts({ consumerCountry: 'ES', timeZone: 'Europe/Madrid', requestedAt: at('2029-06-05T10:00:00Z') }),
    expected: ofLine({
      guarantee: {
        status: 'open',
        endsAt: { iso: '2029-06-05T21:59:59.999Z' },
        presumedUntil: { iso: '2028-06-05T21:59:59.999Z' },
      },
    }),
  },
  {
    title: 'IT: two years, presumed for one, and a claim within 26 months',
    rules: ['IT-guarantee'],
    facts: facts({
      consumerCountry: 'IT',
      timeZone: 'Europe/Rome',
      requestedAt: at('2028-08-05T10:00:00Z'),
      line: shown('2028-06-05T10:00:00Z'),
    }),
    expected: ofLine({ guarantee: { status: 'open', presumedUntil: { iso: '2027-06-05T21:59:59.999Z' } } }),
  },
  {
    title: 'IT: on the day after them the claim is barred',
    rules: ['IT-guarantee'],
    facts: facts({
      consumerCountry: 'IT',
      timeZone: 'Europe/Rome',
      requestedAt: at('2028-08-06T10:00:00Z'),
      line: shown('2028-06-05T10:00:00Z'),
    }),
    expected: ofLine({ guarantee: { status: 'ended' } }),
  },
  {
    title: 'GB: goods may be rejected for the full price within thirty days',
    rules: ['GB-short-term-reject', 'GB-guarantee-cost'],
    facts: facts({
      consumerCountry: 'GB',
      timeZone: 'Europe/London',
      requestedAt: at('2026-07-05T22:00:00Z'),
    }),
    expected: ofLine({
      shortTermReject: {
        status: 'open',
        endsAt: { iso: '2026-07-05T22:59:59.999Z' },
        returnCost: 'trader',
        remedies: [['refund']],
      },
    }),
  },
  {
    title: 'GB: on the thirty-first day repair or replacement comes first',
    rules: ['GB-guarantee'],
    facts: facts({
      consumerCountry: 'GB',
      timeZone: 'Europe/London',
      requestedAt: at('2026-07-06T10:00:00Z'),
    }),
    expected: ofLine({
      shortTermReject: { status: 'ended' },
      guarantee: {
        status: 'open',
        // The day of delivery is the first of the six months.
        presumedUntil: { iso: '2026-12-04T23:59:59.999Z' },
        endsAt: { iso: '2032-06-05T22:59:59.999Z' },
      },
    }),
  },
  {
    title: 'GB: in Scotland a claim is barred after five years',
    rules: ['GB-SCT-guarantee'],
    facts: facts({
      consumerCountry: 'GB',
      region: 'SCT',
      timeZone: 'Europe/London',
      requestedAt: at('2031-06-06T10:00:00Z'),
    }),
    expected: { jurisdictions: ['GB-SCT', 'GB'], ...ofLine({ guarantee: { status: 'ended' } }) },
  },
  {
    title: 'GB: without a known delivery nobody may say that the thirty days are over',
    rules: ['GB-short-term-reject'],
    facts: facts({
      consumerCountry: 'GB',
      timeZone: 'Europe/London',
      requestedAt: at('2026-08-06T10:00:00Z'),
      deliveredAt: undefined,
    }),
    expected: ofLine({ shortTermReject: { status: 'undecided', needs: ['deliveredAt'] } }),
  },
  {
    title: 'a line counts its guarantee from its own parcel',
    rules: ['FR-guarantee'],
    facts: facts({ line: { deliveredAt: at('2026-06-03T10:00:00Z') } }),
    expected: ofLine({ guarantee: { endsAt: { iso: '2028-06-03T21:59:59.999Z' } } }),
  },
  {
    title: 'a gift recipient claims for the buyer',
    rules: ['FR-guarantee'],
    facts: facts({ requester: 'gift_recipient' }),
    expected: ofLine({ guarantee: { status: 'undecided', needs: ['buyerAgrees'] } }),
  },
];
