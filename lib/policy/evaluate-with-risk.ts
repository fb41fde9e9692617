import type { Decision, History } from '../returns';
import type { Policy } from './document';
import { evaluatePolicy, type EvaluateOptions } from './evaluate-policy';
import type { PolicyInput } from './facts';
import { historyChapterOf, scoreRisk, type RiskInput, type RiskScore } from './risk';

export interface RiskyDecision {
  readonly decision: Decision;
  readonly risk: RiskScore;
  /** The history as conditions ask about it; absent where nobody knows one. */
  readonly history: History | undefined;
}

/**
 * Scores a return and answers it, with the weights and thresholds of the policy's part `risk`, or the usual ones where
 * it has none. The score can add a review, and never a refusal where the law grants the return.
 * @param input with the customer's history as `customerHistory` or a case index tells it
 * @param now only written on the decision
 * @throws ReturnsError `invalid_input` as `evaluatePolicy` and `scoreRisk` do
 */
export function evaluateWithRisk(
  policy: Policy,
  input: RiskInput & Pick<PolicyInput, 'asOf'>,
  now: Date,
  options: EvaluateOptions = {},
): RiskyDecision {
  const { request, order, tracking, inspection, asOf } = input;
  const risk = scoreRisk(input, policy.risk);
  const history = input.history && historyChapterOf(input.history, input);
  const decision = evaluatePolicy(policy, { request, order, tracking, inspection, history, risk, asOf }, now, options);
  return { decision, risk, history };
}
