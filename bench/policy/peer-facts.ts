import type { PolicyInput } from '../../lib/policy';
import { rightsOf } from '../../lib/policy/law';
import type { Answer } from './answer';
import { DAY } from './cases';

/** What the rules ask of one request. A type, because engines of rules take any object with string keys. */
export type PeerFacts = {
  readonly reason: string;
  readonly category: string;
  readonly vendor: string;
  readonly type: string;
  readonly tags: readonly string[];
  readonly worth: number;
  /** Days from delivery, or from the nearest earlier event that is known. */
  readonly days: number;
  readonly deliveryKnown: boolean;
  /** Whether the statutory period, counted from the same event, is still open. */
  readonly withdrawable: boolean;
};

/** An engine with a policy. */
export type Answerer = (facts: PeerFacts) => Answer | Promise<Answer>;

/** Made before anything is timed, so that only the work of the engines themselves is. */
export function peerFacts({ request, order }: PolicyInput): PeerFacts {
  const [line] = order.lines;
  const day = (iso: string): number => Math.floor(Date.parse(iso) / DAY);
  const start = order.deliveredAt ?? order.fulfilledAt ?? order.placedAt;
  return {
    reason: request.lines[0]?.reason ?? '',
    category: line?.category?.toLowerCase() ?? '',
    vendor: line?.vendor?.toLowerCase() ?? '',
    type: line?.productType?.toLowerCase() ?? '',
    tags: line?.tags ?? [],
    worth: line?.paid.amount ?? 0,
    days: day(request.requestedAt) - day(start),
    deliveryKnown: order.deliveredAt !== undefined,
    withdrawable: isWithdrawable(Date.parse(order.placedAt), Date.parse(start), Date.parse(request.requestedAt)),
  };
}

/** The roll over weekends and holidays is the law's; the peers are told what comes of it. */
function isWithdrawable(contractAt: number, deliveredAt: number, requestedAt: number): boolean {
  const { lines } = rightsOf({
    channel: 'shopify',
    consumerCountry: 'FR',
    premises: 'distance',
    timeZone: 'Europe/Paris',
    contractAt,
    deliveredAt,
    requestedAt,
    outboundDelivery: { paidMinor: 0, wholeOrderReturned: true },
    lines: [{ id: '1', quantity: 1, amountMinor: 1 }],
  });
  return lines[0]?.withdrawal.status === 'open';
}
