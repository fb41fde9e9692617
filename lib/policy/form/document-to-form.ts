import { canonicalJson } from '../document/hash';
import { parsePolicy } from '../document/parse';
import type { Policy, PolicyDocument } from '../document/policy-schema';
import type { PolicyForm } from './policy-form';
import { readForm, type Taken } from './read-form';

/**
 * A policy as the form shows it, and in `rest` whatever the form has no field for. The way back is exact:
 * `parsePolicy(formToDocument(documentToForm(policy)))` is the policy.
 */
export function documentToForm(policy: Policy): PolicyForm {
  const { form, taken } = readForm(policy);
  const rest = restOf(policy, taken);
  return Object.keys(rest).length > 0 ? { ...form, rest } : form;
}

/** Parts that the form shows whole, or that are put together again below. */
const inForm = new Set(['name', 'version', 'effectiveFrom', 'currency', 'timeZone', 'windows', 'disclosures']);

function restOf(policy: Policy, taken: Taken): Partial<PolicyDocument> {
  const { windows, fees } = policy;
  const rules = windows.rules.slice(taken.windows);
  const extensions = windows.extensions.slice(taken.extensions);
  const left: Partial<Policy> = {
    ...policy,
    exclusions: policy.exclusions.slice(taken.exclusions),
    itemConditions: policy.itemConditions.slice(taken.itemConditions),
    fees: { ...fees, rules: fees.rules.slice(taken.fees) },
    resolutions: policy.resolutions.slice(taken.resolutions),
    methods: policy.methods.slice(taken.methods),
    routing: policy.routing.slice(taken.routing),
    keepItem: policy.keepItem.slice(taken.keepItem),
  };
  const usual = new Map(Object.entries(nothingElse()).map(([part, value]) => [part, canonicalJson(value)]));
  const kept = Object.entries(left).filter(
    ([part, value]) => !inForm.has(part) && canonicalJson(value) !== usual.get(part),
  );
  // What has been read is frozen; a form is there to be changed.
  const rest: Partial<PolicyDocument> = structuredClone(Object.fromEntries(kept));
  if (rules.length + extensions.length === 0) return rest;
  return { ...rest, windows: structuredClone({ default: windows.default, rules, extensions }) };
}

let shortest: Policy | undefined;

/** A policy that says nothing but its days. */
function nothingElse(): Policy {
  shortest ??= parsePolicy({ name: 'nothing', version: '1', windows: { default: { days: 0 } } });
  return shortest;
}
