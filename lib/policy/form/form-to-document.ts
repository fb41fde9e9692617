import type { PolicyDocument } from '../document/policy-schema';
import type { PolicyForm } from './policy-form';
import {
  exclusionRules,
  feeRules,
  itemConditionRules,
  keepItemRules,
  methodRules,
  resolutionRules,
  routingRules,
  windowRules,
} from './slots';

/**
 * The document that a form stands for. The rules of the form come first in every part, then those of `rest`. It is
 * checked by `parsePolicy`, like every document.
 */
export function formToDocument(form: PolicyForm): PolicyDocument {
  const { name, version, effectiveFrom, currency, timeZone, window, extensions = [], disclosures, rest = {} } = form;
  return {
    ...rest,
    name,
    version,
    ...(effectiveFrom !== undefined && { effectiveFrom }),
    ...(currency !== undefined && { currency }),
    ...(timeZone !== undefined && { timeZone }),
    ...(disclosures !== undefined && { disclosures }),
    windows: {
      default: { ...window },
      rules: [...windowRules(form), ...(rest.windows?.rules ?? [])],
      extensions: [...extensions.map((extension) => ({ ...extension })), ...(rest.windows?.extensions ?? [])],
    },
    exclusions: [...exclusionRules(form), ...(rest.exclusions ?? [])],
    itemConditions: [...itemConditionRules(form), ...(rest.itemConditions ?? [])],
    fees: { ...rest.fees, rules: [...feeRules(form), ...(rest.fees?.rules ?? [])] },
    resolutions: [...resolutionRules(form), ...(rest.resolutions ?? [])],
    methods: [...methodRules(form), ...(rest.methods ?? [])],
    routing: [...routingRules(form), ...(rest.routing ?? [])],
    keepItem: [...keepItemRules(form), ...(rest.keepItem ?? [])],
  };
}
