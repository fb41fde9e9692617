import { numberOf, pairOf } from '../../engine/operands';
import { between, everyNumber, meetIntervals, noNumber, outside, type Intervals } from './intervals';

/** Values of a number that is known or not. */
export interface NumberSet {
  readonly kind: 'number';
  readonly within: Intervals;
  readonly unknown: boolean;
}

export const meetNumbers = (one: NumberSet, other: NumberSet): NumberSet => ({
  kind: 'number',
  within: meetIntervals(one.within, other.within),
  unknown: one.unknown && other.unknown,
});

export const isNoNumber = ({ within, unknown }: NumberSet): boolean => !unknown && within.length === 0;

/** The numbers of which a test is true, or false. */
export function numbersOf(operator: string, operand: unknown, isTrue: boolean): Intervals {
  if (operator === 'exists') return isTrue === (operand === true) ? everyNumber : noNumber;
  const [low, high] = operator === 'between' ? pairOf(operand).map(numberOf) : [numberOf(operand), numberOf(operand)];
  return numbersBetween(operator, low ?? 0, high ?? 0, isTrue);
}

/** @param operator any but `exists`; the ends of all but `between` are equal */
export function numbersBetween(operator: string, low: number, high: number, isTrue: boolean): Intervals {
  const stretch = stretchOf(operator, low, high);
  const [first] = stretch;
  return isTrue === (operator !== 'not') ? stretch : first === undefined ? everyNumber : outside(first);
}

function stretchOf(operator: string, low: number, high: number): Intervals {
  switch (operator) {
    case 'above':
      return between(low, Infinity, false);
    case 'atLeast':
      return between(low, Infinity);
    case 'below':
      return between(-Infinity, high, true, false);
    case 'atMost':
      return between(-Infinity, high);
    default:
      return between(low, high);
  }
}
