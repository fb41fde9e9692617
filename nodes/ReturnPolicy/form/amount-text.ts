import type { Amount } from '../../../lib/policy';
import { ReturnsError, currencyExponent, parseDecimal, toDecimal, type Money } from '../../../lib/returns';

/** What a policy's own amounts look like where they are plain numbers: `1500 minor units`. */
const minorUnits = /^(\d{1,15}) minor units?$/;
const withCurrency = /^(\S+)\s*([A-Z]{3})$/;

/**
 * Reads what a person types for an amount: `3`, `3.00` or `3,00` in the currency of the form; `3.00 EUR; 2.50 GBP` for
 * one amount in each currency that the shop sells in; `1500 minor units` for the number as the document has it.
 * @throws ReturnsError `invalid_input`
 */
export function readAmount(text: string, currency: string): Amount {
  const minor = minorUnits.exec(text.trim())?.[1];
  return minor === undefined ? readMoney(text, currency) : Number(minor);
}

/** The same for an amount that always has a currency. */
export function readMoney(text: string, currency: string): Money | readonly Money[] {
  const parts = text.split(';').map((part) => part.trim());
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return moneyOf(only, currency);
  return parts.filter((part) => part !== '').map((part) => moneyOf(part, currency));
}

function moneyOf(text: string, currency: string): Money {
  const [, number = text, named = currency] = withCurrency.exec(text) ?? [];
  if (named === '') {
    throw new ReturnsError('invalid_input', `"${text}" has no currency`, {
      description: 'Write it behind the amount, such as "3.00 EUR", or fill in the currency of the form.',
    });
  }
  const decimal = number.replace(',', '.');
  return parseDecimal(currencyExponent(named) === 0 ? decimal.replace(/\.0+$/, '') : decimal, named);
}

/** The text that reads as this amount. */
export function amountText(amount: Amount, currency: string): string {
  if (typeof amount === 'number') return `${amount} minor units`;
  if (isMoney(amount)) return moneyText(amount, currency);
  const texts = amount.map((money) => moneyText(money, ''));
  // A list of one is a list still.
  return texts.length === 1 ? `${texts.join('')};` : texts.join('; ');
}

const isMoney = (amount: Money | readonly Money[]): amount is Money => !Array.isArray(amount);

const moneyText = (money: Money, currency: string): string =>
  money.currency === currency ? toDecimal(money) : `${toDecimal(money)} ${money.currency}`;
