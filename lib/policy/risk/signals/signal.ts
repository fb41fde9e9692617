import type { RiskPoint } from '../score';
import type { RiskView } from '../view';

export { counted } from '../../../returns';

/** What a signal saw. */
export interface Sight {
  /** How much of the signal's weight counts, 0 to 1. Never falls when more speaks against the shopper. */
  readonly severity: number;
  readonly saw: RiskPoint['saw'];
  /** The same in plain words; only asked for when it counts, because writing takes longer than looking. */
  readonly text: () => string;
}

/** What a signal saw, or the facts that it would need; none where it has nothing to look at. */
export type Look = Sight | { readonly needs: readonly string[] };

/** Looks at one thing that may speak against a return. Pure; never looks at who the shopper is. */
export type Signal = (view: RiskView) => Look;

export const isSight = (look: Look): look is Sight => 'severity' in look;

export const severityOf = (look: Look): number => (isSight(look) ? look.severity : 0);

/** `0.8333` is 83. */
export const percent = (share: number): number => Math.round(100 * share);
