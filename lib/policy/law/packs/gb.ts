import type { LawPack } from '../rules';
import { exceptionRules } from './exceptions';

const reg = (number: number): string => `https://www.legislation.gov.uk/uksi/2013/3134/regulation/${number}`;
const sec = (number: number): string => `https://www.legislation.gov.uk/ukpga/2015/15/section/${number}`;
const ccr = (number: string): string => `Consumer Contracts Regulations 2013 reg. ${number}`;
const cra = (number: string): string => `Consumer Rights Act 2015 s. ${number}`;
const since2014 = '2014-06-13';
const since2015 = '2015-10-01';

const limitation =
  'The seller answers for goods that do not conform as long as a claim for breach of contract is not barred';
const presumption =
  'a lack of conformity that shows within six months is taken to have been there. First repair or replacement, then a lower price or the final right to reject, without a deduction for use in the first six months except for a motor vehicle.';

export const gb: LawPack = {
  jurisdiction: 'GB',
  name: 'United Kingdom',
  rules: [
    {
      ruleId: 'GB-scope',
      kind: 'scope',
      article: ccr('4'),
      source: reg(4),
      effectiveFrom: since2014,
      text: 'Protected is an individual who acts wholly or mainly outside a trade, business, craft or profession.',
    },
    {
      ruleId: 'GB-withdrawal-period',
      kind: 'withdrawal_period',
      article: ccr('29 and 30'),
      source: reg(30),
      effectiveFrom: since2014,
      text: 'Who bought from afar or off premises may cancel without a reason until 14 days after the day on which the last good of the order came into their possession, for regular deliveries the first.',
      days: 14,
      counting: 'calendar_days',
      countedFrom: 'delivery',
      premises: ['distance', 'off_premises'],
      rolls: false,
    },
    {
      ruleId: 'GB-missing-information',
      kind: 'missing_information',
      article: ccr('31'),
      source: reg(31),
      effectiveFrom: since2014,
      text: 'Who was not told of the right to cancel has 12 months more; told within them, 14 days from then.',
      months: 12,
    },
    {
      ruleId: 'GB-sent-in-time',
      kind: 'sent_in_time',
      article: ccr('32'),
      source: reg(32),
      effectiveFrom: since2014,
      text: 'A statement that was sent before the end of the period is in time.',
    },
    ...exceptionRules(
      {
        jurisdiction: 'GB',
        effectiveFrom: since2014,
        source: (place) => reg(place === '37' ? 37 : 28),
        article: ccr,
      },
      [
        ['price_fluctuates', '28(1)(a)'],
        ['personalised', '28(1)(b)'],
        ['perishable', '28(1)(c)'],
        ['alcohol', '28(1)(d)'],
        ['urgent_repair', '28(1)(e)'],
        ['press', '28(1)(f)'],
        ['auction', '28(1)(g)'],
        ['dated_leisure', '28(1)(h)'],
        ['hygiene_unsealed', '28(3)(a)'],
        ['sealed_media_unsealed', '28(3)(b)'],
        ['mixed', '28(3)(c)'],
        ['digital', '37'],
      ],
    ),
    {
      ruleId: 'GB-send-back',
      kind: 'send_back',
      article: ccr('35'),
      source: reg(35),
      effectiveFrom: since2014,
      text: 'The shopper sends the goods back within 14 days of the statement, unless the shop offered to collect them.',
      days: 14,
      rolls: false,
    },
    {
      ruleId: 'GB-return-cost',
      kind: 'return_cost',
      article: ccr('35'),
      source: reg(35),
      effectiveFrom: since2014,
      text: 'The shopper bears the direct cost of sending back, unless the shop agreed to or did not tell them.',
    },
    {
      ruleId: 'GB-outbound-delivery',
      kind: 'outbound_delivery',
      article: ccr('34(2) and (3)'),
      source: reg(34),
      effectiveFrom: since2014,
      text: 'Outbound delivery is paid back, up to the least expensive common and generally acceptable kind on offer.',
    },
    {
      ruleId: 'GB-withdrawal-refund',
      kind: 'withdrawal_refund',
      article: ccr('34(4) to (6)'),
      source: reg(34),
      effectiveFrom: since2014,
      text: 'The shop pays back within 14 days of the goods or the evidence of their dispatch, whichever is first; where it offered to collect them, within 14 days of learning of the cancellation.',
      days: 14,
      countedFrom: 'goods_or_proof',
      rolls: false,
    },
    {
      ruleId: 'GB-same-means',
      kind: 'same_means',
      article: ccr('34(7)'),
      source: reg(34),
      effectiveFrom: since2014,
      text: 'The money goes back the way it was paid, unless the shopper expressly agreed otherwise.',
    },
    {
      ruleId: 'GB-deduction',
      kind: 'deduction',
      article: ccr('34(9) to (12)'),
      source: reg(34),
      effectiveFrom: since2014,
      text: 'The shop may keep back what the goods lost in value by handling beyond what a shop would allow, up to their price, and nothing when it did not tell of the right to cancel.',
    },
    {
      ruleId: 'GB-no-other-charge',
      kind: 'no_other_charge',
      article: ccr('29(1) and 34(8)'),
      source: reg(29),
      effectiveFrom: since2014,
      text: 'A cancellation costs the shopper nothing else: no restocking or handling fee.',
    },
    {
      ruleId: 'GB-short-term-reject',
      kind: 'short_term_reject',
      article: cra('20 and 22'),
      source: sec(22),
      effectiveFrom: since2015,
      text: 'Goods that do not conform may be rejected for a full refund within 30 days of delivery. Waiting for a repair or replacement stops the clock.',
      days: 30,
    },
    {
      ruleId: 'GB-guarantee',
      kind: 'guarantee',
      article: `${cra('19, 23 and 24')}; Limitation Act 1980 s. 5`,
      source: sec(19),
      effectiveFrom: since2015,
      text: `${limitation}: six years; ${presumption}`,
      goods: 'all',
      months: 72,
      presumedMonths: 6,
      presumedFromDeliveryDay: true,
      remedies: [
        ['repair', 'replacement'],
        ['price_reduction', 'termination'],
      ],
    },
    {
      ruleId: 'GB-guarantee-cost',
      kind: 'guarantee_cost',
      article: cra('20(8) and 23(2)'),
      source: sec(23),
      effectiveFrom: since2015,
      text: 'The trader bears the necessary costs of repair or replacement, and the reasonable costs of sending rejected goods back.',
    },
    {
      ruleId: 'GB-guarantee-refund',
      kind: 'guarantee_refund',
      article: cra('20(15)'),
      source: sec(20),
      effectiveFrom: since2015,
      text: 'The refund is paid within 14 days, beginning with the day on which the trader agrees that it is owed.',
      days: 14,
      countedFrom: 'agreed',
      firstDayCounts: true,
    },
  ],
  leftOut: [
    'A roll over weekends and holidays: the regulations have none.',
    'Whether the 30 days to reject were stopped by a repair or replacement (s. 22(6) to (8)), and goods that perish sooner.',
    'The Isle of Man and the Channel Islands.',
    'Deductions for the use of goods rejected after six months.',
  ],
};

export const gbScotland: LawPack = {
  jurisdiction: 'GB-SCT',
  name: 'Scotland',
  rules: [
    {
      ruleId: 'GB-SCT-guarantee',
      kind: 'guarantee',
      article: `${cra('19, 23 and 24')}; Prescription and Limitation (Scotland) Act 1973 s. 6`,
      source: 'https://www.legislation.gov.uk/ukpga/1973/52/section/6',
      effectiveFrom: since2015,
      text: `${limitation}: five years; ${presumption}`,
      goods: 'all',
      months: 60,
      presumedMonths: 6,
      presumedFromDeliveryDay: true,
      remedies: [
        ['repair', 'replacement'],
        ['price_reduction', 'termination'],
      ],
    },
  ],
  leftOut: [],
};
