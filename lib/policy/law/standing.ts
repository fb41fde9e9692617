import type { Deadline } from '../calendar/zone';
import type { LegalFactName, LegalFacts, LegalLine } from './facts';
import type { Right, RightStatus, Statement } from './rights';

/** What a period is counted from. */
export interface Start {
  readonly at: number;
  /** The true event came later, or nobody knows it: the period counted from here ends too early. */
  readonly guessed: boolean;
}

/** When a line arrived; where nobody knows, the contract stands in as the latest event that surely came before. */
export function arrivalOf({ contractAt, deliveredAt, deliveryGuessed = false }: LegalFacts, line: LegalLine): Start {
  const at = line.deliveredAt ?? deliveredAt;
  return at === undefined ? { at: contractAt, guessed: true } : { at, guessed: deliveryGuessed };
}

export interface Standing {
  readonly status: Extract<RightStatus, 'open' | 'undecided' | 'ended'>;
  readonly needs: readonly LegalFactName[];
}

/** No fact is wanted. Shared, because most answers want none. */
export const nothing: readonly never[] = [];

export const open: Standing = { status: 'open', needs: nothing };
export const ended: Standing = { status: 'ended', needs: nothing };
const wantsDelivery: Standing = { status: 'undecided', needs: ['deliveredAt'] };

/** Where a request stands to a period. A guessed start ends nothing: then the true delivery decides. */
export function standing(requestedAt: number, { at }: Deadline, guessed: boolean): Standing {
  if (requestedAt <= at) return open;
  return guessed ? wantsDelivery : ended;
}

/** A right that is not over yet may still want something else. */
export function alsoWanting(stand: Standing, needs: readonly LegalFactName[]): Standing {
  if (stand.status === 'ended' || needs.length === 0) return stand;
  return { status: 'undecided', needs: [...stand.needs, ...needs] };
}

/** The law that is known grants nothing of the kind. */
export const noRight = (statements: readonly Statement[] = nothing): Right => ({
  status: 'none',
  needs: nothing,
  assumed: nothing,
  returnCost: 'unknown',
  statements,
});
