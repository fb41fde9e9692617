import type { z } from 'zod/v4';
import { itemStates, resolutions, returnReasons, type Money } from '../../returns';
import { isPlainObject } from '../document/check-condition';
import type { Amount } from '../document/condition';
import { exclusionSchema } from '../document/exclusions';
import { feeRuleSchema } from '../document/fees';
import { canonicalJson } from '../document/hash';
import { itemConditionSchema } from '../document/item-conditions';
import { keepItemRuleSchema } from '../document/keep-item';
import { methodRuleSchema, resolutionRuleSchema } from '../document/offers';
import type { Policy } from '../document/policy-schema';
import { routingRuleSchema } from '../document/routing';
import { windowRuleSchema } from '../document/windows';
import type { PolicyForm } from './policy-form';
import {
  exclusionRules,
  feeRules,
  goodsOf,
  itemConditionRules,
  keepItemRules,
  methodRules,
  resolutionRules,
  routingRules,
  windowRules,
  wordsOf,
} from './slots';

/** How many leading rules of each part the form stands for. */
export type Taken = Readonly<
  Record<
    | 'windows'
    | 'extensions'
    | 'exclusions'
    | 'itemConditions'
    | 'fees'
    | 'resolutions'
    | 'methods'
    | 'routing'
    | 'keepItem',
    number
  >
>;

type Change = Partial<PolicyForm>;

/**
 * Reads the fields of the form out of the leading rules of each part. A field is taken only if it gives back exactly
 * the rules it was read from.
 */
export function readForm(policy: Policy): { form: PolicyForm; taken: Taken } {
  const { days, from, unit, graceDays } = policy.windows.default;
  let form: PolicyForm = {
    name: policy.name,
    version: policy.version,
    ...(policy.effectiveFrom !== undefined && { effectiveFrom: policy.effectiveFrom }),
    ...(policy.currency !== undefined && { currency: policy.currency }),
    timeZone: policy.timeZone,
    window: { days, from, unit, graceDays },
    ...(Object.keys(policy.disclosures).length > 0 && { disclosures: { ...policy.disclosures } }),
  };
  /** Takes the change that stands for the most leading rules. */
  const take = <R>(
    rules: readonly R[],
    write: (form: PolicyForm) => readonly unknown[],
    schema: z.ZodType<R>,
    changes: readonly Change[],
  ): number => {
    for (const change of changes) {
      const candidate = { ...form, ...change };
      const written = write(candidate);
      if (written.length === 0 || !isPrefix(written, rules, schema)) continue;
      form = candidate;
      return written.length;
    }
    return 0;
  };
  const taken = {
    windows: take(policy.windows.rules, windowRules, windowRuleSchema, prefixes(policy.windows.rules, readWindows)),
    extensions: 0,
    exclusions: take(policy.exclusions, exclusionRules, exclusionSchema, prefixes(policy.exclusions, readExclusions)),
    itemConditions: take(policy.itemConditions, itemConditionRules, itemConditionSchema, readItemConditions(policy)),
    fees: take(policy.fees.rules, feeRules, feeRuleSchema, readFee(policy)),
    resolutions: take(
      policy.resolutions,
      resolutionRules,
      resolutionRuleSchema,
      prefixes(policy.resolutions, readResolutions),
    ),
    methods: take(policy.methods, methodRules, methodRuleSchema, prefixes(policy.methods, readMethods)),
    routing: take(policy.routing, routingRules, routingRuleSchema, readRouting(policy)),
    keepItem: take(policy.keepItem, keepItemRules, keepItemRuleSchema, readKeepItem(policy)),
  };
  const extensions = plainExtensions(policy);
  return {
    form: extensions.length > 0 ? { ...form, extensions } : form,
    taken: { ...taken, extensions: extensions.length },
  };
}

function isPrefix<R>(written: readonly unknown[], rules: readonly R[], schema: z.ZodType<R>): boolean {
  if (written.length > rules.length) return false;
  return written.every((rule, index) => {
    const read = schema.safeParse(rule);
    return read.success && canonicalJson(read.data) === canonicalJson(rules[index]);
  });
}

/** Changes for ever fewer leading rules, the most first: a rule that the form cannot show ends what it shows. */
function prefixes<R>(rules: readonly R[], read: (rule: R) => Row | undefined): readonly Change[] {
  const rows: Row[] = [];
  for (const rule of rules) {
    const row = read(rule);
    if (row === undefined) break;
    rows.push(row);
  }
  return rows.map((_, index) => merge(rows.slice(0, rows.length - index)));
}

type Row =
  | { readonly field: 'categoryWindows'; readonly row: NonNullable<PolicyForm['categoryWindows']>[number] }
  | { readonly field: 'exclusions'; readonly row: NonNullable<PolicyForm['exclusions']>[number] }
  | { readonly field: 'resolutions'; readonly row: NonNullable<PolicyForm['resolutions']>[number] }
  | { readonly field: 'methods'; readonly row: NonNullable<PolicyForm['methods']>[number] };

const merge = (rows: readonly Row[]): Change => {
  const [first] = rows;
  return first === undefined ? {} : { [first.field]: rows.map(({ row }) => row) };
};

type RuleOf<Part extends keyof Policy> = Policy[Part] extends readonly (infer R)[] ? R : never;

function readWindows({ id, when, days }: Policy['windows']['rules'][number]): Row | undefined {
  const words = when?.['line.category'];
  const categories = typeof words === 'string' ? [words] : wordsOf(words);
  return categories && { field: 'categoryWindows', row: { id, categories, days } };
}

function readExclusions({ id, when, ground }: RuleOf<'exclusions'>): Row | undefined {
  const goods = goodsOf(when);
  return goods && { field: 'exclusions', row: { id, ground, ...goods } };
}

function readResolutions({ resolution, bonus, exchange, paidAt }: RuleOf<'resolutions'>): Row {
  return {
    field: 'resolutions',
    row: {
      resolution,
      ...(bonus?.percent !== undefined && { bonusPercent: bonus.percent }),
      ...(exchange && { exchange }),
      paidAt,
    },
  };
}

function readMethods({ method, when }: RuleOf<'methods'>): Row {
  const countries = wordsOf(when?.['order.country']);
  return { field: 'methods', row: { method, ...(countries && { countries }) } };
}

function plainExtensions({ windows: { extensions } }: Policy): NonNullable<PolicyForm['extensions']> {
  const end = extensions.findIndex(({ when }) => when !== undefined);
  return extensions
    .slice(0, end === -1 ? extensions.length : end)
    .map(({ id, boughtFrom, boughtTo, until }) => ({ id, boughtFrom, boughtTo, until }));
}

function readItemConditions({ itemConditions }: Policy): readonly Change[] {
  const [first, second] = itemConditions;
  const requires = first && { requires: first.requires.filter(isItemState), otherwise: first.otherwise };
  const photosOf = (rule: typeof first): Change =>
    rule?.proof?.photos === undefined ? {} : { photosOfFaults: rule.proof.photos };
  return [
    ...(requires ? [{ itemCondition: requires, ...photosOf(second) }, { itemCondition: requires }] : []),
    photosOf(first),
  ];
}

const isItemState = (state: string): state is (typeof itemStates)[number] =>
  itemStates.some((known) => known === state);

/** The rules that make returns free, by the id that the form gives them, up to the flat fee. */
function readFee({ fees: { rules } }: Policy): readonly Change[] {
  const flat = rules.findIndex(({ id, amount }) => id === 'flat' && amount !== undefined);
  const amount = rules[flat]?.amount;
  if (amount === undefined) return [];
  const whenOf = (id: string): Readonly<Record<string, unknown>> => ({
    ...rules.slice(0, flat).find((rule) => rule.id === id)?.when,
  });
  const freeForResolutions = wordsOf(whenOf('free-for-resolution')['return.resolution'])?.filter(isOneOf(resolutions));
  const freeForReasons = wordsOf(whenOf('free-for-reason')['return.reason'])?.filter(isOneOf(returnReasons));
  const freeAbove = amountOf(whenOf('free-above')['return.worth'], 'atLeast');
  const freeForSegments = wordsOf(whenOf('free-for-segment')['customer.segments']);
  const freeAfterOrders = amountOf(whenOf('free-after-orders')['customer.orders'], 'atLeast');
  return [
    {
      fee: {
        amount,
        ...(freeForResolutions && { freeForResolutions }),
        ...(freeForReasons && { freeForReasons }),
        ...(freeAbove !== undefined && { freeAbove }),
        ...(freeForSegments && { freeForSegments }),
        ...(typeof freeAfterOrders === 'number' && { freeAfterOrders }),
      },
    },
  ];
}

function readRouting({ routing }: Policy): readonly Change[] {
  const changes: Change[] = [{}];
  let review: NonNullable<PolicyForm['review']> = {};
  let change: Change = {};
  for (const { id, when } of routing) {
    const goods = id === 'goods' ? goodsOf(when) : undefined;
    const reasons = id === 'reason' ? wordsOf(when?.['return.reason'])?.filter(isOneOf(returnReasons)) : undefined;
    const above = id === 'above' ? amountOf(when?.['return.worth'], 'above') : undefined;
    const fastLanes = id === 'fast-lane' ? wordsOf(when?.['customer.segments']) : undefined;
    if (goods) review = { ...review, goods };
    else if (reasons) review = { ...review, reasons };
    else if (above !== undefined) review = { ...review, above };
    else if (fastLanes) change = { ...change, fastLanes };
    else break;
    change = { ...change, ...(Object.keys(review).length > 0 && { review }) };
    changes.unshift(change);
  }
  return changes;
}

function readKeepItem({ keepItem: [first] }: Policy): readonly Change[] {
  const below = amountOf(first?.when?.['return.worth'], 'below');
  if (first?.label === undefined || below === undefined) return [];
  const { label, handling, gradeLoss } = first;
  return [{ keepItem: { below, label, ...(handling && { handling }), gradeLoss } }];
}

const isOneOf =
  <T extends string>(known: readonly T[]) =>
  (word: string): word is T =>
    known.some((other) => other === word);

function amountOf(test: unknown, key: string): Amount | undefined {
  const value = isPlainObject(test) ? test[key] : undefined;
  if (typeof value === 'number' || isMoney(value)) return value;
  return Array.isArray(value) && value.every(isMoney) ? value : undefined;
}

const isMoney = (value: unknown): value is Money =>
  isPlainObject(value) && typeof value['amount'] === 'number' && typeof value['currency'] === 'string';
