import type { Outcome } from '../../returns';

/** Why a past case cannot be judged. */
export const unjudgedReasons = [
  'unreadable',
  'no_request',
  'no_order',
  'no_decision',
  'impossible',
  'facts_missing',
] as const;
export type UnjudgedReason = (typeof unjudgedReasons)[number];

/** A number under the earlier decisions and under the draft. */
export interface BeforeAfter<T = number> {
  readonly before: T;
  readonly after: T;
}

/** Sums of one currency, in minor units. What a review or a question would pay back if it were approved is in them. */
export interface ReplayMoney {
  readonly currency: string;
  readonly cases: number;
  readonly refundable: BeforeAfter;
  readonly fee: BeforeAfter;
  /** The part of `refundable` that is approved without a person. */
  readonly approved: BeforeAfter;
}

/** What about a decision is another. */
export const changedAspects = ['outcome', 'refundable', 'fee', 'keepItem', 'resolutions', 'methods'] as const;
export type ChangedAspect = (typeof changedAspects)[number];

export interface ReplaySide {
  readonly outcome: Outcome;
  /** As the trace names it: `window.shoes`; `unknown` where an old decision did not write it down. */
  readonly rule: string;
  /** What the rule says, where the policy is at hand and says it. */
  readonly words?: string;
}

/** One past case that the draft decides differently: nothing in it tells whose it is. */
export interface ReplayExample {
  readonly case: string;
  readonly requestedAt: string;
  readonly country?: string;
  readonly lines: readonly { readonly sku?: string; readonly category?: string; readonly reason: string }[];
  readonly aspects: readonly ChangedAspect[];
  readonly currency: string;
  readonly refundable: BeforeAfter;
  readonly fee: BeforeAfter;
}

/** Cases that were decided by one rule and are decided by another, or otherwise by the same. */
export interface ReplayGroup {
  readonly before: ReplaySide;
  readonly after: ReplaySide;
  readonly cases: number;
  readonly money: readonly ReplayMoney[];
  readonly examples: readonly ReplayExample[];
}

export interface ReplayPolicy {
  readonly name: string;
  readonly version: string;
  readonly hash?: string | undefined;
}

export interface ReplayReport {
  /** With what the draft is compared: another policy, or the decisions as they were made. */
  readonly against: 'policy' | 'recorded';
  readonly current?: ReplayPolicy;
  readonly draft: ReplayPolicy;
  readonly replayedAt: string;
  /** First and last request among the cases that were judged. */
  readonly requested?: { readonly from: string; readonly to: string };
  /** All cases: `same`, `changed` and those that could not be judged. */
  readonly cases: number;
  readonly same: number;
  /** Of those with the same decision: how many another rule decides. */
  readonly sameByAnotherRule: number;
  readonly changed: number;
  /** How many cases went from one outcome to another, or kept theirs. */
  readonly outcomes: readonly { readonly before: Outcome; readonly after: Outcome; readonly cases: number }[];
  /** How many cases changed in what; one case may change in several ways. */
  readonly aspects: readonly { readonly aspect: ChangedAspect; readonly cases: number }[];
  /** Of all cases that could be judged. */
  readonly money: readonly ReplayMoney[];
  /** Changes by the rules that decide, the most cases first. */
  readonly groups: readonly ReplayGroup[];
  /** Changed cases whose rules are beyond the number of groups that a report keeps. */
  readonly ungrouped: number;
  readonly unjudged: readonly {
    readonly reason: UnjudgedReason;
    readonly cases: number;
    /** What was wrong or missing, with the number of cases; the most first. */
    readonly details: readonly { readonly what: string; readonly cases: number }[];
  }[];
}
