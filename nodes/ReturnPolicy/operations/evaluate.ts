import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Policy, PolicyInput } from '../../../lib/policy';
import { historySchema, inspectionSchema, riskSchema, trackingSchema } from '../../../lib/returns';
import { asJson } from '../../shared/case-access';
import { itemParameter } from '../../shared/item-parameter';
import type { Operation } from '../../shared/operation';
import { textParameter } from '../../shared/parameters';
import { loadPolicies } from '../load-policies';
import { outputOf } from '../outputs';
import { returnFields, returnOf } from '../return-of';
import { carriedChapter } from '../carried-chapter';
import { historyFields } from '../risk/history-fields';
import { scoreReturn } from '../risk/score-return';
import { policyFields } from '../source/policy-fields';
import { policyAt } from '../source/policy-of';

const scoreFirst: INodeProperties = {
  displayName: 'Score Risk First',
  name: 'scoreRisk',
  type: 'boolean',
  default: false,
  description:
    'Whether to score the return from the history of the customer before it is decided. A score may add a review, and never a refusal.',
};

const traceField: INodeProperties = {
  displayName: 'Trace',
  name: 'trace',
  type: 'options',
  options: [
    { name: 'Full', value: 'full', description: 'Every rule of the policy' },
    { name: 'None', value: 'none', description: 'The reasons alone' },
    { name: 'What Held', value: 'held', description: 'Rules that held, decided or lacked a fact, and the law' },
  ],
  default: 'full',
  description: 'How much of the way to the decision is kept with it',
};

const traceDepths = ['full', 'held', 'none'] as const;

export const evaluate: Operation = {
  option: {
    name: 'Evaluate',
    value: 'evaluate',
    action: 'Evaluate return request',
    description:
      'Decide whether a return request is approved, rejected, lacks information or needs a person: with refund, fee, deadline, the reason in words and the trace of every rule. Changes nothing.',
  },
  fields: [
    ...returnFields,
    ...policyFields,
    scoreFirst,
    ...historyFields.map((field) => ({
      ...field,
      displayOptions: { ...field.displayOptions, show: { ...field.displayOptions?.show, scoreRisk: [true] } },
    })),
    traceField,
  ],
  async execute(context, itemIndex) {
    const { request, order } = returnOf(context, itemIndex);
    const policy = await policyAt(context, itemIndex, order.placedAt);
    const { chapters, input } = await knownOf(context, itemIndex, { request, order }, policy);
    const now = new Date();
    const trace = traceDepths.find((depth) => depth === textParameter(context, 'trace', itemIndex)) ?? 'full';
    const decision = loadPolicies().evaluatePolicy(policy, { ...input, asOf: now.toISOString() }, now, { trace });
    const json = asJson(decision);
    return { chapters: { ...chapters, decision: json }, result: json, output: outputOf[decision.outcome] };
  },
};

interface Known {
  readonly input: PolicyInput;
  /** What has been found out on the way. */
  readonly chapters: IDataObject;
}

/** What the item carries beside request and order, and what is scored first. */
async function knownOf(
  context: IExecuteFunctions,
  itemIndex: number,
  { request, order }: ReturnType<typeof returnOf>,
  policy: Policy,
): Promise<Known> {
  const carried = {
    request,
    order,
    tracking: carriedChapter(context, itemIndex, 'tracking', trackingSchema),
    inspection: carriedChapter(context, itemIndex, 'inspection', inspectionSchema),
  };
  if (itemParameter(context, 'scoreRisk', itemIndex, null) === true) {
    const { risk, history } = await scoreReturn(context, itemIndex, carried, policy);
    return {
      input: { ...carried, risk, ...(history && { history }) },
      chapters: { risk: asJson(risk), ...(history && { history: asJson(history) }) },
    };
  }
  return {
    input: {
      ...carried,
      history: carriedChapter(context, itemIndex, 'history', historySchema),
      risk: carriedChapter(context, itemIndex, 'risk', riskSchema),
    },
    chapters: {},
  };
}
