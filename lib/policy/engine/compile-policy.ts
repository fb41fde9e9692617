import type { Condition } from '../document/condition';
import type { Policy } from '../document/policy-schema';
import type { WithdrawalGround } from '../law';
import { compileCondition, testsOf, type CompiledCondition } from './condition';
import { isLegalGround } from './legal-ground';
import { policyCalendar, type PolicyCalendar } from './policy-calendar';
import { FactSlots } from './reading';
import { RuleIndex } from './rule-index';

/** A rule with the name that the trace gives it, such as `exclusion.final-sale`. */
export interface CompiledRule<R = unknown> {
  readonly name: string;
  readonly rule: R;
  readonly condition: CompiledCondition;
}

type RuleOf<List extends readonly unknown[]> = List[number];
type Index<List extends readonly unknown[]> = RuleIndex<CompiledRule<RuleOf<List>>>;
export type CompiledWindow = CompiledRule<Policy['windows']['default']>;

/** A policy with everything worked out once that does not depend on a request. */
export interface CompiledPolicy {
  readonly policy: Policy;
  readonly slots: FactSlots;
  readonly calendar: PolicyCalendar;
  readonly windows: RuleIndex<CompiledWindow>;
  readonly defaultWindow: CompiledWindow;
  readonly extensions: Index<Policy['windows']['extensions']>;
  readonly exclusions: Index<Policy['exclusions']>;
  /** Exclusions that name a ground of law. A risk score says nothing of what goods are: one that asks for it names none. */
  readonly legalGrounds: ReadonlyMap<CompiledRule, WithdrawalGround>;
  readonly itemConditions: Index<Policy['itemConditions']>;
  readonly fees: Index<Policy['fees']['rules']>;
  readonly resolutions: Index<Policy['resolutions']>;
  readonly methods: Index<Policy['methods']>;
  readonly cases: Index<Policy['cases']>;
  /** The threshold from which on a person looks, where the policy has one. */
  readonly risk: Index<Policy['routing']>;
  readonly routing: Index<Policy['routing']>;
  readonly keepItem: Index<Policy['keepItem']>;
  /** Whether lines can belong together. */
  readonly hasTogether: boolean;
}

const compiledPolicies = new WeakMap<Policy, CompiledPolicy>();
/** One policy decides many requests, and this is found faster than an entry of a map. */
let latest: CompiledPolicy | undefined;

/** The compiled form of a policy, made on first use and kept for as long as the policy lives. */
export function compiledPolicy(policy: Policy): CompiledPolicy {
  if (latest?.policy === policy) return latest;
  const compiled = compiledPolicies.get(policy) ?? compilePolicy(policy);
  compiledPolicies.set(policy, compiled);
  latest = compiled;
  return compiled;
}

/** Makes functions and tables of a policy as `parsePolicy` gave it. */
export function compilePolicy(policy: Policy): CompiledPolicy {
  const context = { slots: new FactSlots(), currency: policy.currency };
  const ruleOf = <R extends Identified>(part: string, rule: R): CompiledRule<R> => ({
    name: `${part}.${rule.id}`,
    rule,
    condition: compileCondition(context, rule.when),
  });
  const indexOf = <R extends Identified>(part: string, rules: readonly R[]): RuleIndex<CompiledRule<R>> =>
    new RuleIndex(rules.map((rule) => ruleOf(part, rule)));
  const exclusions = indexOf('exclusion', policy.exclusions);
  return {
    policy,
    slots: context.slots,
    calendar: policyCalendar(policy),
    windows: indexOf('window', policy.windows.rules),
    defaultWindow: { name: 'window', rule: policy.windows.default, condition: compileCondition(context, undefined) },
    extensions: indexOf('extension', policy.windows.extensions),
    exclusions,
    legalGrounds: legalGroundsOf(exclusions.rules),
    itemConditions: indexOf('condition', policy.itemConditions),
    fees: indexOf('fee', policy.fees.rules),
    resolutions: indexOf('resolution', policy.resolutions),
    methods: indexOf('method', policy.methods),
    cases: indexOf('case', policy.cases),
    risk: indexOf('risk', riskRules(policy)),
    routing: indexOf('routing', policy.routing),
    keepItem: indexOf('keep', policy.keepItem),
    hasTogether: policy.together.bundles.comeBack === 'together' || policy.together.promotionGifts.comeBack,
  };
}

function legalGroundsOf(
  rules: readonly CompiledRule<RuleOf<Policy['exclusions']>>[],
): ReadonlyMap<CompiledRule, WithdrawalGround> {
  const grounds = new Map<CompiledRule, WithdrawalGround>();
  for (const rule of rules) {
    const { ground } = rule.rule;
    const asksRisk = testsOf(rule.condition).some(({ name }) => name.startsWith('risk.'));
    if (isLegalGround(ground) && !asksRisk) grounds.set(rule, ground);
  }
  return grounds;
}

interface Identified {
  readonly id: string;
  readonly when?: Condition | undefined;
}

/** The threshold of the part `risk` as a rule on which the trace can tell what it saw. */
function riskRules({ risk }: Policy): Policy['routing'] {
  const reviewFrom = risk?.reviewFrom;
  if (reviewFrom === undefined) return [];
  return [{ id: 'review-from', when: { 'risk.score': { atLeast: reviewFrom } }, outcome: 'review', priority: 0 }];
}
