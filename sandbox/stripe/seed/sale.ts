import type { Random } from '../../core/random';
import type { Address, Metadata } from '../objects';
import type { CheckoutSeed } from './checkout-shape';

/** What the objects of one purchase have in common. */
export interface Sale {
  seed: CheckoutSeed;
  random: Random;
  currency: string;
  /** Seconds since 1970. */
  created: number;
  address: Address;
}

/** A sale whose lines are added up. */
export interface PaidSale extends Sale {
  intentId: string;
  chargeId: string;
  amountTotal: number;
  paymentMethod: string;
  metadata: Metadata;
}

/** The tax that an amount contains, in minor units. @param rate 0.2 for 20 % */
export const taxWithin = (gross: number, rate: number): number => gross - Math.round(gross / (1 + rate));
