import type { Attempt } from '../../../http';
import type { Credit, Money } from '../../../returns';

export interface StoreCreditAccount {
  readonly id: string;
  readonly balance: Money;
}

export interface GiveCreditInput {
  readonly customerId: string;
  readonly amount: Money;
  /** Added to it; one of the two. */
  readonly bonus?: Money;
  readonly bonusPercent?: number;
  /** ISO instant; it does not expire when left out. */
  readonly expiresAt?: string;
  /** Shopify's own e-mail, from 2026-01 on. */
  readonly notifyCustomer?: boolean;
  readonly attempt: Attempt;
  /** ISO instant since which attempts may have happened. */
  readonly since: string;
  /** Ids of credits that other cases have. */
  readonly ofOtherCases: readonly string[];
}

export interface GivenCredit {
  readonly credit: Credit;
  readonly accountId: string;
  readonly balance: Money;
  readonly performed: boolean;
}

export interface GiftCard {
  readonly id: string;
  readonly maskedCode: string;
  readonly lastCharacters: string;
  readonly amount: Money;
  readonly createdAt: string;
  /** A day, e.g. `2028-11-30` */
  readonly expiresOn?: string;
}

export interface GiveGiftCardInput {
  readonly amount: Money;
  readonly customerId?: string;
  /** A day, e.g. `2028-11-30` */
  readonly expiresOn?: string;
  readonly note?: string;
  /** Has Shopify send the card to the customer. */
  readonly notifyCustomer?: boolean;
  readonly attempt: Attempt;
  /** ISO instant since which attempts may have happened. */
  readonly since: string;
}

export interface GivenGiftCard {
  readonly giftCard: GiftCard;
  /** A secret, like money; shown by Shopify this once. */
  readonly code?: string;
  readonly performed: boolean;
}
