import { sellerFaultReasons } from '../../returns';
import { isPlainObject } from '../document/check-condition';
import type { Condition } from '../document/condition';
import type { PolicyDocument } from '../document/policy-schema';
import type { GoodsWords, PolicyForm } from './policy-form';

type Part<K extends keyof PolicyDocument> = NonNullable<PolicyDocument[K]>;
type WindowRules = NonNullable<PolicyDocument['windows']['rules']>;
type FeeRules = NonNullable<Part<'fees'>['rules']>;

/** The rules that fields of the form stand for. Each has an id of its own, by which it is known again. */

export const windowRules = (form: PolicyForm): WindowRules =>
  (form.categoryWindows ?? []).map(({ id, categories, days }) => ({
    id: id ?? categories.join(', '),
    when: { 'line.category': oneOrMore(categories) },
    days,
    ...(form.window.from !== undefined && { from: form.window.from }),
  }));

export const exclusionRules = (form: PolicyForm): Part<'exclusions'> =>
  (form.exclusions ?? []).map(({ id, ground = 'commercial', ...goods }) => ({
    id: id ?? nameOf(goods),
    ground,
    when: goodsCondition(goods),
  }));

export function itemConditionRules({ itemCondition, photosOfFaults }: PolicyForm): Part<'itemConditions'> {
  return [
    ...(itemCondition
      ? [
          {
            id: 'as-sold',
            requires: [...itemCondition.requires],
            ...(itemCondition.otherwise && { otherwise: itemCondition.otherwise }),
          },
        ]
      : []),
    ...(photosOfFaults !== undefined
      ? [{ id: 'show-faults', when: { 'return.reason': [...sellerFaultReasons] }, proof: { photos: photosOfFaults } }]
      : []),
  ];
}

export function feeRules({ fee }: PolicyForm): FeeRules {
  if (fee === undefined) return [];
  const free = (id: string, when: Condition | undefined): FeeRules => (when ? [{ id, when, free: true }] : []);
  const { freeForResolutions = [], freeForReasons = [], freeAbove, freeForSegments = [], freeAfterOrders } = fee;
  return [
    ...free('free-for-resolution', words('return.resolution', freeForResolutions)),
    ...free('free-for-reason', words('return.reason', freeForReasons)),
    ...free('free-above', freeAbove === undefined ? undefined : { 'return.worth': { atLeast: freeAbove } }),
    ...free('free-for-segment', words('customer.segments', freeForSegments)),
    ...free(
      'free-after-orders',
      freeAfterOrders === undefined ? undefined : { 'customer.orders': { exists: true, atLeast: freeAfterOrders } },
    ),
    { id: 'flat', amount: isList(fee.amount) ? [...fee.amount] : fee.amount },
  ];
}

export const resolutionRules = (form: PolicyForm): Part<'resolutions'> =>
  (form.resolutions ?? []).map(({ resolution, bonusPercent, exchange, paidAt }) => ({
    id: resolution,
    resolution,
    ...(bonusPercent !== undefined && { bonus: { percent: bonusPercent } }),
    ...(exchange !== undefined && { exchange }),
    ...(paidAt !== undefined && { paidAt }),
  }));

export const methodRules = (form: PolicyForm): Part<'methods'> =>
  (form.methods ?? []).map(({ method, countries = [] }) => ({
    id: method,
    method,
    ...(countries.length > 0 && { when: { 'order.country': [...countries] } }),
  }));

export function routingRules({ review = {}, fastLanes = [] }: PolicyForm): Part<'routing'> {
  const { goods, reasons = [], above } = review;
  const outcome = 'review' as const;
  return [
    ...(goods ? [{ id: 'goods', when: goodsCondition(goods), outcome }] : []),
    ...(reasons.length > 0 ? [{ id: 'reason', when: { 'return.reason': [...reasons] }, outcome }] : []),
    ...(above !== undefined ? [{ id: 'above', when: { 'return.worth': { above } }, outcome }] : []),
    ...(fastLanes.length > 0
      ? [
          {
            id: 'fast-lane',
            when: { 'customer.segments': [...fastLanes] },
            outcome: 'approve' as const,
            priority: 100,
            lane: 'fast',
          },
        ]
      : []),
  ];
}

export function keepItemRules({ keepItem }: PolicyForm): Part<'keepItem'> {
  if (keepItem === undefined) return [];
  const { below, label, handling, gradeLoss } = keepItem;
  return [
    {
      id: 'not-worth-it',
      when: { 'return.worth': { below } },
      label: isList(label) ? [...label] : label,
      ...(handling !== undefined && { handling: isList(handling) ? [...handling] : handling }),
      ...(gradeLoss !== undefined && { gradeLoss }),
    },
  ];
}

function words(
  fact: 'return.resolution' | 'return.reason' | 'customer.segments',
  list: readonly string[],
): Condition | undefined {
  return list.length > 0 ? { [fact]: [...list] } : undefined;
}

/** Goods are meant when any of the lists names them. */
export function goodsCondition({ categories = [], tags = [], skus = [] }: GoodsWords): Condition {
  const tests: Condition[] = [
    ...(categories.length > 0 ? [{ 'line.category': [...categories] }] : []),
    ...(tags.length > 0 ? [{ 'line.tags': [...tags] }] : []),
    ...(skus.length > 0 ? [{ 'line.sku': [...skus] }] : []),
  ];
  const [only, ...others] = tests;
  return only && others.length === 0 ? only : { any: tests };
}

/** The words of a condition that `goodsCondition` may have made. */
export function goodsOf(condition: unknown): GoodsWords | undefined {
  if (!isPlainObject(condition)) return undefined;
  const tests: readonly unknown[] = Array.isArray(condition['any']) ? condition['any'] : [condition];
  let goods: GoodsWords = {};
  for (const test of tests) {
    if (!isPlainObject(test)) return undefined;
    const [categories, tags, skus] = [test['line.category'], test['line.tags'], test['line.sku']].map(wordsOf);
    goods = { ...goods, ...(categories && { categories }), ...(tags && { tags }), ...(skus && { skus }) };
  }
  return goods;
}

export const wordsOf = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((word) => typeof word === 'string') ? value : undefined;

const nameOf = ({ categories = [], tags = [], skus = [] }: GoodsWords): string =>
  [...categories, ...tags, ...skus].join(', ').slice(0, 120) || 'goods';

const oneOrMore = (words: readonly string[]): string | string[] => {
  const [only, ...others] = words;
  return only !== undefined && others.length === 0 ? only : [...words];
};

export const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);
