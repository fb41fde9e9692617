import type { Decision } from '../returns';
import type { PaidLine } from './refund-plan';

type DecidedLine = Decision['lines'][number];

/** A line as it was decided, beside what of it is paid back. */
export interface Arrival {
  readonly decided: DecidedLine;
  readonly paid: PaidLine | undefined;
}

/** Pairs the lines of a decision with those that are paid back; a line that is named twice comes in the same order in both. */
export function arrivalsOf(decided: readonly DecidedLine[], paid: readonly PaidLine[]): Arrival[] {
  const left = [...paid];
  return decided.map((line) => {
    const place = left.findIndex(({ orderLineId }) => orderLineId === line.orderLineId);
    return { decided: line, paid: place < 0 ? undefined : left.splice(place, 1)[0] };
  });
}

/** Every unit that was decided on has come back. */
export const isComplete = ({ decided: { quantity = Infinity }, paid }: Arrival): boolean =>
  paid !== undefined && paid.quantity >= quantity;
