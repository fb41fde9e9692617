import type { FeeRule } from '../../../document/fees';
import type { KeepItemRule } from '../../../document/keep-item';
import { percentInWords } from '../../../render/words/values';
import { goodsOf } from '../goods';
import { figure, type RulePart } from '../rule-part';
import { amounts } from '../say';

const percent = (value: number): string => percentInWords(value, 'en');

const feeFor = { return_shipping: 'for the way back', restocking: 'for putting goods back into stock' } as const;

function price({ free, amount, percent: share, per }: FeeRule): string {
  if (free === true) return 'nothing';
  if (share !== undefined) return `${percent(share)} of their price`;
  return `${amounts(amount)} per ${per}`;
}

const limitsOf = ({ minimum, cap, kind }: FeeRule): string =>
  [
    ...(minimum === undefined ? [] : [`at least ${amounts(minimum)}`]),
    ...(cap === undefined ? [] : [`at most ${amounts(cap)}`]),
    ...(kind === 'restocking' ? [feeFor.restocking] : []),
  ]
    .map((limit) => `, ${limit}`)
    .join('');

export const feePart: RulePart<FeeRule> = {
  path: 'fees.rules',
  trace: 'fee',
  noun: 'fee',
  rules: ({ fees }) => fees.rules,
  about: goodsOf,
  tell: (rule, about) => `sending back ${about} costs ${price(rule)}${limitsOf(rule)}`,
  aspects: [
    {
      fields: ['free', 'amount', 'percent', 'per'],
      words: (before, after, about) => `sending back ${about} now costs ${price(after)} instead of ${price(before)}`,
    },
    figure<FeeRule, 'minimum'>('minimum', 'the least fee', amounts),
    figure<FeeRule, 'cap'>('cap', 'the highest fee', amounts),
    {
      fields: ['kind'],
      words: (before, after, about) =>
        `the fee for ${about} is now kept ${feeFor[after.kind]} instead of ${feeFor[before.kind]}`,
    },
  ],
  order: 'first_decides',
  effect: ({ id: _id, when: _when, ...effect }) => effect,
};

const worths = { paid: 'what was paid for them', cost: 'what they cost the shop' } as const;

export const keepItemPart: RulePart<KeepItemRule> = {
  path: 'keepItem',
  trace: 'keep',
  noun: 'rule on keeping goods',
  rules: ({ keepItem }) => keepItem,
  about: goodsOf,
  tell: ({ always, label, handling, gradeLoss, paymentFee, worth }, about) =>
    always === true
      ? `the shopper keeps ${about}, whatever the way back would cost`
      : `the shopper keeps ${about} when their way back costs more than ${worths[worth]} (label ${amounts(label)}, handling ${amounts(handling)}, loss of worth ${percent(gradeLoss)}, payment fee ${percent(paymentFee)})`,
  aspects: [
    {
      fields: ['always'],
      words: (_before, after, about) =>
        after.always === true
          ? `the shopper now keeps ${about} whatever the way back would cost`
          : `the shopper now keeps ${about} only when their way back costs too much`,
    },
    figure<KeepItemRule, 'label'>('label', 'the reckoned cost of a label', amounts),
    figure<KeepItemRule, 'handling'>('handling', 'the reckoned cost of handling a unit', amounts),
    figure<KeepItemRule, 'gradeLoss'>('gradeLoss', 'the reckoned loss of worth', percent),
    figure<KeepItemRule, 'paymentFee'>('paymentFee', 'the reckoned payment fee', percent),
    {
      fields: ['worth'],
      words: (before, after, about) =>
        `the cost of the way back of ${about} is now held against ${worths[after.worth]} instead of ${worths[before.worth]}`,
    },
  ],
  order: 'first_decides',
  effect: ({ id: _id, when: _when, ...effect }) => effect,
};
