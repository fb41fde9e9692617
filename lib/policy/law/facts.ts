/**
 * What the law looks at, and nothing of the merchant's policy. Instants are epoch milliseconds: whoever reads an order
 * has parsed its times already. Amounts are integers in the minor unit of the order's one currency.
 * An absent fact is one that nobody knows; `assumed` and `needs` of each right say what that meant.
 */
export interface LegalFacts {
  /** ISO 3166-1, of the shopper's residence. Not known: protected as in the EU, since a wrong refusal is worse. */
  readonly consumerCountry?: string | undefined;
  /** The part of ISO 3166-2 after the country: `NY`, `SCT`, `BY`. */
  readonly region?: string | undefined;
  /** False for a buyer who acts for a trade. Not known: a consumer. */
  readonly isConsumer?: boolean | undefined;
  /** Who asks. Rights belong to the buyer; somebody who was given the goods acts for the buyer or not at all. */
  readonly requester?: 'buyer' | 'gift_recipient' | undefined;
  readonly buyerAgrees?: boolean | undefined;
  readonly channel: string;
  /** ISO 3166-1 market of a marketplace channel, where it differs from the shopper's country. */
  readonly market?: string | undefined;
  /** How the contract was concluded: from afar, at the shopper's door, in a shop. */
  readonly premises: Premises;
  /** IANA zone in which days begin and end. */
  readonly timeZone: string;
  readonly contractAt: number;
  /** When the shopper sent the request: the moment that counts for being in time. */
  readonly requestedAt: number;
  /** When the last good of the order reached the shopper. */
  readonly deliveredAt?: number | undefined;
  /** `deliveredAt` stands for an earlier event (dispatch, order): the true delivery came later. */
  readonly deliveryGuessed?: boolean | undefined;
  /** When the shopper was told of the right of withdrawal; null when that never happened. Not known: with the order. */
  readonly withdrawalInfoGivenAt?: number | null | undefined;
  /** Whether the shopper was told before the order that sending goods back is at his cost. */
  readonly returnCostDisclosed?: boolean | undefined;
  /** Whether the return policy was shown where the law of a US state wants it. */
  readonly policyDisclosed?: boolean | undefined;
  /** Whether the shop collects the goods, or offered to. */
  readonly traderCollects?: boolean | undefined;
  /** When the shopper proved that the goods were sent back. */
  readonly dispatchProofAt?: number | undefined;
  /** When the shop got the goods back. */
  readonly goodsReceivedAt?: number | undefined;
  /** When the shop agreed that the shopper is owed a refund for goods that do not conform. */
  readonly refundAgreedAt?: number | undefined;
  /** Whether the shopper expressly agreed to get something other than the way he paid: credit, voucher. */
  readonly creditConsent?: boolean | undefined;
  readonly outboundDelivery: OutboundDelivery;
  readonly lines: readonly LegalLine[];
}

export type Premises = 'distance' | 'off_premises' | 'in_store';

export interface OutboundDelivery {
  readonly paidMinor: number;
  /** What the cheapest standard delivery that was offered would have cost. */
  readonly cheapestStandardMinor?: number | undefined;
  /** Whether nothing of the order stays with the shopper. */
  readonly wholeOrderReturned: boolean;
}

export interface LegalLine {
  readonly id: string;
  readonly quantity: number;
  /** What the units that come back cost, tax included. */
  readonly amountMinor: number;
  /** When the last parcel of this line arrived; the order's when absent. The guarantee counts from here. */
  readonly deliveredAt?: number | undefined;
  /** The first delivery of a series that was ordered to come regularly: the period counts from that one. */
  readonly firstOfSeriesAt?: number | undefined;
  readonly condition?: 'new' | 'used' | 'refurbished' | undefined;
  /** Grounds on which the law may except the line from withdrawal. */
  readonly grounds?: readonly WithdrawalGround[] | undefined;
  /** For goods and media that were sold sealed. */
  readonly seal?: 'sealed' | 'unsealed' | 'unknown' | undefined;
  /** Whether the shopper was told before the order that this line cannot be withdrawn from, or when not any more. */
  readonly exceptionInfoGiven?: boolean | undefined;
  /** For digital content without a carrier: begun with consent, loss of the right acknowledged and confirmed. */
  readonly digitalConsentGiven?: boolean | undefined;
  /** Names or ids of what shows handling beyond what a shop would allow: photos, an inspection report. */
  readonly deductionEvidence?: readonly string[] | undefined;
  /** For goods that are not new: to how many months the guarantee was shortened by express agreement. */
  readonly guaranteeMonthsAgreed?: number | undefined;
  /** When the defect showed itself. */
  readonly defectShowedAt?: number | undefined;
  /** Repairs under the guarantee so far: when each was done. */
  readonly repairs?: readonly { readonly doneAt: number }[] | undefined;
}

/** Why the law excepts goods from withdrawal. Source: directive 2011/83/EU art. 16. */
export const withdrawalGrounds = [
  'price_fluctuates',
  'personalised',
  'perishable',
  'hygiene_unsealed',
  'mixed',
  'alcohol',
  'urgent_repair',
  'sealed_media_unsealed',
  'press',
  'auction',
  'dated_leisure',
  'digital',
] as const;
export type WithdrawalGround = (typeof withdrawalGrounds)[number];

/** Names of facts that a right may turn on, as they stand in `LegalFacts` and `LegalLine`. */
export type LegalFactName =
  | Exclude<keyof LegalFacts, 'lines' | 'outboundDelivery' | 'channel' | 'premises' | 'timeZone'>
  | `line.${Exclude<keyof LegalLine, 'id' | 'quantity' | 'amountMinor'>}`
  | 'outboundDelivery.cheapestStandardMinor';
