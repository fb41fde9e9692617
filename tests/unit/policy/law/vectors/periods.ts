import { at, facts, line, ofLine, type Vector } from '../vector';

/** Where the last day falls, and which day a period counts from. Days are told in the shop's zone, Paris. */
export const periodVectors: readonly Vector[] = [
  {
    title: 'FR: delivered on a Saturday, the fourteenth day is a Saturday and moves to Monday',
    rules: ['FR-withdrawal-period'],
    facts: facts({ deliveredAt: at('2026-06-06T10:00:00Z') }),
    expected: ofLine({ withdrawal: { endsAt: { iso: '2026-06-22T21:59:59.999Z' } } }),
  },
  {
    title: 'FR: delivered on a Friday whose fourteenth day is Good Friday: not a holiday in France',
    rules: ['FR-withdrawal-period'],
    facts: facts({
      contractAt: at('2026-03-16T10:00:00Z'),
      deliveredAt: at('2026-03-20T10:00:00Z'),
      requestedAt: at('2026-03-25T10:00:00Z'),
    }),
    expected: ofLine({ withdrawal: { endsAt: { iso: '2026-04-03T21:59:59.999Z' } } }),
  },
  {
    title: 'DE: the same day in Germany moves over Good Friday, Easter and Easter Monday to Tuesday',
    rules: ['DE-withdrawal-period'],
    facts: facts({
      consumerCountry: 'DE',
      timeZone: 'Europe/Berlin',
      contractAt: at('2026-03-16T10:00:00Z'),
      deliveredAt: at('2026-03-20T10:00:00Z'),
      requestedAt: at('2026-04-07T20:00:00Z'),
    }),
    expected: ofLine({ withdrawal: { status: 'open', endsAt: { iso: '2026-04-07T21:59:59.999Z' } } }),
  },
  {
    title:
      'FR: delivered on Friday 17 April 2026, the fourteenth day is Labour Day and moves over the weekend to Monday',
    rules: ['FR-withdrawal-period'],
    facts: facts({
      contractAt: at('2026-04-13T10:00:00Z'),
      deliveredAt: at('2026-04-17T10:00:00Z'),
      requestedAt: at('2026-04-20T10:00:00Z'),
    }),
    expected: ofLine({ withdrawal: { endsAt: { iso: '2026-05-04T21:59:59.999Z' } } }),
  },
  {
    title: 'ES: national holidays count in Spain: 12 October 2026 is a Monday, so the period ends on Tuesday',
    rules: ['ES-withdrawal-period'],
    facts: facts({
      consumerCountry: 'ES',
      timeZone: 'Europe/Madrid',
      deliveredAt: at('2026-09-28T10:00:00Z'),
      requestedAt: at('2026-10-01T10:00:00Z'),
    }),
    expected: ofLine({ withdrawal: { endsAt: { iso: '2026-10-13T21:59:59.999Z' } } }),
  },
  {
    title: 'GB: in the United Kingdom a Saturday stays the last day',
    rules: ['GB-withdrawal-period'],
    facts: facts({
      consumerCountry: 'GB',
      timeZone: 'Europe/London',
      deliveredAt: at('2026-06-06T10:00:00Z'),
    }),
    expected: ofLine({ withdrawal: { endsAt: { iso: '2026-06-20T22:59:59.999Z' } } }),
  },
  {
    title: 'DE: where only the country is known, a holiday of one of its parts leaves a late request undecided',
    rules: ['DE-withdrawal-period'],
    // 6 January 2027 is a Wednesday, a holiday in Baden-Württemberg, Bavaria and Saxony-Anhalt.
    facts: facts({
      consumerCountry: 'DE',
      timeZone: 'Europe/Berlin',
      contractAt: at('2026-12-18T10:00:00Z'),
      deliveredAt: at('2026-12-23T10:00:00Z'),
      requestedAt: at('2027-01-07T10:00:00Z'),
    }),
    expected: ofLine({ withdrawal: { status: 'undecided', needs: ['region'] } }),
  },
  {
    title: 'DE: in Bavaria that request is in time',
    rules: ['DE-withdrawal-period'],
    facts: facts({
      consumerCountry: 'DE',
      region: 'BY',
      timeZone: 'Europe/Berlin',
      contractAt: at('2026-12-18T10:00:00Z'),
      deliveredAt: at('2026-12-23T10:00:00Z'),
      requestedAt: at('2027-01-07T10:00:00Z'),
    }),
    expected: ofLine({ withdrawal: { status: 'open' } }),
  },
  {
    title: 'DE: in Hamburg it is late',
    rules: ['DE-withdrawal-period'],
    facts: facts({
      consumerCountry: 'DE',
      region: 'HH',
      timeZone: 'Europe/Berlin',
      contractAt: at('2026-12-18T10:00:00Z'),
      deliveredAt: at('2026-12-23T10:00:00Z'),
      requestedAt: at('2027-01-07T10:00:00Z'),
    }),
    expected: ofLine({ withdrawal: { status: 'ended' } }),
  },
  {
    title: 'FR: the day begins and ends in the zone of the facts',
    rules: ['FR-withdrawal-period'],
    facts: facts({ deliveredAt: at('2026-06-04T22:30:00Z') }),
    expected: ofLine({ withdrawal: { endsAt: { iso: '2026-06-19T21:59:59.999Z' } } }),
  },
  {
    title: 'FR: overseas departments are under French law',
    rules: ['FR-withdrawal-period'],
    facts: facts({ consumerCountry: 'RE' }),
    expected: { jurisdictions: ['FR', 'EU'], ...ofLine({ withdrawal: { status: 'open' } }) },
  },
  {
    title: 'a shopper whose country nobody knows is under the law of the EU',
    rules: ['EU-withdrawal-period'],
    facts: facts({ consumerCountry: undefined }),
    expected: { jurisdictions: ['EU'], ...ofLine({ withdrawal: { status: 'open' } }) },
  },
  {
    title: 'a country without a pack grants nothing that is known',
    rules: [],
    facts: facts({ consumerCountry: 'CH' }),
    expected: {
      jurisdictions: [],
      ...ofLine({ withdrawal: { status: 'none' }, guarantee: { status: 'none' } }),
      outbound: { amountMinor: 0 },
      duties: [],
    },
  },
  {
    title: 'a contract from before the directive is under none of these rules',
    rules: [],
    facts: facts({
      contractAt: at('2014-06-12T10:00:00Z'),
      deliveredAt: at('2014-06-13T10:00:00Z'),
      requestedAt: at('2014-06-14T10:00:00Z'),
    }),
    expected: ofLine({ withdrawal: { status: 'none' } }),
  },
  {
    title: 'whether the shopper was told of the right is taken as said when nobody knows, and told so',
    rules: ['FR-withdrawal-period'],
    facts: facts({ withdrawalInfoGivenAt: undefined, requestedAt: at('2026-07-15T10:00:00Z') }),
    expected: ofLine({ withdrawal: { status: 'ended', assumed: ['withdrawalInfoGivenAt'] } }),
  },
  {
    title: 'a buyer of whom nobody knows more is a consumer',
    rules: ['FR-withdrawal-period'],
    facts: facts({ isConsumer: undefined }),
    expected: ofLine({ withdrawal: { status: 'open' } }),
  },
  {
    title: 'one line in time and one out of it, each by itself',
    rules: ['FR-exception-personalised'],
    facts: facts({ lines: [line({ id: 'a' }), line({ id: 'b', grounds: ['personalised'] })] }),
    expected: {
      lines: [
        { lineId: 'a', withdrawal: { status: 'open' } },
        { lineId: 'b', withdrawal: { status: 'excepted' } },
      ],
      feeForbidden: { yes: true },
    },
  },
  {
    title: 'where nothing can be withdrawn from, nothing of the delivery is owed and no fee is forbidden',
    rules: ['FR-exception-personalised'],
    facts: facts({ line: { grounds: ['personalised'] } }),
    expected: { outbound: { amountMinor: 0 }, feeForbidden: { yes: false }, noWaiver: { yes: false } },
  },
  {
    title: 'goods excepted from withdrawal keep their guarantee',
    rules: ['FR-guarantee'],
    facts: facts({ line: { grounds: ['personalised'] } }),
    expected: ofLine({ withdrawal: { status: 'excepted' }, guarantee: { status: 'open' } }),
  },
  {
    title: 'FR: the departments overseas have the holidays of France',
    rules: ['FR-withdrawal-period'],
    facts: facts({
      consumerCountry: 'GP',
      contractAt: at('2026-04-13T10:00:00Z'),
      deliveredAt: at('2026-04-17T10:00:00Z'),
      requestedAt: at('2026-05-04T10:00:00Z'),
    }),
    expected: ofLine({ withdrawal: { status: 'open' } }),
  },
  {
    title: 'where not even the country is known, a holiday of any leaves a late request undecided',
    rules: ['EU-withdrawal-period'],
    facts: facts({
      consumerCountry: undefined,
      contractAt: at('2026-04-13T10:00:00Z'),
      deliveredAt: at('2026-04-17T10:00:00Z'),
      requestedAt: at('2026-05-04T10:00:00Z'),
    }),
    expected: ofLine({ withdrawal: { status: 'undecided', needs: ['consumerCountry'] } }),
  },
  {
    title: 'that a shopper was told of an exception is taken as done when nobody knows, and told so',
    rules: ['FR-exception-personalised'],
    facts: facts({ line: { grounds: ['personalised'] } }),
    expected: ofLine({ withdrawal: { status: 'excepted', assumed: ['line.exceptionInfoGiven'] } }),
  },
];
