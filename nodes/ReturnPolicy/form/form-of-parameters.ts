import { z } from 'zod/v4';
import type { PolicyDocument, PolicyForm } from '../../../lib/policy';
import { defined, parseWith } from '../../../lib/returns';
import { parseJson } from '../../shared/parameters';
import { readAmount, readMoney } from './amount-text';
import { formParametersSchema, type ReadFormParameters } from './form-parameters';

type Rules = ReadFormParameters['rules'];

/**
 * The form as the policy engine knows it, out of the parameters of the node.
 * @throws ReturnsError `invalid_input` naming the field that does not fit
 */
export function formOfParameters(parameters: unknown): PolicyForm {
  const { policyName, policyVersion, windowDays, rules } = parseWith(
    formParametersSchema,
    parameters,
    'the form of the policy',
  );
  const { currency, timeZone, effectiveFrom, windowFrom, windowUnit, graceDays, photosOfFaults, fastLanes } = rules;
  return defined({
    name: policyName,
    version: policyVersion,
    effectiveFrom: effectiveFrom || undefined,
    currency: currency || undefined,
    timeZone: timeZone || undefined,
    window: { days: windowDays, from: windowFrom, unit: windowUnit, graceDays },
    categoryWindows: rules.windows.window.map(({ category, days, furtherCategories, id }) =>
      defined({
        id: id || undefined,
        categories: [category, ...furtherCategories].filter((word) => word !== ''),
        days,
      }),
    ),
    extensions: rules.extensions.extension,
    exclusions: rules.exclusions.exclusion.map(exclusionOf),
    itemCondition: rules.itemCondition.condition && defined(rules.itemCondition.condition),
    photosOfFaults,
    fee: feeOf(rules),
    disclosures: disclosuresOf(rules),
    resolutions: rules.resolutions.resolution.map(({ bonusPercent, ...offer }) =>
      defined({ ...offer, bonusPercent: bonusPercent === '' ? undefined : Number(bonusPercent) }),
    ),
    methods: rules.methods.method,
    review: reviewOf(rules),
    fastLanes,
    keepItem: keepItemOf(rules),
    rest: restOf(rules.furtherRules),
  });
}

function exclusionOf({
  match,
  categories,
  tags,
  skus,
  ground,
  id,
}: Rules['exclusions']['exclusion'][number]): NonNullable<PolicyForm['exclusions']>[number] {
  if (match !== '')
    return { id: id || match, ground, categories: [match, ...categories], tags: [match, ...tags], skus };
  return defined({ id: id || undefined, ground, categories, tags, skus });
}

function feeOf({ fee, currency, ...rules }: Rules): PolicyForm['fee'] {
  if (fee === '') return undefined;
  const { freeForResolutions, freeForReasons, freeForSegments, freeAfterOrders } = rules;
  return defined({
    amount: readMoney(fee, currency),
    freeForResolutions,
    freeForReasons,
    freeForSegments,
    freeAbove: rules.freeAbove === '' ? undefined : readAmount(rules.freeAbove, currency),
    freeAfterOrders,
  });
}

/** Who fills in a fee here tells shoppers of it before they order, unless the form says otherwise. */
function disclosuresOf({ told, notTold, fee, exclusions }: Rules): PolicyForm['disclosures'] {
  const usual = [
    ...(fee === '' ? [] : ['returnFee']),
    ...(exclusions.exclusion.some(({ ground }) => ground === 'digital') ? ['digitalConsent'] : []),
  ];
  const entries = [
    ...(told ?? usual).map((name): [string, boolean] => [name, true]),
    ...notTold.map((name): [string, boolean] => [name, false]),
  ];
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function reviewOf(rules: Rules): PolicyForm['review'] {
  const { reviewCategories: categories, reviewTags: tags, reviewSkus: skus, reviewReasons, reviewAbove } = rules;
  const hasGoods = categories.length + tags.length + skus.length > 0;
  return defined({
    goods: hasGoods ? { categories, tags, skus } : undefined,
    reasons: reviewReasons,
    above: reviewAbove === '' ? undefined : readAmount(reviewAbove, rules.currency),
  });
}

function keepItemOf({ keepItem: { keep }, currency }: Rules): PolicyForm['keepItem'] {
  if (keep === undefined) return undefined;
  return defined({
    below: readAmount(keep.below, currency),
    label: readMoney(keep.label, currency),
    handling: keep.handling === '' ? undefined : readMoney(keep.handling, currency),
    gradeLoss: keep.gradeLoss,
  });
}

const rules = z.array(z.unknown()).optional();

/** Lists where the form has rules of its own to set before them; what stands in them the policy's own schema checks. */
const restSchema = z.lazy(() =>
  z
    .looseObject({
      windows: z.looseObject({ rules, extensions: rules }).optional(),
      fees: z.looseObject({ rules }).optional(),
      exclusions: rules,
      itemConditions: rules,
      resolutions: rules,
      methods: rules,
      routing: rules,
      keepItem: rules,
    })
    .pipe(z.custom<Partial<PolicyDocument>>()),
);

function restOf(furtherRules: unknown): PolicyForm['rest'] {
  const value = typeof furtherRules === 'string' ? readText(furtherRules) : furtherRules;
  return value === undefined || value === null ? undefined : parseWith(restSchema, value, '"Further Rules"');
}

const readText = (text: string): unknown => (text.trim() === '' ? undefined : parseJson(text, 'Further Rules'));
