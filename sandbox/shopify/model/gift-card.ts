import type { Id, Time } from './scalars';

export interface GiftCard {
  id: Id;
  code: string;
  currency: string;
  initialValue: number;
  customerId: Id | null;
  note: string | null;
  /** A day, `2028-11-30`. */
  expiresOn: string | null;
  createdAt: Time;
}
