import { ReturnsError, type Decision } from '../returns';
import type { Policy } from './document';
import { decisionOf } from './engine/decision';
import { judge } from './engine/judge';
import type { TraceDepth } from './engine/trace';
import type { PolicyInput } from './facts';

export interface EvaluateOptions {
  /** How much of the trace the answer carries. Default `full`. */
  readonly trace?: TraceDepth;
}

/**
 * Answers a return request: approve, review, ask for information or reject, for each line and for the whole, with what
 * the shopper gets back and why. Reads nothing but its arguments: the same ones give the same answer.
 *
 * Lateness is judged by when the request was made (`request.requestedAt`), not by when it is evaluated: a statement
 * sent in time is in time (directive 2011/83/EU art. 11(2)). A refused request gives nothing back; a request in
 * review shows what an approval would.
 * @param policy as `parsePolicy` gave it; compiled on first use
 * @param now only written on the decision
 * @throws ReturnsError `invalid_input` when the request asks for lines or units that the order does not have, and for
 *   an order or request that cannot be: times, amounts, currencies, countries
 */
export function evaluatePolicy(
  policy: Policy,
  input: PolicyInput,
  now: Date,
  { trace = 'full' }: EvaluateOptions = {},
): Decision {
  return decisionOf(judge(policy, input), isoOf(now), trace);
}

/** The time written last: a batch is evaluated at one instant. */
let lastNow = { at: 0, iso: new Date(0).toISOString() };

function isoOf(now: Date): string {
  const at = now.getTime();
  if (at === lastNow.at) return lastNow.iso;
  if (Number.isFinite(at)) {
    lastNow = { at, iso: now.toISOString() };
    return lastNow.iso;
  }
  throw new ReturnsError('invalid_input', 'The time of the evaluation cannot be read', {
    description: 'Pass a valid date.',
  });
}
