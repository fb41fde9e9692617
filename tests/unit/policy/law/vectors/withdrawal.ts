import type { LegalFacts, WithdrawalGround } from '../../../../../lib/policy/law/index';
import { at, facts, line, ofLine, type Vector } from '../vector';

interface Place {
  readonly code: string;
  readonly timeZone: string;
  /** The end of 19 June 2026, the fourteenth day, in UTC. */
  readonly ends: string;
}

/** The law of withdrawal is one in Europe; each country says it in its own articles. */
export const places: readonly Place[] = [
  { code: 'FR', timeZone: 'Europe/Paris', ends: '2026-06-19T21:59:59.999Z' },
  { code: 'DE', timeZone: 'Europe/Berlin', ends: '2026-06-19T21:59:59.999Z' },
  { code: 'ES', timeZone: 'Europe/Madrid', ends: '2026-06-19T21:59:59.999Z' },
  { code: 'IT', timeZone: 'Europe/Rome', ends: '2026-06-19T21:59:59.999Z' },
  { code: 'GB', timeZone: 'Europe/London', ends: '2026-06-19T22:59:59.999Z' },
  // A country without a pack of its own.
  { code: 'PT', timeZone: 'Europe/Lisbon', ends: '2026-06-19T22:59:59.999Z' },
];

const grounds: readonly WithdrawalGround[] = [
  'price_fluctuates',
  'personalised',
  'perishable',
  'hygiene_unsealed',
  'mixed',
  'alcohol',
  'urgent_repair',
  'sealed_media_unsealed',
  'press',
  'auction',
  'dated_leisure',
  'digital',
];

export const withdrawalVectors: readonly Vector[] = places.flatMap(({ code, timeZone, ends }) => {
  const pack = code === 'PT' ? 'EU' : code;
  const here = (given: Parameters<typeof facts>[0] = {}): LegalFacts =>
    facts({ consumerCountry: code, timeZone, ...given });
  const rule = (name: string, from = pack): string => `${from}-${name}`;
  return [
    {
      title: `${code}: on the fourteenth day the shopper may withdraw`,
      rules: [rule('withdrawal-period')],
      facts: here({ requestedAt: at(ends) }),
      expected: ofLine({
        withdrawal: {
          status: 'open',
          endsAt: { iso: ends },
          countedFrom: { event: 'delivery' },
          guessed: false,
          needs: [],
          assumed: [],
        },
      }),
    },
    {
      title: `${code}: a millisecond later the period is over`,
      rules: [rule('withdrawal-period')],
      facts: here({ requestedAt: at(ends) + 1 }),
      expected: ofLine({ withdrawal: { status: 'ended', needs: [] } }),
    },
    {
      title: `${code}: what counts is when the statement was sent`,
      rules: [rule('sent-in-time')],
      facts: here({ requestedAt: at(ends) - 1000, goodsReceivedAt: at('2026-07-02T10:00:00Z') }),
      expected: ofLine({ withdrawal: { status: 'open' } }),
    },
    {
      title: `${code}: two parcels of one order count from the last`,
      rules: [rule('withdrawal-period')],
      facts: here({
        requestedAt: at(ends),
        lines: [line({ id: 'first', deliveredAt: at('2026-06-02T09:00:00Z') }), line({ id: 'last' })],
      }),
      expected: {
        lines: [{ withdrawal: { status: 'open', endsAt: { iso: ends } } }, { withdrawal: { status: 'open' } }],
      },
    },
    {
      title: `${code}: regular deliveries count from the first`,
      rules: [rule('withdrawal-period')],
      facts: here({ contractAt: at('2026-05-15T10:00:00Z'), line: { firstOfSeriesAt: at('2026-05-20T10:00:00Z') } }),
      expected: ofLine({ withdrawal: { status: 'ended', countedFrom: { event: 'first_of_series' } } }),
    },
    {
      title: `${code}: who was never told of the right has twelve months more`,
      rules: [rule('missing-information')],
      facts: here({ requestedAt: at('2027-06-18T10:00:00Z'), withdrawalInfoGivenAt: null }),
      expected: ofLine({ withdrawal: { status: 'open' } }),
    },
    {
      title: `${code}: and not longer`,
      rules: [rule('missing-information')],
      facts: here({ requestedAt: at('2027-06-22T10:00:00Z'), withdrawalInfoGivenAt: null }),
      expected: ofLine({ withdrawal: { status: 'ended' } }),
    },
    {
      title: `${code}: who was told late has fourteen days from then`,
      rules: [rule('missing-information')],
      facts: here({ requestedAt: at('2026-09-15T10:00:00Z'), withdrawalInfoGivenAt: at('2026-09-01T10:00:00Z') }),
      expected: ofLine({
        withdrawal: { status: 'open', countedFrom: { event: 'information', at: at('2026-09-01T10:00:00Z') } },
      }),
    },
    {
      title: `${code}: who was told late and waited longer has nothing`,
      rules: [rule('missing-information')],
      facts: here({ requestedAt: at('2026-09-16T10:00:00Z'), withdrawalInfoGivenAt: at('2026-09-01T10:00:00Z') }),
      expected: ofLine({ withdrawal: { status: 'ended' } }),
    },
    {
      title: `${code}: information after the twelve months comes too late to lengthen anything`,
      rules: [rule('missing-information')],
      facts: here({ requestedAt: at('2027-07-10T10:00:00Z'), withdrawalInfoGivenAt: at('2027-07-01T10:00:00Z') }),
      expected: ofLine({ withdrawal: { status: 'ended' } }),
    },
    {
      title: `${code}: information that came with the order lengthens nothing`,
      rules: [rule('withdrawal-period')],
      facts: here({ requestedAt: at(ends) + 1, withdrawalInfoGivenAt: at('2026-06-04T10:00:00Z') }),
      expected: ofLine({ withdrawal: { status: 'ended', countedFrom: { event: 'delivery' } } }),
    },
    {
      title: `${code}: without a known delivery nobody may say that the period is over`,
      rules: [rule('withdrawal-period')],
      facts: here({ requestedAt: at('2026-08-01T10:00:00Z'), deliveredAt: undefined }),
      expected: ofLine({ withdrawal: { status: 'undecided', needs: ['deliveredAt'], guessed: true } }),
    },
    {
      title: `${code}: a guessed delivery ends nothing either`,
      rules: [rule('withdrawal-period')],
      facts: here({ requestedAt: at('2026-08-01T10:00:00Z'), deliveryGuessed: true }),
      expected: ofLine({ withdrawal: { status: 'undecided', needs: ['deliveredAt'], guessed: true } }),
    },
    {
      title: `${code}: in a shop there is no withdrawal`,
      rules: [rule('withdrawal-period')],
      facts: here({ premises: 'in_store' }),
      expected: { ...ofLine({ withdrawal: { status: 'none' } }), feeForbidden: { yes: false } },
    },
    {
      title: `${code}: a trader is not protected`,
      rules: [rule('scope')],
      facts: here({ isConsumer: false }),
      expected: {
        ...ofLine({
          withdrawal: { status: 'none' },
          guarantee: { status: 'none' },
          shortTermReject: { status: 'none' },
        }),
        creditNeedsConsent: { yes: false },
        lateSurcharges: [],
        duties: [],
      },
    },
    {
      title: `${code}: who was given the goods asks for the buyer`,
      rules: [rule('withdrawal-period')],
      facts: here({ requester: 'gift_recipient' }),
      expected: ofLine({ withdrawal: { status: 'undecided', needs: ['buyerAgrees'] } }),
    },
    {
      title: `${code}: and may withdraw when the buyer agrees`,
      rules: [rule('withdrawal-period')],
      facts: here({ requester: 'gift_recipient', buyerAgrees: true }),
      expected: ofLine({ withdrawal: { status: 'open', needs: [] } }),
    },
    {
      title: `${code}: but not against the buyer`,
      rules: [rule('scope')],
      facts: here({ requester: 'gift_recipient', buyerAgrees: false }),
      expected: ofLine({ withdrawal: { status: 'none' }, guarantee: { status: 'none' } }),
    },
    ...grounds.map((ground): Vector => {
      const broken =
        ground === 'hygiene_unsealed' || ground === 'sealed_media_unsealed' ? { seal: 'unsealed' as const } : {};
      const consent = ground === 'digital' ? { digitalConsentGiven: true } : {};
      return {
        title: `${code}: the exception "${ground}" takes goods out`,
        rules: [rule(`exception-${ground}`)],
        facts: here({ line: { grounds: [ground], exceptionInfoGiven: true, ...broken, ...consent } }),
        expected: ofLine({ withdrawal: { status: 'excepted', ground, needs: [] } }),
      };
    }),
    {
      title: `${code}: cosmetics whose seal is whole go back`,
      rules: [rule('exception-hygiene_unsealed')],
      facts: here({ line: { grounds: ['hygiene_unsealed'], seal: 'sealed' } }),
      expected: ofLine({ withdrawal: { status: 'open' } }),
    },
    {
      title: `${code}: of cosmetics whose seal nobody saw nobody may say no`,
      rules: [rule('exception-hygiene_unsealed')],
      facts: here({ line: { grounds: ['hygiene_unsealed'] } }),
      expected: ofLine({ withdrawal: { status: 'undecided', ground: 'hygiene_unsealed', needs: ['line.seal'] } }),
    },
    {
      title: `${code}: a person decides of unsealed cosmetics that were sold without notice`,
      rules: [rule('exception-hygiene_unsealed')],
      facts: here({ line: { grounds: ['hygiene_unsealed'], seal: 'unsealed', exceptionInfoGiven: false } }),
      expected: ofLine({ withdrawal: { status: 'undecided', ground: 'hygiene_unsealed', needs: [] } }),
    },
    {
      title: `${code}: digital content without consent can be withdrawn from`,
      rules: [rule('exception-digital')],
      facts: here({ line: { grounds: ['digital'], digitalConsentGiven: false } }),
      expected: ofLine({ withdrawal: { status: 'open' } }),
    },
    {
      title: `${code}: of two exceptions the sure one decides`,
      rules: [rule('exception-personalised')],
      facts: here({ line: { grounds: ['hygiene_unsealed', 'personalised'] } }),
      expected: ofLine({ withdrawal: { status: 'excepted', ground: 'personalised' } }),
    },
    {
      title: `${code}: after the period an exception has nothing to take`,
      rules: [rule('withdrawal-period')],
      facts: here({ requestedAt: at(ends) + 1, line: { grounds: ['personalised'] } }),
      expected: ofLine({ withdrawal: { status: 'ended' } }),
    },
    {
      title: `${code}: a sale item without its box goes back: no term waives the right`,
      rules: code === 'GB' ? [] : [rule('no-waiver', code === 'IT' ? 'EU' : pack)],
      facts: here(),
      expected: ofLine({ withdrawal: { status: 'open' } }),
    },
    {
      title: `${code}: the shopper who was told so pays the way back`,
      rules: [rule('return-cost')],
      facts: here(),
      expected: ofLine({ withdrawal: { returnCost: 'consumer' } }),
    },
    {
      title: `${code}: the shop that did not say so pays it`,
      rules: [rule('return-cost')],
      facts: here({ returnCostDisclosed: false }),
      expected: ofLine({ withdrawal: { returnCost: 'trader' } }),
    },
    {
      title: `${code}: as does the shop that collects`,
      rules: [rule('withdrawal-period')],
      facts: here({ traderCollects: true }),
      expected: ofLine({ withdrawal: { returnCost: 'trader' } }),
    },
    {
      title: `${code}: nothing but an allowed deduction may be kept, and credit needs consent`,
      rules: [rule('no-other-charge', code === 'IT' ? 'EU' : pack), rule('same-means')],
      facts: here(),
      expected: { feeForbidden: { yes: true }, creditNeedsConsent: { yes: true } },
    },
    {
      title: `${code}: handling beyond a look may be deducted, with evidence`,
      rules: [rule('deduction')],
      facts: here({ line: { deductionEvidence: ['photo-1'] } }),
      expected: ofLine({ deduction: { allowed: true, needs: [] } }),
    },
    {
      title: `${code}: and not without`,
      rules: [rule('deduction')],
      facts: here(),
      expected: ofLine({ deduction: { allowed: false, needs: ['line.deductionEvidence'] } }),
    },
    {
      title: `${code}: and never when the shopper was not told of the right`,
      rules: [rule('deduction')],
      facts: here({ withdrawalInfoGivenAt: null, line: { deductionEvidence: ['photo-1'] } }),
      expected: ofLine({ deduction: { allowed: false, needs: [] } }),
    },
    {
      title: `${code}: of express delivery the standard price is paid back`,
      rules: [rule('outbound-delivery')],
      facts: here({ outboundDelivery: { paidMinor: 1490, cheapestStandardMinor: 490, wholeOrderReturned: true } }),
      expected: { outbound: { amountMinor: 490, disputed: false, assumed: [] } },
    },
    {
      title: `${code}: of delivery at a promotional price no more than was paid`,
      rules: [rule('outbound-delivery')],
      facts: here({ outboundDelivery: { paidMinor: 100, cheapestStandardMinor: 490, wholeOrderReturned: true } }),
      expected: { outbound: { amountMinor: 100 } },
    },
    {
      title: `${code}: delivery that nobody knows a cheaper price of is paid back whole`,
      rules: [rule('outbound-delivery')],
      facts: here({ outboundDelivery: { paidMinor: 1490, wholeOrderReturned: true } }),
      expected: { outbound: { amountMinor: 1490, assumed: ['outboundDelivery.cheapestStandardMinor'] } },
    },
    {
      title: `${code}: delivery of an order that is kept in part is disputed, nothing is the least`,
      rules: [rule('outbound-delivery')],
      facts: here({ outboundDelivery: { paidMinor: 490, cheapestStandardMinor: 490, wholeOrderReturned: false } }),
      expected: { outbound: { amountMinor: 0, disputed: true } },
    },
    {
      title: `${code}: the goods are sent back within fourteen days of the statement`,
      rules: [rule('send-back')],
      facts: here(),
      expected: { sendBack: { days: 14, endsAt: { day: 20_633 } } },
    },
    {
      title: `${code}: without goods or proof of dispatch the shop may hold the money`,
      rules: [rule('withdrawal-refund')],
      facts: here(),
      expected: { withdrawalRefund: { days: 14, withholdUntil: 'goods_or_proof', mayWithhold: true } },
    },
    {
      title: `${code}: with proof of dispatch it may not`,
      rules: [rule('withdrawal-refund')],
      facts: here({ dispatchProofAt: at('2026-06-16T10:00:00Z') }),
      expected: { withdrawalRefund: { mayWithhold: false } },
    },
    {
      title: `${code}: a shop that collects may not hold it at all`,
      rules: [rule('withdrawal-refund')],
      facts: here({ traderCollects: true }),
      expected: { withdrawalRefund: { countedFrom: 'informed', mayWithhold: false, endsAt: { day: 20_633 } } },
    },
  ];
});
