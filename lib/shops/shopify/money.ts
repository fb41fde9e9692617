import { z } from 'zod/v4';
import { once } from '../../http';
import { currencySchema, isReturnsError, parseDecimal, ReturnsError, toDecimal, type Money } from '../../returns';

const moneyV2Schema = once(() => z.object({ amount: z.string(), currencyCode: currencySchema }));

/** Fields of a MoneyBag that are read: what the shopper saw and paid, never the shop's own currency. */
export const moneyBagFields = 'presentmentMoney { amount currencyCode }';

export const moneySchemaV2 = once(() =>
  moneyV2Schema().transform(({ amount, currencyCode }) => readAmount(amount, currencyCode)),
);

export const moneyBagSchema = once(() =>
  z.object({ presentmentMoney: moneySchemaV2() }).transform((bag) => bag.presentmentMoney),
);

function readAmount(amount: string, currency: string): Money {
  try {
    return parseDecimal(amount, currency);
  } catch (error) {
    if (!isReturnsError(error)) throw error;
    throw new ReturnsError('unexpected_answer', `Shopify named an amount that ${currency} cannot have`, {
      provider: 'shopify',
      description: 'Look at the order in Shopify.',
    });
  }
}

export interface MoneyInput {
  readonly amount: string;
  readonly currencyCode: string;
}

export const moneyInput = (value: Money): MoneyInput => ({ amount: toDecimal(value), currencyCode: value.currency });
