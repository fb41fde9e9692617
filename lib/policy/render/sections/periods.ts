import type { PageContext } from '../context';

/** A period as it stands after "within"; two years and more are told as years. */
export function within({ sayLaw }: PageContext, unit: 'days' | 'business_days' | 'months', count: number): string {
  if (unit === 'months' && count >= 24 && count % 12 === 0) return sayLaw('within_years', { count: count / 12 });
  return sayLaw(`within_${unit}`, { count });
}
