import { inspectionSchema, trackingSchema } from '../../../lib/returns';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { carriedChapter } from '../carried-chapter';
import { returnFields, returnOf } from '../return-of';
import { historyFields } from '../risk/history-fields';
import { scoreReturn } from '../risk/score-return';
import { policyFields } from '../source/policy-fields';
import { policyAt } from '../source/policy-of';

export const scoreRisk: Operation = {
  option: {
    name: 'Score Risk',
    value: 'scoreRisk',
    action: 'Score risk of return',
    description:
      'Say from 0 to 100 how much speaks against a return, point by point with its weight, from the history of the customer. A score never refuses anything.',
  },
  fields: [
    ...returnFields,
    ...historyFields,
    ...policyFields.map((field) =>
      field.name === 'policySource'
        ? { ...field, description: 'Its part "risk" has the weights and thresholds; without that part the usual ones' }
        : field,
    ),
  ],
  async execute(context, itemIndex) {
    const input = {
      ...returnOf(context, itemIndex),
      tracking: carriedChapter(context, itemIndex, 'tracking', trackingSchema),
      inspection: carriedChapter(context, itemIndex, 'inspection', inspectionSchema),
    };
    const policy = await policyAt(context, itemIndex, input.order.placedAt);
    const { risk, history } = await scoreReturn(context, itemIndex, input, policy);
    return { chapters: { risk: asJson(risk), ...(history && { history: asJson(history) }) }, result: asJson(risk) };
  },
};
