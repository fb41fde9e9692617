import type { Case, Credit, OrderLine, RequestLine } from '../../returns';
import { instantOf } from '../facts/times';
import { bracketOf } from './bracket';
import { claimOf } from './claim';
import type { PastReturn, PastReturnLine } from './history';
import type { RiskInput } from './input';
import type { RiskSettings } from './settings';

const DAY_MS = 86_400_000;

type Known = Omit<RiskInput, 'case' | 'history'> & {
  readonly case?: (Pick<Case, 'decision' | 'lines'> & Partial<Pick<Case, 'id' | 'parcel'>>) | undefined;
  readonly credit?: Credit | undefined;
};

/**
 * A return in the few figures that a risk score looks at. Lines that the order does not have are left out.
 * @throws ReturnsError `invalid_input` for a time that cannot be read
 */
export function pastReturnOf(known: Known, claims: RiskSettings['claims']): PastReturn {
  const { request, order, tracking, credit } = known;
  const orderLines = new Map(order.lines.map((line) => [line.id, line]));
  const requestedAt = instantOf(request.requestedAt, 'request.requestedAt');
  const bracket = bracketOf(order, request);
  const expectedGrams = expectedGramsOf(known, orderLines);
  return {
    id: known.case?.id ?? request.externalId,
    orderId: order.id,
    orderedAt: order.placedAt,
    orderUnits: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    requestedAt: request.requestedAt,
    decision: known.case?.decision ?? 'requested',
    keptItem: known.case?.parcel === 'not_required',
    lines: request.lines.flatMap((asked) => {
      const line = orderLines.get(asked.orderLineId);
      return line === undefined ? [] : [lineOf(asked, line, known, requestedAt, claims)];
    }),
    ...(bracket && { bracket }),
    ...(expectedGrams !== undefined && { expectedGrams }),
    ...(tracking?.weightGrams !== undefined && { scannedGrams: tracking.weightGrams }),
    ...(credit && { credit: credit.amount }),
  };
}

function lineOf(
  asked: RequestLine,
  line: OrderLine,
  { order, inspection }: Known,
  requestedAt: number,
  claims: RiskSettings['claims'],
): PastReturnLine {
  const deliveredAt = line.deliveredAt ?? order.deliveredAt;
  const delivered = deliveredAt === undefined ? undefined : instantOf(deliveredAt, 'order.deliveredAt');
  const wasThere = delivered !== undefined && delivered <= requestedAt;
  const claim = claimOf(asked, claims);
  const quantity = Math.min(asked.quantity, line.quantity);
  return {
    quantity,
    worth: { amount: Math.round((line.paid.amount * quantity) / line.quantity), currency: line.paid.currency },
    reason: asked.reason,
    // Nobody can hold against a shopper that a parcel did not come which no carrier says it delivered.
    ...(claim !== undefined && wasThere && { claim }),
    ...(wasThere && { heldDays: (requestedAt - delivered) / DAY_MS }),
    found: foundOf(asked, inspection),
  };
}

function foundOf({ orderLineId }: RequestLine, inspection: Known['inspection']): PastReturnLine['found'] {
  if (inspection === undefined) return [];
  return inspection.lines
    .filter((line) => line.orderLineId === orderLineId)
    .map(({ grade, damagedBy }) => ({
      grade,
      ...(damagedBy !== undefined && { byShopper: damagedBy === 'shopper' }),
    }));
}

/** What the parcel should weigh: what was approved, once that is decided. Undefined when a weight is not known. */
function expectedGramsOf(known: Known, orderLines: ReadonlyMap<string, OrderLine>): number | undefined {
  const approved = known.case?.decision === 'approved' ? known.case.lines : undefined;
  let grams = 0;
  for (const { orderLineId, quantity } of known.request.lines) {
    const weight = orderLines.get(orderLineId)?.weightGrams;
    if (weight === undefined) return undefined;
    const units = approved?.find((line) => line.orderLineId === orderLineId)?.approved ?? quantity;
    grams += weight * Math.min(units, quantity);
  }
  return grams;
}
