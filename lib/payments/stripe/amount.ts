import { currencyExponent, moneySchema, ReturnsError, type Money } from '../../returns';

/**
 * How many decimals Stripe's integers stand for, where that is not what ISO 4217 says.
 * Source: docs.stripe.com/currencies. ISK and UGX have no decimals, yet are sent as if they had two; MGA is sent whole.
 */
const stripeExponents: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

/** Three-decimal currencies at Stripe are rounded to the nearest ten of the minor unit. */
const endInZero = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

const exponentOf = (currency: string): number => stripeExponents[currency] ?? currencyExponent(currency);

/** @throws ReturnsError `needs_review` when Stripe cannot pay this amount to the unit */
export function toStripeAmount({ amount, currency }: Money): number {
  const scaled = scale(amount, exponentOf(currency) - currencyExponent(currency));
  if (scaled !== undefined && !(endInZero.has(currency) && scaled % 10 !== 0)) return scaled;
  throw new ReturnsError('needs_review', `Stripe cannot pay back this amount of ${currency} exactly`, {
    provider: 'stripe',
    description: 'Round the amount to what the currency allows at Stripe, and pay it back by hand.',
    context: { amount, currency },
  });
}

/** @throws ReturnsError `unexpected_answer` for an amount that the currency cannot have */
export function fromStripeAmount(amount: number, stripeCurrency: string): Money {
  const currency = stripeCurrency.toUpperCase();
  const scaled = scale(amount, currencyExponent(currency) - exponentOf(currency));
  const result = moneySchema.safeParse({ amount: scaled, currency });
  if (result.success) return result.data;
  throw new ReturnsError('unexpected_answer', `Stripe named an amount that ${currency} cannot have`, {
    provider: 'stripe',
    description: 'Look at the payment in the Stripe dashboard.',
    context: { amount, currency },
  });
}

/** `amount` times ten to the power of `digits`; undefined when that is no whole number. */
function scale(amount: number, digits: number): number | undefined {
  if (digits >= 0) return amount * 10 ** digits;
  const divisor = 10 ** -digits;
  // The sum with zero turns -0 into 0.
  return amount % divisor === 0 ? amount / divisor + 0 : undefined;
}
