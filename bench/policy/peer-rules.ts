import { sellerFaultReasons } from '../../lib/returns';
import type { Answer } from './answer';
import type { BenchPolicy, Goods, Ground } from './bench-policy';
import type { PeerFacts } from './peer-facts';

/** One question about one fact; `has` asks a list for one of its entries. */
export interface Test {
  readonly fact: keyof PeerFacts;
  readonly operator: 'equal' | 'in' | 'notIn' | 'has' | 'above';
  readonly value: string | number | boolean | readonly string[];
}

export type Condition = Test | { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] };

/** A rule of a peer. What the law makes of the merchant's rules is written into its conditions. */
export interface PeerRule<Result extends string = Answer['outcome']> {
  readonly name: string;
  readonly result: Result;
  readonly when: Condition;
}

const is = (fact: 'withdrawable' | 'deliveryKnown', value: boolean): Test => ({ fact, operator: 'equal', value });
const later = (days: number): Test => ({ fact: 'days', operator: 'above', value: days });
const isFault: Test = { fact: 'reason', operator: 'in', value: [...sellerFaultReasons] };

/** The withdrawal period is over for certain. */
const over: readonly Condition[] = [is('withdrawable', false), is('deliveryKnown', true)];
/** It is over if the goods were delivered when they were sent. */
const perhapsOver: readonly Condition[] = [is('withdrawable', false), is('deliveryKnown', false)];

function goodsAre(goods: Goods): Condition {
  const tests = Object.entries({ category: goods.category, vendor: goods.vendor, type: goods.type });
  const all = tests.flatMap(([fact, value]): Condition[] =>
    value === undefined ? [] : [{ fact: factNamed(fact), operator: 'equal', value: value.toLowerCase() }],
  );
  const tag: Condition[] = goods.tag === undefined ? [] : [{ fact: 'tags', operator: 'has', value: goods.tag }];
  const both = [...all, ...tag];
  const [only, ...others] = both;
  return only !== undefined && others.length === 0 ? only : { all: both };
}

const factNamed = (name: string): 'category' | 'vendor' | 'type' =>
  name === 'category' || name === 'vendor' ? name : 'type';

const anyOf = (goods: readonly Goods[]): Condition => {
  const [only, ...others] = goods.map(goodsAre);
  return only !== undefined && others.length === 0 ? only : { any: goods.map(goodsAre) };
};

/** Every rule by itself, in the order of the document. What they say together is `answerFrom`'s to see. */
export function separateRules(policy: BenchPolicy): readonly PeerRule<Answer['outcome'] | 'fault'>[] {
  const { excepted, unsealed, commercial, windows, reviews } = partsOf(policy);
  return [
    { name: 'shop_at_fault', result: 'fault', when: isFault },
    ...excepted,
    ...unsealed.flatMap(({ name, when }): PeerRule[] => [
      { name, result: 'needs_info', when: unsealedAsks(when) },
      { name, result: 'reject', when: { all: [when, ...over] } },
    ]),
    ...commercial.map(({ name, when }): PeerRule => ({ name, result: 'reject', when: { all: [when, ...over] } })),
    ...windows.map(({ name, when }): PeerRule => ({ name, result: 'reject', when: { all: [when, ...over] } })),
    deliveryAsk(commercial, windows),
    ...reviews,
  ];
}

/** The same as a list of which the first that holds is the answer; none is an approval. */
export function orderedRules(policy: BenchPolicy): readonly PeerRule[] {
  const { excepted, unsealed, commercial, windows, reviews } = partsOf(policy);
  const refusals = [...unsealed, ...commercial, ...windows].map(({ name, when }): PeerRule => ({
    name,
    result: 'reject',
    when: { all: [when, ...over] },
  }));
  return [
    guarantee(excepted),
    ...excepted,
    ...unsealed.map(({ name, when }): PeerRule => ({
      name: `${name}.seal`,
      result: 'needs_info',
      when: unsealedAsks(when),
    })),
    deliveryAsk(commercial, windows),
    guarantee(refusals),
    ...refusals,
    ...reviews,
  ];
}

/** What the law makes of refusals where the shop is at fault. */
const guarantee = (refusals: readonly PeerRule[]): PeerRule => ({
  name: 'law.FR-guarantee',
  result: 'review',
  when: { all: [isFault, { any: refusals.map(({ when }) => when) }] },
});

const unsealedAsks = (goods: Condition): Condition => ({
  all: [goods, { any: [is('withdrawable', true), is('deliveryKnown', false)] }],
});

const deliveryAsk = (commercial: readonly PeerRule[], windows: readonly PeerRule[]): PeerRule => ({
  name: 'delivery-unknown',
  result: 'needs_info',
  when: { all: [...perhapsOver, { any: [...commercial, ...windows].map(({ when }) => when) }] },
});

const exceptedGrounds = ['personalised', 'perishable'] as const;

function partsOf({ exclusions, windows, usualDays, reviews }: BenchPolicy) {
  const excludedOn = (...grounds: readonly Ground[]): PeerRule[] =>
    exclusions
      .filter(({ ground }) => grounds.includes(ground))
      .map(({ id, goods }) => ({ name: `exclusion.${id}`, result: 'reject', when: anyOf(goods) }));
  const categories = windows.map(({ category }) => category.toLowerCase());
  const usual: Condition = { all: [{ fact: 'category', operator: 'notIn', value: categories }, later(usualDays)] };
  return {
    excepted: excludedOn(...exceptedGrounds),
    unsealed: excludedOn('hygiene_unsealed'),
    commercial: excludedOn('commercial'),
    windows: [
      ...windows.map(({ id, category, days }): PeerRule => ({
        name: `window.${id}`,
        result: 'reject',
        when: { all: [goodsAre({ category }), later(days)] },
      })),
      { name: 'window', result: 'reject', when: usual } satisfies PeerRule,
    ],
    reviews: reviews.map(({ id, goods, reasons, above }): PeerRule => {
      const all: Condition[] = [];
      if (goods !== undefined) all.push(goodsAre(goods));
      if (reasons !== undefined) all.push({ fact: 'reason', operator: 'in', value: reasons });
      if (above !== undefined) all.push({ fact: 'worth', operator: 'above', value: above });
      return { name: `routing.${id}`, result: 'review', when: { all } };
    }),
  };
}

/** The answer that follows from what fired: the law's part of it, in the few lines that no engine of rules has. */
export function answerFrom(
  policy: BenchPolicy,
): (fired: (result: Answer['outcome'] | 'fault') => string | undefined) => Answer {
  const excepted = new Set(partsOf(policy).excepted.map(({ name }) => name));
  return (fired) => {
    const [refusal, ask, doubt] = [fired('reject'), fired('needs_info'), fired('review')];
    const isAsked = ask !== undefined && !(refusal !== undefined && excepted.has(refusal));
    if (refusal !== undefined && fired('fault') !== undefined && !isAsked) {
      return { outcome: 'review', rule: 'law.FR-guarantee' };
    }
    if (refusal !== undefined && !isAsked) return { outcome: 'reject', rule: refusal };
    if (ask !== undefined) return { outcome: 'needs_info', rule: undefined };
    return doubt === undefined ? { outcome: 'approve', rule: undefined } : { outcome: 'review', rule: doubt };
  };
}

/** The answer of each of the rules of which the first that holds decides; its names are unique but for the law's. */
export function answersOf(rules: readonly PeerRule[]): (name: string | undefined) => Answer {
  const approval: Answer = { outcome: 'approve', rule: undefined };
  const byName = new Map(
    rules.map(({ name, result }) => [name, { outcome: result, rule: result === 'needs_info' ? undefined : name }]),
  );
  return (name) => (name === undefined ? approval : (byName.get(name) ?? approval));
}
