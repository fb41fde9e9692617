import { at, facts, type Vector } from '../vector';

export const refundVectors: readonly Vector[] = [
  {
    title: 'FR: the refund is due fourteen days after the statement',
    rules: ['FR-withdrawal-refund'],
    facts: facts({ dispatchProofAt: at('2026-06-16T10:00:00Z') }),
    expected: {
      withdrawalRefund: { countedFrom: 'informed', endsAt: { iso: '2026-06-29T21:59:59.999Z' }, mayWithhold: false },
    },
  },
  {
    title: 'FR: a fourteenth day on a Sunday moves to Monday; who pays by Sunday is early in every reading',
    rules: ['FR-withdrawal-refund'],
    facts: facts({ requestedAt: at('2026-06-14T10:00:00Z'), dispatchProofAt: at('2026-06-16T10:00:00Z') }),
    expected: {
      withdrawalRefund: {
        endsAt: { iso: '2026-06-29T21:59:59.999Z' },
        safelyBy: { iso: '2026-06-28T21:59:59.999Z' },
      },
    },
  },
  {
    title: 'FR: goods that arrive after the fourteen days are paid for on the day they arrive',
    rules: ['FR-withdrawal-refund'],
    facts: facts({ goodsReceivedAt: at('2026-07-10T10:00:00Z') }),
    expected: { withdrawalRefund: { endsAt: { iso: '2026-07-10T21:59:59.999Z' }, mayWithhold: false } },
  },
  {
    title: 'FR: the proof of dispatch counts when it comes before the goods',
    rules: ['FR-withdrawal-refund'],
    facts: facts({ dispatchProofAt: at('2026-07-02T10:00:00Z'), goodsReceivedAt: at('2026-07-10T10:00:00Z') }),
    expected: { withdrawalRefund: { endsAt: { iso: '2026-07-02T21:59:59.999Z' } } },
  },
  {
    title: 'FR: two schedules say what a late refund costs',
    rules: ['FR-late-withdrawal-refund', 'FR-late-undelivered-refund'],
    facts: facts(),
    expected: { lateSurcharges: [{ schedule: 'fr_withdrawal' }, { schedule: 'fr_undelivered' }] },
  },
  {
    title: 'GB: the fourteen days count from the goods or the evidence of dispatch',
    rules: ['GB-withdrawal-refund'],
    facts: facts({
      consumerCountry: 'GB',
      timeZone: 'Europe/London',
      dispatchProofAt: at('2026-06-17T10:00:00Z'),
      goodsReceivedAt: at('2026-06-22T10:00:00Z'),
    }),
    expected: {
      withdrawalRefund: { countedFrom: 'goods_or_proof', endsAt: { iso: '2026-07-01T22:59:59.999Z' } },
      lateSurcharges: [],
    },
  },
  {
    title: 'GB: before either there is no last day',
    rules: ['GB-withdrawal-refund'],
    facts: facts({ consumerCountry: 'GB', timeZone: 'Europe/London' }),
    expected: { withdrawalRefund: { countedFrom: 'goods_or_proof', mayWithhold: true } },
    without: ['withdrawalRefund.endsAt'],
  },
  {
    title: 'FR: a refund for goods that do not conform is due fourteen days after they came back',
    rules: ['FR-guarantee-refund'],
    facts: facts({ goodsReceivedAt: at('2026-06-20T10:00:00Z') }),
    expected: { guaranteeRefund: { countedFrom: 'goods_or_proof', endsAt: { iso: '2026-07-04T21:59:59.999Z' } } },
  },
  {
    title: 'ES: in Spain too',
    rules: ['ES-guarantee-refund'],
    facts: facts({ consumerCountry: 'ES', timeZone: 'Europe/Madrid', goodsReceivedAt: at('2026-06-20T10:00:00Z') }),
    expected: { guaranteeRefund: { endsAt: { iso: '2026-07-04T21:59:59.999Z' } } },
  },
  {
    title: 'GB: in the United Kingdom the day of the agreement is the first of fourteen',
    rules: ['GB-guarantee-refund'],
    facts: facts({
      consumerCountry: 'GB',
      timeZone: 'Europe/London',
      refundAgreedAt: at('2026-06-20T10:00:00Z'),
    }),
    expected: { guaranteeRefund: { countedFrom: 'agreed', endsAt: { iso: '2026-07-03T22:59:59.999Z' } } },
  },
  {
    title: 'DE: German law sets no days for it',
    rules: ['DE-guarantee'],
    facts: facts({ consumerCountry: 'DE', timeZone: 'Europe/Berlin' }),
    expected: {},
    without: ['guaranteeRefund'],
  },
];
