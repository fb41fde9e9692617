import { amountByCurrency, pairOf } from '../../engine/operands';
import { everyNumber, noNumber } from './intervals';
import { isNoNumber, meetNumbers, numbersBetween, type NumberSet } from './number-set';

/** Values of an amount by the currency of the order. */
export interface MoneySet {
  readonly kind: 'money';
  readonly byCurrency: ReadonlyMap<string, NumberSet>;
  /** In all other currencies. */
  readonly others: NumberSet;
}

const numbers = (within: NumberSet['within'], unknown: boolean): NumberSet => ({ kind: 'number', within, unknown });

const inCurrency = ({ byCurrency, others }: MoneySet, currency: string): NumberSet =>
  byCurrency.get(currency) ?? others;

export function meetAmounts(one: MoneySet, other: MoneySet): MoneySet {
  const currencies = new Set([...one.byCurrency.keys(), ...other.byCurrency.keys()]);
  return {
    kind: 'money',
    byCurrency: new Map(
      [...currencies].map((currency) => [
        currency,
        meetNumbers(inCurrency(one, currency), inCurrency(other, currency)),
      ]),
    ),
    others: meetNumbers(one.others, other.others),
  };
}

export const isNoAmount = ({ byCurrency, others }: MoneySet): boolean =>
  isNoNumber(others) && [...byCurrency.values()].every(isNoNumber);

/**
 * Amounts of which a test is true, or false; in a currency that it does not name it is neither.
 * @param orUnknown those too of which it is neither
 */
export function amountsOf(
  operator: string,
  operand: unknown,
  isTrue: boolean,
  orUnknown: boolean,
  currency: string | undefined,
): MoneySet {
  if (operator === 'exists') {
    const isKnown = isTrue === (operand === true);
    return { kind: 'money', byCurrency: new Map(), others: numbers(isKnown ? everyNumber : noNumber, !isKnown) };
  }
  const [first, second] = operator === 'between' ? pairOf(operand) : [operand, operand];
  const [lows, highs] = [amountByCurrency(first, currency), amountByCurrency(second, currency)];
  const byCurrency = new Map<string, NumberSet>();
  for (const [code, low] of lows) {
    const high = highs.get(code);
    if (high !== undefined) byCurrency.set(code, numbers(numbersBetween(operator, low, high, isTrue), orUnknown));
  }
  return { kind: 'money', byCurrency, others: numbers(orUnknown ? everyNumber : noNumber, orUnknown) };
}
