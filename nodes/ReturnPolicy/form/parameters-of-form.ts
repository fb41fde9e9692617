import type { PolicyForm } from '../../../lib/policy';
import { defined, sellerFaultReasons } from '../../../lib/returns';
import { amountText } from './amount-text';
import { disclosureNames, type FormParameters } from './form-parameters';

type Rules = NonNullable<FormParameters['rules']>;

/** The fields of the node for a form: read back, they give the same document. What is as usual is left out. */
export function parametersOfForm(form: PolicyForm): FormParameters {
  const { name, version, currency = '', timeZone, effectiveFrom, window, rest } = form;
  const { extensions, exclusions, resolutions, methods, photosOfFaults, itemCondition, keepItem } = form;
  const rows = {
    window: unlessEmpty(form.categoryWindows?.map(windowRow)),
    extension: unlessEmpty(extensions?.map((extension) => ({ ...extension }))),
    exclusion: unlessEmpty(exclusions?.map(exclusionRow)),
    resolution: unlessEmpty(resolutions?.map(resolutionRow)),
    method: unlessEmpty(methods?.map(methodRow)),
  };
  return {
    policyName: name,
    policyVersion: version,
    windowDays: window.days,
    rules: defined({
      currency,
      timeZone,
      effectiveFrom,
      windowFrom: unlessUsual(window.from, 'delivery'),
      windowUnit: unlessUsual(window.unit, 'days'),
      graceDays: unlessUsual(window.graceDays, 0),
      windows: rows.window && { window: rows.window },
      extensions: rows.extension && { extension: rows.extension },
      exclusions: rows.exclusion && { exclusion: rows.exclusion },
      itemCondition: itemCondition && {
        condition: defined({ requires: [...itemCondition.requires], otherwise: itemCondition.otherwise }),
      },
      photosOfFaults,
      ...feeFields(form, currency),
      ...disclosureFields(form),
      resolutions: rows.resolution && { resolution: rows.resolution },
      methods: rows.method && { method: rows.method },
      ...reviewFields(form, currency),
      fastLanes: unlessEmpty(form.fastLanes),
      keepItem: keepItem && { keep: keepItemFields(keepItem, currency) },
      furtherRules: rest && JSON.stringify(rest, undefined, 2),
    }),
  };
}

const unlessUsual = <T>(value: T | undefined, usual: T): T | undefined => (value === usual ? undefined : value);

const unlessEmpty = <T>(list: readonly T[] | undefined): T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : [...list];

type WindowRow = NonNullable<NonNullable<Rules['windows']>['window']>[number];

function windowRow({ id, categories, days }: NonNullable<PolicyForm['categoryWindows']>[number]): WindowRow {
  const [category = '', ...furtherCategories] = categories;
  return defined({
    category,
    days,
    furtherCategories: unlessEmpty(furtherCategories),
    id: id === categories.join(', ') ? undefined : id,
  });
}

type ExclusionRow = NonNullable<NonNullable<Rules['exclusions']>['exclusion']>[number];

/** One word that is looked for among categories and tags alike is the field "Category or Tag". */
function exclusionRow(row: NonNullable<PolicyForm['exclusions']>[number]): ExclusionRow {
  const { id, ground = 'commercial', categories = [], tags = [], skus = [] } = row;
  const [match] = categories;
  const isMatch =
    match !== undefined && [categories, tags].every(([word, ...more]) => word === match && more.length === 0);
  if (isMatch && skus.length === 0) return defined({ match, ground, id: id === match ? undefined : id });
  return defined({
    categories: unlessEmpty(categories),
    tags: unlessEmpty(tags),
    skus: unlessEmpty(skus),
    ground,
    id,
  });
}

function feeFields({ fee }: PolicyForm, currency: string): Partial<Rules> {
  if (fee === undefined) return {};
  const { amount, freeAbove, freeForResolutions = [], freeForReasons = [], freeForSegments, freeAfterOrders } = fee;
  return {
    fee: amountText(amount, currency),
    ...(freeAbove !== undefined && { freeAbove: amountText(freeAbove, currency) }),
    ...(!isSame(freeForResolutions, ['exchange']) && { freeForResolutions: [...freeForResolutions] }),
    ...(!isSame(freeForReasons, sellerFaultReasons) && { freeForReasons: [...freeForReasons] }),
    ...(freeForSegments && { freeForSegments: [...freeForSegments] }),
    ...(freeAfterOrders !== undefined && { freeAfterOrders }),
  };
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, index) => word === other[index]);

function disclosureFields({ disclosures = {} }: PolicyForm): Partial<Rules> {
  const named = (value: boolean): (typeof disclosureNames)[number][] =>
    disclosureNames.filter((name) => disclosures[name] === value);
  const notTold = named(false);
  return { told: named(true), ...(notTold.length > 0 && { notTold }) };
}

function reviewFields({ review = {} }: PolicyForm, currency: string): Partial<Rules> {
  const { goods = {}, reasons, above } = review;
  return defined({
    reviewCategories: unlessEmpty(goods.categories),
    reviewTags: unlessEmpty(goods.tags),
    reviewSkus: unlessEmpty(goods.skus),
    reviewReasons: unlessEmpty(reasons),
    reviewAbove: above === undefined ? undefined : amountText(above, currency),
  });
}

type ResolutionRow = NonNullable<NonNullable<Rules['resolutions']>['resolution']>[number];

const resolutionRow = ({ bonusPercent, ...offer }: NonNullable<PolicyForm['resolutions']>[number]): ResolutionRow =>
  defined({ ...offer, bonusPercent: bonusPercent === undefined ? undefined : String(bonusPercent) });

type MethodRow = NonNullable<NonNullable<Rules['methods']>['method']>[number];

const methodRow = ({ method, countries }: NonNullable<PolicyForm['methods']>[number]): MethodRow =>
  defined({ method, countries: unlessEmpty(countries) });

type KeepFields = NonNullable<NonNullable<Rules['keepItem']>['keep']>;

const keepItemFields = (keepItem: NonNullable<PolicyForm['keepItem']>, currency: string): KeepFields =>
  defined({
    below: amountText(keepItem.below, currency),
    label: amountText(keepItem.label, currency),
    handling: keepItem.handling && amountText(keepItem.handling, currency),
    gradeLoss: keepItem.gradeLoss,
  });
