import type { Deadline } from '../calendar/zone';
import type { LegalFactName, WithdrawalGround } from './facts';
import type { SurchargeSchedule } from './rules';

/** One sentence of law with where it stands. The same object every time: compare and index by identity or `ruleId`. */
export interface Statement {
  readonly ruleId: string;
  readonly jurisdiction: string;
  readonly article: string;
  /** Where the text can be read, on an official site. */
  readonly source: string;
  /** ISO date from which contracts are under this rule. */
  readonly effectiveFrom: string;
  /** ISO date of the first day on which they are not any more. */
  readonly effectiveTo?: string;
  /** The rule in plain words. */
  readonly text: string;
}

/**
 * - `open`: the law grants it. No merchant's rule, no score may refuse it.
 * - `undecided`: it turns on `needs`, or a person has to look. Until then nobody may refuse it.
 * - `ended`: it was there; the period is over.
 * - `excepted`: the law itself takes these goods out.
 * - `none`: the law that this package knows grants no such right here.
 */
export type RightStatus = 'open' | 'undecided' | 'ended' | 'excepted' | 'none';

export type Payer = 'trader' | 'consumer' | 'unknown';

export interface Right {
  readonly status: RightStatus;
  readonly endsAt?: Deadline;
  /** Facts that are not known and would decide. Empty while `undecided`: a person has to look. */
  readonly needs: readonly LegalFactName[];
  /** Facts that were not known and were taken in the shop's usual favour or the shopper's, as the docs say. */
  readonly assumed: readonly LegalFactName[];
  /** Who bears the cost of sending the goods back. */
  readonly returnCost: Payer;
  /** What the answer rests on, the deciding rule first. */
  readonly statements: readonly Statement[];
}

export interface Withdrawal extends Right {
  /** The day of this event does not count. */
  readonly countedFrom?: {
    readonly event: 'delivery' | 'first_of_series' | 'contract' | 'information';
    readonly at: number;
  };
  /** The period is counted from an earlier event than the true one, and so ends too early. */
  readonly guessed: boolean;
  /** Which exception took the line out, or may. */
  readonly ground?: WithdrawalGround;
}

/** What a shopper may ask for, in the order in which the law has it. */
export type Remedy = 'repair' | 'replacement' | 'price_reduction' | 'termination' | 'refund';

export interface Guarantee extends Right {
  /** Until then a defect is taken to have been there from the start. */
  readonly presumedUntil?: Deadline;
  readonly remedies: readonly (readonly Remedy[])[];
}

/** May be kept from a refund on withdrawal for handling beyond what a shop would allow. */
export interface Deduction {
  readonly allowed: boolean;
  /** What is missing for it. */
  readonly needs: readonly LegalFactName[];
  readonly statements: readonly Statement[];
}

export interface MarketplaceRight extends Right {
  /** Only for goods that arrived damaged or are defective. */
  readonly forDefectsOnly: boolean;
}

export interface LineRights {
  readonly lineId: string;
  readonly withdrawal: Withdrawal;
  readonly guarantee: Guarantee;
  /** United Kingdom: rejecting goods that do not conform within 30 days. */
  readonly shortTermReject: Guarantee;
  /** United States: the return that a state grants where the shop did not show its policy. */
  readonly undisclosedPolicy: Right;
  /** What a marketplace promises its buyers; a contract, not a law. */
  readonly marketplace: MarketplaceRight;
  readonly deduction: Deduction;
}

export interface OutboundRefund {
  /** The least that has to be paid back of the outbound delivery. */
  readonly amountMinor: number;
  /** The least once the whole order has come back. */
  readonly wholeOrderMinor: number;
  /** The law is disputed here and a merchant may choose to be kinder. */
  readonly disputed: boolean;
  readonly assumed: readonly LegalFactName[];
  readonly statements: readonly Statement[];
}

export interface RefundDeadline {
  readonly days: number;
  readonly countedFrom: 'informed' | 'goods_or_proof' | 'agreed';
  /** Last instant to pay back by law; absent while its event has not happened. */
  readonly endsAt?: Deadline;
  /** The same without the roll over weekends and holidays: who pays by then is early in every reading of the law. */
  readonly safelyBy?: Deadline;
  /** The shop may hold the refund until this event; absent where it may not hold it. */
  readonly withholdUntil?: 'goods_or_proof' | undefined;
  /** Whether the shop may hold it now. */
  readonly mayWithhold: boolean;
  readonly statements: readonly Statement[];
}

/** Whether a rule holds for this order, and what says so. */
export interface Finding {
  readonly yes: boolean;
  readonly statements: readonly Statement[];
}

export interface Rights {
  /** Codes of the packs that apply, the nearest first: `['FR', 'EU']`. Empty: this package knows no law there. */
  readonly jurisdictions: readonly string[];
  readonly lines: readonly LineRights[];
  readonly outbound: OutboundRefund;
  /** Refund after a withdrawal, where there is one. */
  readonly withdrawalRefund: RefundDeadline | undefined;
  /** Refund for goods that do not conform, where the law sets a time. */
  readonly guaranteeRefund: RefundDeadline | undefined;
  /** By when the shopper sends the goods back after a withdrawal. */
  readonly sendBack:
    { readonly days: number; readonly endsAt: Deadline; readonly statements: readonly Statement[] } | undefined;
  /** Credit instead of money only with the shopper's express consent. */
  readonly creditNeedsConsent: Finding;
  /** Nothing may be kept from a refund on withdrawal but an allowed deduction: no restocking fee. */
  readonly feeForbidden: Finding;
  /** No term such as "final sale" or "original packaging only" takes the withdrawal away. */
  readonly noWaiver: Finding;
  /** Which schedules of `lateRefundSurcharge` hold for late refunds. */
  readonly lateSurcharges: readonly { readonly schedule: SurchargeSchedule; readonly statement: Statement }[];
  /** What the shop has to show or tell. */
  readonly duties: readonly Statement[];
}

/** Nobody may refuse it: the law grants it, or a fact that would decide is missing. */
export const isProtected = ({ status }: Right): boolean => status === 'open' || status === 'undecided';
