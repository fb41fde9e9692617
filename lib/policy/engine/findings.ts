import type { EvidenceKind, ItemState } from '../../returns';
import type { Deadline } from '../calendar/zone';
import type { CaseRule } from '../document/cases';
import type { Exclusion } from '../document/exclusions';
import type { ItemCondition } from '../document/item-conditions';
import type { RoutingRule } from '../document/routing';
import type { FeeRule } from '../document/fees';
import type { AskedLine } from './asked-lines';
import type { CompiledPolicy, CompiledRule, CompiledWindow } from './compile-policy';
import type { OrderTimes } from './order-times';
import type { Reading } from './reading';

/** An event that days are counted from, or the nearest earlier one that is known. */
export interface Start {
  readonly event: 'delivery' | 'last_parcel' | 'shipment' | 'order';
  readonly at: number;
  /** The wanted event is not known and this one came before it: a period counted from here ends too early. */
  readonly guessed: boolean;
}

/** The merchant's window of one line. */
export interface Window {
  readonly rule: CompiledWindow;
  readonly start: Start;
  readonly end: Deadline;
  /** The last instant at which a request is accepted all the same; `end` where there are no days of grace. */
  readonly graceEnd: Deadline;
  /** The season that made the window longer. */
  readonly extension: CompiledRule | undefined;
}

/** What speaks against a line. */
export type Refusal =
  | { readonly cause: 'exclusion'; readonly name: string; readonly exclusion: Exclusion }
  | { readonly cause: 'window'; readonly name: string }
  | { readonly cause: 'condition'; readonly name: string; readonly condition: ItemCondition; readonly state: ItemState }
  | { readonly cause: 'routing'; readonly name: string; readonly routing: RoutingRule | CaseRule }
  | { readonly cause: 'together'; readonly name: string; readonly what: Together };

/** What a person has to look at. */
export interface Doubt {
  readonly name: string;
  readonly because: 'review' | 'condition' | 'together' | 'currency' | 'seal' | 'guarantee' | 'law';
  readonly rule?: RoutingRule | CaseRule | ItemCondition;
  readonly state?: ItemState;
}

/** What the shopper is asked before anything is decided. */
export type Ask =
  | { readonly kind: 'question'; readonly name: string; readonly rule: RoutingRule | CaseRule }
  | { readonly kind: 'proof'; readonly name: string; readonly evidence: EvidenceKind; readonly count: number }
  | { readonly kind: 'state'; readonly name: string; readonly state: ItemState }
  | { readonly kind: 'resolution'; readonly name: string }
  | { readonly kind: 'method'; readonly name: string }
  | { readonly kind: 'together'; readonly name: string; readonly what: Together };

/** Lines that belong together and do not all come back. */
export interface Together {
  readonly kind: 'bundle' | 'promotion_gift';
  /** Titles of the lines that are missing. */
  readonly missing: readonly string[];
}

/**
 * A rule that what is not known leaves open, and the part of the policy that it belongs to. An exclusion on a ground
 * that the law knows is apart: it matters even where the law grants returns.
 */
export interface OpenRule {
  readonly part:
    'case' | 'exclusion' | 'legal_exclusion' | 'window' | 'condition' | 'routing' | 'fee' | 'resolution' | 'method';
  readonly rule: CompiledRule;
}

const none: readonly never[] = [];

/** What the merchant's rules say of one line, before the law is asked. */
export class LineFindings {
  apart: CompiledRule<CaseRule> | undefined;
  window: Window | undefined;
  /** The delivery is not known, and the line is late if it was delivered at the event that is known. */
  perhapsLate = false;
  excluded: readonly CompiledRule<Exclusion>[] = none;
  refusals: readonly Refusal[] = none;
  doubts: readonly Doubt[] = none;
  asks: readonly Ask[] = none;
  open: readonly OpenRule[] = none;
  /** The rule that approves in so many words. */
  approval: { readonly name: string; readonly lane: string | undefined } | undefined;
  fee: CompiledRule<FeeRule> | undefined;
  lane: string | undefined;

  constructor(readonly entry: AskedLine) {}

  refuse(refusal: Refusal): void {
    this.refusals = [...this.refusals, refusal];
  }

  doubt(doubt: Doubt): void {
    this.doubts = [...this.doubts, doubt];
  }

  ask(ask: Ask): void {
    this.asks = [...this.asks, ask];
  }

  leaveOpen(part: OpenRule['part'], rules: readonly CompiledRule[]): void {
    this.open = [...this.open, ...rules.map((rule) => ({ part, rule }))];
  }
}

/** A request with everything that its lines share. */
export interface RequestFindings {
  readonly compiled: CompiledPolicy;
  readonly reading: Reading;
  readonly times: OrderTimes;
  readonly lines: readonly LineFindings[];
  /** What the shopper paid for everything that comes back, in minor units. */
  readonly worth: number;
}
