import { planRefund, type RefundPlan } from '../../../lib/payments';
import { evaluatePolicy, parsePolicy, type PolicyDocument, type PolicyInput } from '../../../lib/policy';
import type { CaseLine, Decision } from '../../../lib/returns';
import { eur, now, policyDocument, type Story } from '../policy/facts';

type Part = 'fees' | 'refund';

/** Three towels of 10.00 € and a robe of 20.01 €, all asked back, where no law has a say. */
export const story: Story = {
  country: 'JP',
  lines: [
    { line: { quantity: 3, returnableQuantity: 3, paid: eur(3000), tax: eur(0) }, asked: { quantity: 3 } },
    { line: { sku: 'ROBE', quantity: 1, paid: eur(2001), tax: eur(0) } },
  ],
};
export const decide = (change: Pick<Partial<PolicyDocument>, Part>, input: PolicyInput): Decision =>
  evaluatePolicy(parsePolicy(policyDocument(change)), input, now);

const caseLines = ({ request }: PolicyInput, received: readonly number[]): CaseLine[] =>
  request.lines.map(({ orderLineId, quantity, reason }, index) => ({
    orderLineId,
    title: orderLineId,
    reason,
    requested: quantity,
    approved: quantity,
    received: received[index] ?? 0,
    restocked: 0,
    writtenOff: 0,
  }));

export const planOf = (
  input: PolicyInput,
  decision: Decision,
  received: readonly number[],
  already?: { units?: Record<string, number>; amount?: { amount: number; currency: string } },
): RefundPlan =>
  planRefund({
    order: input.order,
    lines: caseLines(input, received),
    decision,
    delivery: 'as_decided',
    ...(already && { already }),
  });
