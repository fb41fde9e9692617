import { z } from 'zod/v4';
import {
  addMoney,
  equalMoney,
  ReturnsError,
  sumMoney,
  zero,
  type Credit,
  type Money,
  type Refund,
} from '../../returns';
import { afterWrite, type ShopifyClient } from './client';
import { planDispositions, type DisposeInput } from './disposition';
import { defineDocument } from './document';
import { gid } from './gid';
import { markOf, planProcess, spreadRefund, type ProcessPlan, type RefundTransaction } from './process-plan';
import { readExchange } from './read-exchange';
import { readReturn } from './read-return';
import { moneyInput } from './money';
import { locationFor, placeOf } from './restock';
import { readOutcome, shippingInput } from './suggested-outcome';
import type { PaymentPart, ProcessReturnInput, ProcessReturnResult, ReturnResult, ShopifyReturn } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';

const processDocument = defineDocument(
  `mutation ReturnsProcess($input: ReturnProcessInput!) {
    returnProcess(input: $input) { return { id status } userErrors { field message code } }
  }`,
  () => z.object({ returnProcess: z.object({ userErrors: userErrorsSchema() }) }),
);

type Todo = Extract<ProcessPlan, { kind: 'todo' }>;

/**
 * Confirms what came back, pays back exactly `amount` on payments and `storeCredit` as credit, and sends the exchange, with
 * its `difference` where it is the cheaper one. What Shopify has processed already is answered, not repeated, whichever
 * attempt did it.
 * @throws ReturnsError `needs_review` when the amount is more than the payments hold, or when it cannot be told whether
 *   an earlier attempt paid; `conflict` when the units were processed in another way
 */
export async function processReturn(client: ShopifyClient, input: ProcessReturnInput): Promise<ProcessReturnResult> {
  const id = gid('Return', input.returnId);
  const before = await readReturn(client, id);
  const total = totalOf(input);
  const plan = planProcess(before.shopifyReturn, { ...input, ...(total && { amount: total }) });
  if (plan.kind === 'done') return compose(client, before, plan.refund, input, false);
  const issueRefund = total
    ? await refundOf(client, id, plan, input, total)
    : input.difference === true && plan.exchange.length > 0 && (await differenceOf(client, id, plan));
  const answer = await client.run(processDocument, {
    input: {
      returnId: id,
      ...(plan.lines.length > 0 && { returnLineItems: await linesOf(client, before.shopifyReturn, plan, input) }),
      ...(plan.exchange.length > 0 && { exchangeLineItems: plan.exchange }),
      ...(issueRefund && { financialTransfer: { issueRefund }, ...shippingInput(input.delivery) }),
      note: [input.note, markOf(input.attempt.idempotencyKey)].filter(Boolean).join(' '),
      notifyCustomer: input.notifyCustomer ?? false,
    },
  });
  ensureAccepted(answer.returnProcess.userErrors, 'process the return');
  return afterWrite(async () => {
    const after = await readReturn(client, id);
    const refund = issueRefund ? newRefund(before.shopifyReturn, after.shopifyReturn) : undefined;
    return compose(client, after, refund, input, true);
  });
}

/** All that goes back; undefined when nothing does. @throws ReturnsError `invalid_input` for a negative amount */
function totalOf({ amount, storeCredit }: ProcessReturnInput): Money | undefined {
  const parts = [amount, storeCredit?.amount].filter((part) => part !== undefined);
  if (parts.some((part) => part.amount < 0)) {
    throw new ReturnsError('invalid_input', 'A refund cannot be negative', {
      description: 'Give the amount to pay back, or none.',
    });
  }
  const [first, ...others] = parts;
  const total = first && addMoney(first, ...others);
  return total && total.amount > 0 ? total : undefined;
}

interface RefundInput {
  readonly orderTransactions: readonly RefundTransaction[];
  readonly refundMethods?: readonly { readonly storeCreditRefund: object }[];
}

async function refundOf(
  client: ShopifyClient,
  id: string,
  plan: Todo,
  { amount, split, storeCredit, delivery }: ProcessReturnInput,
  total: Money,
): Promise<RefundInput> {
  const onPayments = amount ?? zero(total.currency);
  const orderTransactions = split
    ? splitRefund(onPayments, split)
    : spreadRefund(onPayments, await readOutcome(client, id, plan.lines, plan.exchange, delivery), total);
  if (!storeCredit || storeCredit.amount.amount === 0) return { orderTransactions };
  const { expiresAt } = storeCredit;
  const storeCreditRefund = { amount: moneyInput(storeCredit.amount), ...(expiresAt && { expiresAt }) };
  return { orderTransactions, refundMethods: [{ storeCreditRefund }] };
}

/** What Shopify owes once the goods are swapped: the same answer that is then processed. Undefined when it owes nothing. */
async function differenceOf(client: ShopifyClient, id: string, plan: Todo): Promise<RefundInput | undefined> {
  const outcome = await readOutcome(client, id, plan.lines, plan.exchange);
  return outcome.refund.amount > 0 ? { orderTransactions: spreadRefund(outcome.refund, outcome) } : undefined;
}

/** @throws ReturnsError `invalid_input` when the parts are not the amount */
function splitRefund(amount: Money, split: readonly PaymentPart[]): RefundTransaction[] {
  const parts = split.filter((part) => part.amount.amount > 0);
  const sum = sumMoney(
    parts.map((part) => part.amount),
    amount.currency,
  );
  if (equalMoney(sum, amount)) {
    return parts.map((part) => ({
      parentId: gid('OrderTransaction', part.parentId),
      transactionAmount: moneyInput(part.amount),
    }));
  }
  throw new ReturnsError('invalid_input', 'The parts of the refund are not its amount', {
    provider: 'shopify',
    description:
      'Give a part for each payment, which together make the amount; or no parts, and Shopify suggests them.',
    context: { amount, sum },
  });
}

interface ProcessLine {
  readonly id: string;
  readonly quantity: number;
  readonly dispositions?: readonly DisposeInput[];
}

/** With an inspection, the goods are disposed of in the same step; without one, that is left to a restock. */
async function linesOf(
  client: ShopifyClient,
  value: ShopifyReturn,
  plan: Todo,
  { inspection, locationId, locations }: ProcessReturnInput,
): Promise<ProcessLine[]> {
  if (!inspection) return [...plan.lines];
  const place = await locationFor(client, inspection, locationId);
  const planned = planDispositions(value, inspection, placeOf(locations, place), true);
  return plan.lines.map((line) => {
    const dispositions = planned.filter(({ returnLineId }) => returnLineId === line.id).map((entry) => entry.input);
    return dispositions.length > 0 ? { ...line, dispositions } : line;
  });
}

function newRefund(before: ShopifyReturn, after: ShopifyReturn): Refund {
  const known = new Set(before.refunds.map(({ refund }) => refund.id));
  const made = after.refunds.find(({ refund }) => !known.has(refund.id) && refund.amount.amount > 0);
  if (made) return made.refund;
  throw new ReturnsError('unexpected_answer', `Shopify processed return ${after.name} but shows no refund yet`, {
    provider: 'shopify',
    description: 'Run the item again: what was paid is looked up first.',
    retryable: true,
    context: { mayHaveHappened: true },
  });
}

async function compose(
  client: ShopifyClient,
  result: ReturnResult,
  refund: Refund | undefined,
  { storeCredit }: Pick<ProcessReturnInput, 'storeCredit'>,
  performed: boolean,
): Promise<ProcessReturnResult> {
  const exchange = await readExchange(client, result.shopifyReturn);
  const credit =
    refund && storeCredit && storeCredit.amount.amount > 0 ? creditOf(refund, storeCredit.amount) : undefined;
  return {
    ...result,
    ...(refund && { refund }),
    ...(credit && { credit }),
    ...(exchange && { exchange }),
    performed,
  };
}

/** Shopify books store credit as a part of the refund, so it is known by the refund's id. */
const creditOf = ({ id, at }: Refund, amount: Money): Credit => ({ provider: 'shopify', id, amount, at });
