import { shopifyAccount } from '../accounts';
import type { Time } from './model';

export const shopDomain = shopifyAccount.shop;
export const providerName = 'shopify';

/** Writes an instant as Shopify does. */
export function timeOf(date: Date): Time {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
