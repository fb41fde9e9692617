import { isoDay, parseDay, type Day } from '../calendar/day';
import { remember } from '../calendar/remember';
import { widestWeekOf, workingWeekOf, type WorkingWeek } from '../calendar/working-week';
import type { WithdrawalGround } from './facts';
import { homeOf, packsFor } from './packs';
import type { Statement } from './rights';
import type { GuaranteeRule, LawPack, LawRule, LawRuleKind, UndisclosedPolicyRule } from './rules';

type RuleOf<Kind extends LawRuleKind> = Extract<LawRule, { kind: Kind }>;

/** A rule in force, with its statement made once, alone and as a list. */
export type Enacted<Rule extends LawRule> = Rule & { readonly says: Statement; readonly saying: readonly Statement[] };

type EnactedKind<Kind extends LawRuleKind> = Enacted<RuleOf<Kind>> | undefined;

/** The law of one place for contracts of one day: of each kind the nearest pack's rule. */
export interface Law {
  readonly jurisdictions: readonly string[];
  readonly week: WorkingWeek;
  /** Where the part of the country is not known, or the country: the week in which a holiday of any is free. */
  readonly widestWeek: WorkingWeek;
  readonly scope: EnactedKind<'scope'>;
  readonly withdrawalPeriod: EnactedKind<'withdrawal_period'>;
  readonly missingInformation: EnactedKind<'missing_information'>;
  readonly exceptions: ReadonlyMap<WithdrawalGround, Enacted<RuleOf<'withdrawal_exception'>>>;
  readonly exceptionInformation: EnactedKind<'exception_information'>;
  readonly sentInTime: EnactedKind<'sent_in_time'>;
  readonly noWaiver: EnactedKind<'no_waiver'>;
  readonly sendBack: EnactedKind<'send_back'>;
  readonly returnCost: EnactedKind<'return_cost'>;
  readonly outboundDelivery: EnactedKind<'outbound_delivery'>;
  readonly withdrawalRefund: EnactedKind<'withdrawal_refund'>;
  readonly sameMeans: EnactedKind<'same_means'>;
  readonly deduction: EnactedKind<'deduction'>;
  readonly noOtherCharge: EnactedKind<'no_other_charge'>;
  readonly lateSurcharges: readonly Enacted<RuleOf<'late_surcharge'>>[];
  readonly guarantees: readonly Enacted<GuaranteeRule>[];
  readonly repairExtension: EnactedKind<'repair_extension'>;
  readonly guaranteeCost: EnactedKind<'guarantee_cost'>;
  readonly shortTermReject: EnactedKind<'short_term_reject'>;
  readonly guaranteeRefund: EnactedKind<'guarantee_refund'>;
  readonly undisclosedPolicies: readonly Enacted<UndisclosedPolicyRule>[];
  readonly duties: readonly Statement[];
  /** What answers rest on that are the same for every order, the deciding rule first. */
  readonly grounds: {
    readonly withdrawal: readonly Statement[];
    readonly lengthened: readonly Statement[];
    readonly guarantee: readonly Statement[];
    readonly repaired: readonly Statement[];
    readonly shortTermReject: readonly Statement[];
    readonly outOfScope: readonly Statement[];
  };
}

/** The laws of a place one after the other, the newest first, each with its first day. */
type Laws = readonly { readonly from: Day; readonly law: Law }[];

const lawsByPlace = new Map<string | undefined, Map<string | undefined, Laws>>();

/**
 * @param country ISO 3166-1, undefined when it is not known
 * @param region the part of ISO 3166-2 after the country
 * @param day of the contract; laws hold for contracts from their first day on
 */
export function lawAt(country: string | undefined, region: string | undefined, day: Day): Law {
  const byRegion = remember(lawsByPlace, country, () => new Map<string | undefined, Laws>());
  const laws = remember(byRegion, region, () => lawsOf(country, region));
  for (const { from, law } of laws) if (from <= day) return law;
  return enact([], 0, country, region);
}

function lawsOf(country: string | undefined, region: string | undefined): Laws {
  const packs = packsFor(country, region);
  const changes = packs.flatMap(({ rules }) =>
    rules.flatMap(({ effectiveFrom, effectiveTo = effectiveFrom }) => [effectiveFrom, effectiveTo]),
  );
  return [...new Set(changes)]
    .map((iso) => parseDay(iso) ?? 0)
    .sort((a, b) => b - a)
    .map((from) => ({ from, law: enact(packs, from, country, region) }));
}

function enact(packs: readonly LawPack[], day: Day, country: string | undefined, region: string | undefined): Law {
  const on = isoDay(day);
  const inForce = packs.flatMap((pack) => pack.rules.filter((rule) => isInForce(rule, on)).map(withStatement(pack)));
  const allOf = <Kind extends LawRuleKind>(kind: Kind): Enacted<RuleOf<Kind>>[] => inForce.filter(isOfKind(kind));
  /** Packs come nearest first, so the first of a kind is the one that holds. */
  const oneOf = <Kind extends LawRuleKind>(kind: Kind): EnactedKind<Kind> => allOf(kind)[0];
  const nearest = <Kind extends LawRuleKind>(kind: Kind): Enacted<RuleOf<Kind>>[] => {
    const found = allOf(kind);
    return found.filter(({ says }) => says.jurisdiction === found[0]?.says.jurisdiction);
  };
  const home = country === undefined ? undefined : homeOf(country);
  const week = workingWeekOf(home, region);
  const [period, reject] = [oneOf('withdrawal_period'), oneOf('short_term_reject')];
  const [missing, cost, extension] = [oneOf('missing_information'), oneOf('guarantee_cost'), oneOf('repair_extension')];
  const means = [oneOf('sent_in_time'), oneOf('return_cost')];
  return {
    jurisdictions: packs.map(({ jurisdiction }) => jurisdiction),
    week,
    widestWeek: region === undefined || home === undefined ? widestWeekOf(home) : week,
    scope: oneOf('scope'),
    withdrawalPeriod: oneOf('withdrawal_period'),
    missingInformation: oneOf('missing_information'),
    exceptions: new Map(
      allOf('withdrawal_exception')
        .reverse()
        .map((rule) => [rule.ground, rule]),
    ),
    exceptionInformation: oneOf('exception_information'),
    sentInTime: oneOf('sent_in_time'),
    noWaiver: oneOf('no_waiver'),
    sendBack: oneOf('send_back'),
    returnCost: oneOf('return_cost'),
    outboundDelivery: oneOf('outbound_delivery'),
    withdrawalRefund: oneOf('withdrawal_refund'),
    sameMeans: oneOf('same_means'),
    deduction: oneOf('deduction'),
    noOtherCharge: oneOf('no_other_charge'),
    lateSurcharges: nearest('late_surcharge'),
    guarantees: nearest('guarantee'),
    repairExtension: oneOf('repair_extension'),
    guaranteeCost: oneOf('guarantee_cost'),
    shortTermReject: oneOf('short_term_reject'),
    guaranteeRefund: oneOf('guarantee_refund'),
    undisclosedPolicies: nearest('undisclosed_policy'),
    duties: allOf('duty').map(({ says }) => says),
    grounds: {
      withdrawal: saying(period, ...means),
      lengthened: saying(missing, period, ...means),
      guarantee: saying(cost),
      repaired: saying(extension, cost),
      shortTermReject: saying(reject, cost),
      outOfScope: saying(oneOf('scope')),
    },
  };
}

/** The statements of the rules that there are. */
const saying = (...rules: readonly (Enacted<LawRule> | undefined)[]): Statement[] =>
  rules.flatMap((rule) => rule?.says ?? []);

const isInForce = ({ effectiveFrom, effectiveTo }: LawRule, on: string): boolean =>
  effectiveFrom <= on && (effectiveTo === undefined || on < effectiveTo);

const isOfKind =
  <Kind extends LawRuleKind>(kind: Kind) =>
  (rule: Enacted<LawRule>): rule is Enacted<RuleOf<Kind>> =>
    rule.kind === kind;

const statements = new WeakMap<LawRule, Statement>();

/** The same statement for a rule in every law that it is part of. */
const withStatement =
  ({ jurisdiction }: LawPack) =>
  (rule: LawRule): Enacted<LawRule> => {
    const says = statements.get(rule) ?? statementOf(rule, jurisdiction);
    statements.set(rule, says);
    return { ...rule, says, saying: [says] };
  };

function statementOf(rule: LawRule, jurisdiction: string): Statement {
  const { ruleId, article, source, effectiveFrom, effectiveTo, text } = rule;
  const dates = effectiveTo === undefined ? { effectiveFrom } : { effectiveFrom, effectiveTo };
  return { ruleId, jurisdiction, article, source, ...dates, text };
}
