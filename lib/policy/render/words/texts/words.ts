import type {
  Disposition,
  EvidenceKind,
  GoodsTrait,
  ItemState,
  ReturnMethod,
  TrackingStatus,
} from '../../../../returns';
import type { VocabularyWords } from '../../../../returns/words';
import type { FactName, KindOf } from '../../../facts';

/** A fact that is so or not so, as two sentences. */
export interface FlagWords {
  readonly yes: string;
  readonly no: string;
}

/**
 * How each fact is called, with its article and in the singular; a fact with several values in the form that stands
 * after `texts.has`.
 */
export type FactWords = { readonly [F in FactName]: KindOf<F> extends 'flag' ? FlagWords : string };

/** What a test says of a fact, as a sentence that may stand alone. ICU messages. */
export interface OperatorWords {
  readonly text: Readonly<
    Record<'is' | 'isNot' | 'startsWith' | 'startsNotWith' | 'contains' | 'containsNot' | 'given' | 'notGiven', string>
  >;
  readonly texts: Readonly<Record<'has' | 'hasAll' | 'hasNone' | 'lacksSome' | 'given' | 'notGiven', string>>;
  /** Of amounts and numbers. */
  readonly number: Readonly<
    Record<
      'is' | 'isNot' | 'above' | 'atLeast' | 'below' | 'atMost' | 'between' | 'outside' | 'given' | 'notGiven',
      string
    >
  >;
  readonly time: Readonly<
    Record<'before' | 'notBefore' | 'after' | 'notAfter' | 'between' | 'outside' | 'given' | 'notGiven', string>
  >;
  readonly flag: Readonly<Record<'given' | 'notGiven', string>>;
}

/** Words for what is not free text, without an article. */
export interface ValueWords extends VocabularyWords {
  readonly method: Readonly<Record<ReturnMethod, string>>;
  readonly initiator: Readonly<Record<'shopper' | 'gift_recipient' | 'agent' | 'shop' | 'marketplace', string>>;
  readonly premises: Readonly<Record<'distance' | 'off_premises' | 'in_store', string>>;
  readonly soldAs: Readonly<Record<'new' | 'used' | 'refurbished', string>>;
  readonly trait: Readonly<Record<GoodsTrait, string>>;
  readonly level: Readonly<Record<'low' | 'medium' | 'high', string>>;
  readonly address: Readonly<Record<'home' | 'business' | 'relay_point' | 'forwarder', string>>;
  readonly tracking: Readonly<Record<TrackingStatus, string>>;
  readonly disposition: Readonly<Record<Disposition, string>>;
  readonly party: Readonly<Record<'shopper' | 'carrier' | 'shop', string>>;
  readonly segment: Readonly<Record<'vip' | 'b2b' | 'subscriber' | 'ambassador' | 'new', string>>;
  readonly state: Readonly<Record<ItemState, string>>;
  /** ICU messages: `{count}` is how many. */
  readonly evidence: Readonly<Record<EvidenceKind, string>>;
}

/** What joins and wraps the words of a condition. ICU messages. */
export interface JoiningWords {
  /** A word of the shop, as a quotation. */
  readonly quoted: string;
  /** After a list that was cut. */
  readonly more: string;
  /** A season with its first and last day. */
  readonly season: string;
  /** A condition that always holds, and one that never can. */
  readonly always: string;
  readonly never: string;
  /** An amount or number that is not given in the currency at hand. */
  readonly noAmount: string;
}

export interface ConditionTexts {
  readonly operators: OperatorWords;
  readonly facts: FactWords;
  readonly values: ValueWords;
  readonly joining: JoiningWords;
}
