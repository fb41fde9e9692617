/**
 * What stays of a case when the person leaves it. Numbers, yes and no, instants and words of a closed list always stay:
 * none of them can name anybody. Of all other texts only these stay; whatever is not listed goes, also what a schema
 * gains later. A path names keys of a dossier; `*` is any key or place in a list, `**` whatever lies below.
 */
export interface Kept {
  readonly because: string;
  readonly paths: readonly string[];
}

export const kept: readonly Kept[] = [
  {
    because: 'names the case and the order, in the books of the shop too',
    paths: [
      'case.id',
      'case.rma',
      'case.channel',
      'case.orderId',
      'case.orderName',
      'request.channel',
      'order.id',
      'order.name',
      'order.channel',
      'order.market',
    ],
  },
  {
    because: 'says which goods came back, for the stock and for measures',
    paths: [
      'case.lines.*.orderLineId',
      'case.lines.*.sku',
      'case.lines.*.title',
      'case.lines.*.variantTitle',
      'request.lines.*.orderLineId',
      'request.lines.*.returnLineId',
      'request.lines.*.exchangeFor.*',
      'order.lines.*.id',
      'order.lines.*.fulfillmentLineId',
      'order.lines.*.sku',
      'order.lines.*.title',
      'order.lines.*.variantTitle',
      'order.lines.*.productId',
      'order.lines.*.variantId',
      'order.lines.*.category',
      'order.lines.*.productType',
      'order.lines.*.vendor',
      'order.lines.*.collections.*',
      'order.lines.*.tags.*',
      'order.lines.*.bundle',
      'order.lines.*.giftWith.*',
      'inspection.lines.*.orderLineId',
      'exchange.lines.*.variantId',
      'exchange.lines.*.title',
      'case.evidence.*.id',
      'case.evidence.*.mimeType',
      'case.evidence.*.orderLineId',
    ],
  },
  {
    because: "says why goods came back, in the shop's own list of reasons",
    paths: ['request.lines.*.subReason'],
  },
  {
    because: 'accounts for the money, together with the books of the payment provider',
    paths: [
      '**.currency',
      'order.payment.provider',
      'order.payment.reference',
      'order.payment.method',
      'refund.provider',
      'refund.id',
      'refund.providerStatus',
      'exchange.provider',
      'exchange.id',
      'exchange.orderName',
      'credit.provider',
      'credit.id',
      'case.references.*Refund',
      'case.references.*Credit',
      'case.references.shopifyReturn',
      'case.references.tiktokReturn',
      'case.references.shopifyExchange',
    ],
  },
  {
    because: 'measures sales: it is the same for many orders',
    paths: ['order.shippingMethod', 'order.campaign', 'order.shippingAddress.country'],
  },
  {
    because: 'is the shop itself, which is no shopper',
    paths: ['shop.**'],
  },
  {
    because: 'shows by which rules of the shop and of the law it was decided, should anybody ask',
    paths: [
      'decision.policy.**',
      'decision.rule',
      'decision.timeZone',
      'decision.lane',
      'decision.missing.*',
      'decision.lines.*.orderLineId',
      'decision.lines.*.rule',
      'decision.lines.*.feeBasis.rule',
      'decision.lines.*.missing.*',
      'decision.lines.*.rights.**',
      'decision.methods.*.carrier',
      'decision.methods.*.service',
      'decision.evidence.*.orderLineId',
      'decision.evidence.*.rule',
      'decision.questions.*.rule',
      'decision.questions.*.facts.*',
      'decision.questions.*.orderLineId',
      'decision.refundDeadline.countedFrom',
      'decision.refundDeadline.law.**',
      'decision.refundDeadline.late.law.**',
      'decision.refundDeadline.late.missingLegalRates.*',
      'decision.resolutions.*.noBonusIn',
      'decision.keepItem.rule',
      'decision.overruled.*.rule',
      'decision.overruled.*.orderLineId',
      'decision.overruled.*.by.**',
      'decision.trace.*.rule',
      'decision.trace.*.orderLineId',
      'decision.trace.*.missing.*',
      'decision.trace.*.effect',
      'decision.trace.*.overruledBy.**',
    ],
  },
  {
    because: 'says who carried the parcel, and what the label was',
    paths: [
      'label.carrier',
      'label.carrierName',
      'label.service',
      'label.provider',
      'tracking.carrier',
      'tracking.carrierName',
      'tracking.provider',
    ],
  },
  {
    because: 'says which letter was sent, and which step of which workflow failed, for whoever runs them',
    paths: ['email.message', 'case.failures.*.code', 'case.failures.*.step', 'case.failures.*.workflow'],
  },
];

const patterns = kept.flatMap(({ paths }) => paths.map((path) => path.split('.')));

/** Whether a text at this place stays. */
export const isKept = (path: readonly string[]): boolean => patterns.some((pattern) => fitsPath(pattern, path));

/** Whether a path of the list, cut at its dots, names this place. */
export function fitsPath([wanted, ...others]: readonly string[], path: readonly string[]): boolean {
  const [key, ...rest] = path;
  if (wanted === undefined) return key === undefined;
  if (wanted === '**') {
    return others.length === 0 ? key !== undefined : path.some((_, index) => fitsPath(others, path.slice(index)));
  }
  return key !== undefined && fitsKey(wanted, key) && fitsPath(others, rest);
}

/** `*Refund` is any key with this end. */
const fitsKey = (wanted: string, key: string): boolean =>
  wanted.startsWith('*') ? key.endsWith(wanted.slice(1)) : wanted === key;
