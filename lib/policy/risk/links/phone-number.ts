/** National numbers have at most this many digits that matter: what stands before is a country or trunk prefix. */
const TOLD_APART = 9;
const FEWEST = 8;

/**
 * The digits that tell a phone number apart: `+33 6 12 34 56 78` and `06 12 34 56 78` are one. The last nine digits,
 * whatever the country. Undefined for less than eight digits, and for one digit again and again.
 */
export function phoneNumberOf(phone: string): string | undefined {
  const digits = phone.normalize('NFKC').replace(/\D/g, '').slice(-TOLD_APART);
  return digits.length < FEWEST || /^(\d)\1+$/.test(digits) ? undefined : digits;
}
