import type { Premises, WithdrawalGround } from './facts';
import type { Remedy, Statement } from './rights';

/** Every rule of a pack is a statement with the figures that a program needs of it. */
export type LawRule =
  | ScopeRule
  | WithdrawalPeriodRule
  | MissingInformationRule
  | WithdrawalExceptionRule
  | ExceptionInformationRule
  | SentInTimeRule
  | NoWaiverRule
  | SendBackRule
  | ReturnCostRule
  | OutboundDeliveryRule
  | WithdrawalRefundRule
  | SameMeansRule
  | DeductionRule
  | NoOtherChargeRule
  | LateSurchargeRule
  | GuaranteeRule
  | RepairExtensionRule
  | GuaranteeCostRule
  | ShortTermRejectRule
  | GuaranteeRefundRule
  | UndisclosedPolicyRule
  | DutyRule;

export type LawRuleKind = LawRule['kind'];

interface Rule<Kind extends string> extends Omit<Statement, 'jurisdiction'> {
  readonly kind: Kind;
}

/** Who is protected at all. */
export type ScopeRule = Rule<'scope'>;

export interface WithdrawalPeriodRule extends Rule<'withdrawal_period'> {
  readonly days: number;
  /** `us_business_days`: all but Sundays and federal holidays. */
  readonly counting: 'calendar_days' | 'us_business_days';
  readonly countedFrom: 'delivery' | 'contract';
  readonly premises: readonly Premises[];
  /** Contracts below this price, in minor units, are not under the rule. */
  readonly minimumMinor?: number;
  /** A last day on a Saturday, Sunday or public holiday moves to the next working day. */
  readonly rolls: boolean;
}

/** What happens to the period when the shopper was not told of the right, or told late. */
export interface MissingInformationRule extends Rule<'missing_information'> {
  readonly months: number;
}

export interface WithdrawalExceptionRule extends Rule<'withdrawal_exception'> {
  readonly ground: WithdrawalGround;
  /** What must be true besides the nature of the goods. */
  readonly onlyWhen?: 'unsealed' | 'digital_consent';
}

/** The shop says before the order which goods cannot be withdrawn from, or when no longer. */
export type ExceptionInformationRule = Rule<'exception_information'>;

/** A statement that was sent before the end of the period is in time. */
export type SentInTimeRule = Rule<'sent_in_time'>;

/** No term of the contract takes the right away. */
export type NoWaiverRule = Rule<'no_waiver'>;

/** By when the shopper sends the goods back after the statement. */
export interface SendBackRule extends Rule<'send_back'> {
  readonly days: number;
  readonly rolls: boolean;
}

/** The shopper pays the way back, unless the shop agreed to or did not tell him. */
export type ReturnCostRule = Rule<'return_cost'>;

/** Outbound delivery is paid back, up to the cheapest standard delivery on offer. */
export type OutboundDeliveryRule = Rule<'outbound_delivery'>;

export interface WithdrawalRefundRule extends Rule<'withdrawal_refund'> {
  readonly days: number;
  readonly countedFrom: 'informed' | 'goods_or_proof';
  readonly rolls: boolean;
}

export type SameMeansRule = Rule<'same_means'>;

export type DeductionRule = Rule<'deduction'>;

export type NoOtherChargeRule = Rule<'no_other_charge'>;

export interface SurchargeStep {
  /** Last day of lateness that the step covers; the last step has none. */
  readonly untilDay?: number;
  /** Of the sum owed; `legal_rate` is interest at the legal rate for the days of lateness. */
  readonly percent: number | 'legal_rate';
  /** What each month begun in this step adds. */
  readonly pointsPerMonth?: number;
}

export const surchargeSchedules = ['fr_withdrawal', 'fr_undelivered'] as const;
export type SurchargeSchedule = (typeof surchargeSchedules)[number];

export interface LateSurchargeRule extends Rule<'late_surcharge'> {
  readonly schedule: SurchargeSchedule;
  /** In order of lateness. */
  readonly steps: readonly SurchargeStep[];
  /** The surcharge stops at the price of the goods; after that only the legal rate runs on. */
  readonly cappedAtPrice: boolean;
}

export interface GuaranteeRule extends Rule<'guarantee'> {
  /** Which goods; a rule for used goods comes before one for all. */
  readonly goods: 'all' | 'used';
  readonly months: number;
  /** Within these months from delivery a defect is taken to have been there from the start. */
  readonly presumedMonths: number;
  /** The day of delivery is the first of the presumption. */
  readonly presumedFromDeliveryDay?: true;
  /** Months from delivery until the last claim for a defect that showed in time is barred. As `months` when absent. */
  readonly claimMonths?: number;
  /** Down to how many months shop and shopper may agree to shorten it for goods that are not new. */
  readonly agreedMonths?: number;
  readonly remedies: readonly (readonly Remedy[])[];
}

/** A repair under the guarantee makes it longer. */
export interface RepairExtensionRule extends Rule<'repair_extension'> {
  readonly months: number;
  readonly times: 'once' | 'every';
}

/** The shop bears what bringing goods into conformity costs, the way back included. */
export type GuaranteeCostRule = Rule<'guarantee_cost'>;

export interface ShortTermRejectRule extends Rule<'short_term_reject'> {
  readonly days: number;
}

export interface GuaranteeRefundRule extends Rule<'guarantee_refund'> {
  readonly days: number;
  readonly countedFrom: 'agreed' | 'goods_or_proof';
  /** The day of the event is the first of the period. */
  readonly firstDayCounts?: true;
}

/** A state's return right where the shop did not show its policy. */
export interface UndisclosedPolicyRule extends Rule<'undisclosed_policy'> {
  /** Counted from the purchase. */
  readonly days: number;
  readonly premises: readonly Premises[];
}

export type DutyRule = Rule<'duty'>;

/** What a marketplace promises the buyers of its sellers. */
export interface MarketplaceRule extends Rule<'marketplace_window'> {
  readonly channel: string;
  /** ISO 3166-1 codes, or `EEA`. */
  readonly markets: readonly string[];
  /** Counted from delivery. */
  readonly days: number;
  /** Only for goods that arrived damaged or are defective. */
  readonly forDefectsOnly: boolean;
  /** Goods that were sold used are out. */
  readonly onlyNew?: true;
}

export interface LawPack {
  /** `EU`, an ISO 3166-1 code, or `US-NY`. */
  readonly jurisdiction: string;
  readonly name: string;
  readonly rules: readonly LawRule[];
  /** What the pack knowingly does not say. */
  readonly leftOut: readonly string[];
}
