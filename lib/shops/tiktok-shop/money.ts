import { currencySchema, isReturnsError, parseDecimal, ReturnsError, zero, type Money } from '../../returns';

/**
 * An amount as TikTok Shop writes it: a decimal text in major units beside its currency. Absent is undefined.
 * @throws ReturnsError `unexpected_answer`
 */
export function readAmount(text: string | null | undefined, currency: string | null | undefined): Money | undefined {
  if (text === undefined || text === null || text.trim() === '') return undefined;
  const known = currencySchema.safeParse(currency);
  if (!known.success) throw unreadable(`the currency ${currency ?? ''}`);
  try {
    return parseDecimal(text, known.data);
  } catch (error) {
    throw isReturnsError(error) ? unreadable(`the amount ${text} ${known.data}`) : error;
  }
}

/** The same where nothing is told means nothing is paid. */
export const readAmountOrZero = (text: string | null | undefined, currency: string): Money =>
  readAmount(text, currency) ?? zero(currency);

const unreadable = (what: string): ReturnsError =>
  new ReturnsError('unexpected_answer', `TikTok Shop answered something that is not money: ${what}`, {
    provider: 'tiktok_shop',
    description: 'Report it with the number of the return or order.',
  });
