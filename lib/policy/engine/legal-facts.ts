import type { GoodsTrait, OrderLine } from '../../returns';
import { instantOf, isCountry } from '../facts';
import type { LegalFactName, LegalFacts, LegalLine, WithdrawalGround } from '../law';
import type { CompiledPolicy } from './compile-policy';
import type { LineFindings, RequestFindings } from './findings';

/** Drinks alone are no exception: only those sold ahead at a price agreed in advance are. */
const groundOfTrait: Readonly<Partial<Record<GoodsTrait, WithdrawalGround>>> = {
  customised: 'personalised',
  perishable: 'perishable',
  hygiene: 'hygiene_unsealed',
  sealed_media: 'sealed_media_unsealed',
  digital: 'digital',
  dated_leisure: 'dated_leisure',
  press: 'press',
  mixed: 'mixed',
  urgent_repair: 'urgent_repair',
  auction: 'auction',
};

/** The facts of a request as the law asks for them. What neither order nor policy tells stays unknown. */
export function legalFactsOf({ compiled, reading, times, lines }: RequestFindings): LegalFacts {
  const { order, request, inspection } = reading.input;
  const { disclosures, timeZone } = compiled.policy;
  const told = order.disclosures;
  const { requestedAt, placedAt, fulfilledAt, deliveredAt } = times;
  const shared = {
    exceptions: told?.exceptions ?? disclosures.exceptions,
    digitalConsent: disclosures.digitalConsent,
    inspection,
    legalGrounds: compiled.legalGrounds,
  };
  return {
    consumerCountry: order.shippingAddress?.country,
    region: order.shippingAddress?.region,
    isConsumer: order.customer.isConsumer,
    requester: request.initiator === 'gift_recipient' ? 'gift_recipient' : 'buyer',
    buyerAgrees: request.buyerAgrees,
    channel: order.channel,
    market: order.market !== undefined && isCountry(order.market) ? order.market : undefined,
    premises: order.premises ?? 'distance',
    timeZone,
    contractAt: placedAt,
    requestedAt,
    deliveredAt: deliveredAt ?? fulfilledAt ?? placedAt,
    deliveryGuessed: deliveredAt === undefined,
    withdrawalInfoGivenAt: informedAt(told?.withdrawalInfoAt, disclosures.withdrawalRight, placedAt),
    returnCostDisclosed: told?.returnFee ?? disclosures.returnFee,
    policyDisclosed: told?.policy ?? disclosures.policy,
    dispatchProofAt: read(request.dispatchProofAt, 'request.dispatchProofAt'),
    goodsReceivedAt: read(request.goodsReceivedAt ?? inspection?.inspectedAt, 'request.goodsReceivedAt'),
    // Whoever chooses store credit himself has agreed to it.
    creditConsent: request.creditConsent ?? (request.resolution === 'store_credit' ? true : undefined),
    outboundDelivery: {
      paidMinor: order.shipping.amount,
      cheapestStandardMinor:
        order.cheapestShipping?.currency === order.currency ? order.cheapestShipping.amount : undefined,
      wholeOrderReturned: isWholeOrder(lines, order.lines),
    },
    lines: lines.map((line, index) => legalLine(line, String(index), shared)),
  };
}

const read = (iso: string | undefined, what: string): number | undefined =>
  iso === undefined ? undefined : instantOf(iso, what);

function informedAt(
  iso: string | null | undefined,
  always: boolean | undefined,
  placedAt: number,
): number | null | undefined {
  if (iso === null) return null;
  if (iso !== undefined) return instantOf(iso, 'order.disclosures.withdrawalInfoAt');
  if (always === undefined) return undefined;
  return always ? placedAt : null;
}

function isWholeOrder(lines: readonly LineFindings[], ordered: readonly { id: string; quantity: number }[]): boolean {
  const [only] = lines;
  if (only !== undefined && lines.length === 1) {
    return ordered.length === 1 && only.entry.asked.quantity === only.entry.line.quantity;
  }
  const asked = new Map<string, number>();
  for (const { entry } of lines) asked.set(entry.line.id, (asked.get(entry.line.id) ?? 0) + entry.asked.quantity);
  return ordered.every(({ id, quantity }) => (asked.get(id) ?? 0) >= quantity);
}

interface Shared {
  readonly exceptions: boolean | undefined;
  readonly digitalConsent: boolean | undefined;
  readonly inspection: RequestFindings['reading']['input']['inspection'];
  readonly legalGrounds: CompiledPolicy['legalGrounds'];
}

function legalLine({ entry, excluded }: LineFindings, id: string, shared: Shared): LegalLine {
  const { asked, line, worth } = entry;
  const intact = asked.states?.seal_intact;
  const found = shared.inspection?.lines.find(({ orderLineId }) => orderLineId === line.id);
  return {
    id,
    quantity: asked.quantity,
    amountMinor: worth,
    deliveredAt: read(line.deliveredAt, 'order.lines.deliveredAt'),
    condition: line.soldAs,
    grounds: groundsOf(line, excluded, shared),
    seal: intact === undefined ? undefined : intact ? 'sealed' : 'unsealed',
    exceptionInfoGiven: shared.exceptions,
    digitalConsentGiven: line.digitalConsent ?? shared.digitalConsent,
    deductionEvidence:
      found !== undefined && ['used', 'damaged'].includes(found.grade) ? [`inspection: ${found.grade}`] : undefined,
  };
}

function groundsOf(
  { traits }: OrderLine,
  excluded: LineFindings['excluded'],
  { legalGrounds }: Shared,
): readonly WithdrawalGround[] {
  if (excluded.length === 0 && traits === undefined) return noGrounds;
  const grounds: WithdrawalGround[] = [];
  const add = (ground: WithdrawalGround | undefined): void => {
    if (ground !== undefined && !grounds.includes(ground)) grounds.push(ground);
  };
  for (const rule of excluded) add(legalGrounds.get(rule));
  for (const trait of traits ?? []) add(groundOfTrait[trait]);
  return grounds;
}

const noGrounds: readonly never[] = [];

/** The fact of the dossier that tells what the law asks for. */
const factOfLaw: Readonly<Partial<Record<LegalFactName, string>>> = {
  deliveredAt: 'line.deliveredAt',
  'line.deliveredAt': 'line.deliveredAt',
  'line.seal': 'return.sealIntact',
  'line.digitalConsentGiven': 'line.digitalConsent',
  'line.exceptionInfoGiven': 'disclosures.exceptions',
  'line.condition': 'line.soldAs',
  consumerCountry: 'order.country',
  region: 'order.region',
  isConsumer: 'customer.isConsumer',
  returnCostDisclosed: 'disclosures.returnFee',
  policyDisclosed: 'disclosures.policy',
  withdrawalInfoGivenAt: 'disclosures.withdrawalInfoAt',
  buyerAgrees: 'request.buyerAgrees',
  'outboundDelivery.cheapestStandardMinor': 'order.cheapestShipping',
};

export const factNamesOfLaw = (needs: readonly LegalFactName[]): readonly string[] =>
  needs.map((name) => factOfLaw[name] ?? name);
