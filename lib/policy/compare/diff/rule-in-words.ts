import type { Policy } from '../../document/policy-schema';
import { casePart, routingPart } from './parts/routing';
import { exclusionPart, itemConditionPart } from './parts/refusals';
import { extensionPart, periodOf, windowPart } from './parts/windows';
import { feePart, keepItemPart } from './parts/fees';
import { methodPart, resolutionPart } from './parts/offers';
import type { AnyRule, RulePart } from './rule-part';
import { said } from './say';

type Teller = (policy: Policy, id: string) => string | undefined;

const telling =
  <R extends AnyRule>(part: RulePart<R>): Teller =>
  (policy, id) => {
    const rule = part.rules(policy).find((one) => one.id === id);
    return rule && said(part.tell(rule, part.about(rule.when, policy)));
  };

const tellers: Readonly<Record<string, Teller>> = {
  window: telling(windowPart),
  extension: telling(extensionPart),
  exclusion: telling(exclusionPart),
  condition: telling(itemConditionPart),
  fee: telling(feePart),
  resolution: telling(resolutionPart),
  method: telling(methodPart),
  case: telling(casePart),
  routing: telling(routingPart),
  keep: telling(keepItemPart),
};

/** What decides where no rule of a list does. */
const others: Readonly<Record<string, (policy: Policy) => string>> = {
  window: ({ windows }) =>
    windows.rules.length === 0
      ? `All goods can be sent back within ${periodOf(windows.default)}.`
      : `Goods that no other rule names can be sent back within ${periodOf(windows.default)}.`,
  mixed_lines: () => 'Some lines of the request can be approved and others not.',
  resolutions: () => 'What the shopper asks for is not offered.',
  methods: () => 'The way to send back that the shopper asks for is not offered.',
  'risk.review-from': ({ risk }) => `From a risk score of ${risk?.reviewFrom ?? 0} on, a person decides.`,
};

/**
 * What a rule says, in a sentence.
 * @param name as the trace names it, e.g. `window.shoes`
 * @returns undefined for a name that the policy does not have, such as that of a rule of law
 */
export function ruleInWords(policy: Policy, name: string): string | undefined {
  const other = Object.hasOwn(others, name) ? others[name] : undefined;
  if (other !== undefined) return other(policy);
  const dot = name.indexOf('.');
  const part = name.slice(0, dot);
  return Object.hasOwn(tellers, part) ? tellers[part]?.(policy, name.slice(dot + 1)) : undefined;
}
