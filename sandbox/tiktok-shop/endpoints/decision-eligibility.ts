import { z } from 'zod/v4';
import { commaList, type Endpoint, endpoint, none } from '../endpoint';
import type { Cancellation, Return } from '../model';
import { cancellationRejectReasons, type Reason, rejectReasonsOf } from '../reasons';
import { refundTotal } from '../refunding';
import { toDecimal } from '../money';
import {
  type Decision,
  decisions,
  decisionsFor,
  decisionsForCancellation,
  statusRefuses,
  statusRefusesCode,
} from '../returning/eligibility';

const query = z.strictObject({
  return_or_cancel_id: z.string(),
  check_decisions: commaList.pipe(z.array(z.enum(decisions))).optional(),
  locale: z.string().optional(),
});

function rows(allowed: readonly Decision[], asked: readonly Decision[], reasons: readonly Reason[]): object[] {
  return asked.map((decision) => {
    if (!allowed.includes(decision)) {
      return {
        decision,
        eligible: false,
        ineligible_code: statusRefusesCode,
        ineligible_reason: statusRefuses(decision),
      };
    }
    const rejects = decision.startsWith('REJECT');
    return { decision, eligible: true, available_reject_reasons: rejects ? reasons : undefined };
  });
}

const forReturns = decisions.filter((decision) => !decision.endsWith('_CANCEL'));
const forCancellations = decisions.filter((decision) => decision.endsWith('_CANCEL'));

const returnRows = (entry: Return, region: string, asked: readonly Decision[] | undefined): object[] =>
  rows(decisionsFor(entry), asked ?? forReturns, rejectReasonsOf(entry, region));

const cancellationRows = (entry: Cancellation, asked: readonly Decision[] | undefined): object[] =>
  rows(decisionsForCancellation(entry), asked ?? forCancellations, cancellationRejectReasons(entry));

export const decisionEligibilityEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/return_refund/{version}/decision_eligibility',
    versions: ['202601'],
    scope: 'seller.return_refund.basic',
    query,
    body: none,
    handle: ({ world, shop, query: { return_or_cancel_id: id, check_decisions: asked } }) => ({
      decisions: world.cancellations.has(id)
        ? cancellationRows(world.ensureCancellation(shop, id), asked)
        : returnRows(world.ensureReturn(shop, id), shop.region, asked),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/return_refund/{version}/review_decision',
    versions: ['202606'],
    scope: 'seller.return_refund.basic',
    query: query.extend({ seller_id: z.string().optional() }),
    body: none,
    handle: ({ world, shop, query: { return_or_cancel_id: id, check_decisions: asked } }) => {
      const entry = world.ensureReturn(shop, id);
      const { currency } = world.orderOf(entry);
      return {
        line_items: entry.lines.map((line) => ({
          return_line_item_id: line.id,
          decisions: returnRows(entry, shop.region, asked).map((row) => ({
            ...row,
            ...('decision' in row && row.decision === 'OFFER_PARTIAL_REFUND'
              ? { max_partial_refund: { currency, amount: toDecimal(refundTotal(entry), currency) } }
              : {}),
          })),
        })),
      };
    },
  }),
];
