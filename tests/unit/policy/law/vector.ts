import type { LegalFacts, LegalLine } from '../../../../lib/policy/law/index';

/** One case of law: what happened, and what the law says of it. */
export interface Vector {
  readonly title: string;
  /** Rules that this case is a test of: the answer has to name each. */
  readonly rules: readonly string[];
  readonly facts: LegalFacts;
  /** A part of the rights; everything named here has to be so. */
  readonly expected: Readonly<Record<string, unknown>>;
  /** Paths that the rights have not: `guaranteeRefund.endsAt`. */
  readonly without?: readonly string[];
}

export const at = (iso: string): number => Date.parse(iso);

type Given = Partial<Omit<LegalFacts, 'lines'>> & {
  readonly line?: Partial<LegalLine>;
  readonly lines?: readonly LegalLine[];
};

export const line = (given: Partial<LegalLine> = {}): LegalLine => ({
  id: 'line-1',
  quantity: 1,
  amountMinor: 5000,
  condition: 'new',
  ...given,
});

/**
 * An order of Monday 1 June 2026 that a consumer in Paris got on Friday 5 June 2026; the fourteenth day is Friday
 * 19 June 2026. He was told of his rights, and asks on 15 June for all of it to go back.
 */
export function facts({ line: given, lines, ...rest }: Given = {}): LegalFacts {
  const contractAt = rest.contractAt ?? at('2026-06-01T10:00:00Z');
  return {
    consumerCountry: 'FR',
    isConsumer: true,
    channel: 'shopify',
    premises: 'distance',
    timeZone: 'Europe/Paris',
    contractAt,
    requestedAt: at('2026-06-15T10:00:00Z'),
    deliveredAt: at('2026-06-05T10:00:00Z'),
    withdrawalInfoGivenAt: contractAt,
    returnCostDisclosed: true,
    outboundDelivery: { paidMinor: 490, cheapestStandardMinor: 490, wholeOrderReturned: true },
    lines: lines ?? [line(given)],
    ...rest,
  };
}

/** What the law says of the only line. */
export const ofLine = (expected: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  lines: [expected],
});
