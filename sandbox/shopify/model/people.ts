import type { Id, Time } from './scalars';

export interface Address {
  firstName: string;
  lastName: string;
  company: string | null;
  address1: string;
  address2: string | null;
  city: string;
  zip: string;
  provinceCode: string | null;
  countryCode: string;
  country: string;
  phone: string | null;
}

export interface Customer {
  id: Id;
  firstName: string;
  lastName: string;
  email: string;
  phone: string | null;
  locale: string;
  /** Orders they had placed before this world began, plus those in it. */
  orders: number;
  tags: string[];
  createdAt: Time;
}

export interface StoreCreditAccount {
  id: Id;
  customerId: Id;
  currency: string;
  balance: number;
  transactions: {
    id: Id;
    amount: number;
    balanceAfter: number;
    createdAt: Time;
    expiresAt: Time | null;
    event: string;
  }[];
}
