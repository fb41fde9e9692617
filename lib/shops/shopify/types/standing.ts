import type { Decision, Exchange, Label, Refund } from '../../../returns';
import type { ReturnDossier } from './returns';

/** What has been done for a return in Shopify. */
export type StandingWord = 'approved' | 'labelled' | 'received' | 'refunded' | 'exchanged';

/** How far a return has come in Shopify, for whoever carries it on. */
export interface ReturnStanding {
  /** In this order; empty while it is only requested. */
  readonly done: readonly StandingWord[];
  /** What the shopper sends it back with. Its price is not known, and stands as zero. */
  readonly label?: Label;
  /** All that was paid back, where nothing is left to pay. */
  readonly refund?: Refund;
  /** What was sent, where nothing is left to send. */
  readonly exchange?: Exchange;
  /** Why a person is to look before anything is carried on, each a clause of a sentence. */
  readonly doubts: readonly string[];
  /** The order in Shopify's admin, where its returns are shown. */
  readonly adminUrl: string;
}

/** A return with what is left of it as the request, and the decision that Shopify shows to have been taken. */
export interface StandingDossier extends ReturnDossier {
  readonly standing: ReturnStanding;
  readonly decision?: Decision;
}
