import { paidUnits, ReturnsError, type Case, type Command, type Dossier, type Money } from '../../returns';
import type { LineQuantity, ProcessReturnResult } from './types';

type Settle = Extract<Command, { type: 'settle' }>;

/** Pure decisions on what a processed return means for its case. */

/** What the inspection found, or what is kept; undefined where that is nothing, and Shopify processes all that can be. */
export function linesToProcess(of: Pick<Case, 'parcel' | 'lines'>): LineQuantity[] | undefined {
  const found = of.lines
    .map((line) => ({ orderLineId: line.orderLineId, quantity: paidUnits(of, line) }))
    .filter(({ quantity }) => quantity > 0);
  return found.length > 0 ? found : undefined;
}

/**
 * Without lines Shopify takes all goods for returned, and pays back a difference for what nobody has seen.
 * @throws ReturnsError `needs_review` when the goods were inspected and none of them came back
 */
export function ensureGoodsCameBack(dossier: Pick<Dossier, 'case' | 'inspection'> | undefined): void {
  if (dossier?.inspection === undefined || linesToProcess(dossier.case) !== undefined) return;
  throw new ReturnsError('needs_review', `Nothing of case ${dossier.case.rma} came back`, {
    provider: 'shopify',
    description:
      'The exchange was not sent and nothing was paid. Send it in Shopify by hand if the shopper is to have it all the same, or write to them.',
    context: { caseId: dossier.case.id },
  });
}

/**
 * A refund that is all store credit settles the case as such, because no money goes back.
 * @param amount asked for on payments
 * @throws ReturnsError `unexpected_answer` when Shopify says yes but shows no refund
 */
export function settledByRefund({ refund, credit }: ProcessReturnResult, amount: Money | undefined): Settle {
  if (credit && !(amount && amount.amount > 0)) return { type: 'settle', credit };
  if (!refund && !credit) throw unsettled();
  return {
    type: 'settle',
    ...(refund && { refund, references: { shopifyRefund: refund.id } }),
    ...(credit && { credit }),
  };
}

/**
 * An exchange settles the case, together with what it paid back where the new goods cost less.
 * @throws ReturnsError `unexpected_answer` when Shopify says yes but shows no exchange
 */
export function settledByExchange({ exchange, refund }: ProcessReturnResult): Settle {
  if (!exchange) throw unsettled();
  return {
    type: 'settle',
    exchange,
    ...(refund && { refund }),
    references: { shopifyExchange: exchange.id, ...(refund && { shopifyRefund: refund.id }) },
  };
}

const unsettled = (): ReturnsError =>
  new ReturnsError('unexpected_answer', 'Shopify processed the return but shows neither a refund nor an exchange', {
    description: 'Look at the return in Shopify. The case stays open until the step is run again.',
    provider: 'shopify',
    retryable: true,
  });
