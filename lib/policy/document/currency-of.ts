import { isPlainObject } from './check-condition';
import type { Policy } from './policy-schema';

/** The currency of a policy's amounts: its own, else the first that stands in it, else euros. */
export const currencyOf = ({ tests: _tests, ...policy }: Policy): string =>
  policy.currency ?? firstCurrency(policy) ?? 'EUR';

function firstCurrency(value: unknown): string | undefined {
  if (Array.isArray(value) || isPlainObject(value)) {
    if (isPlainObject(value) && typeof value['currency'] === 'string') return value['currency'];
    for (const part of Object.values(value)) {
      const found = firstCurrency(part);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
