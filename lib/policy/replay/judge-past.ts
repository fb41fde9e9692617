import { isReturnsError, type Decision } from '../../returns';
import type { Policy } from '../document';
import { evaluatePolicy } from '../evaluate-policy';
import type { PolicyInput } from '../facts';
import type { ReplayCase } from './replay-case';
import type { UnjudgedReason } from './report';

/** Both decisions on a past case. */
export interface Judged {
  readonly before: Decision;
  readonly after: Decision;
  readonly input: PolicyInput;
}

/** Why there are none. */
export interface Unjudged {
  readonly reason: UnjudgedReason;
  readonly details: readonly string[];
}

interface Policies {
  readonly current?: Policy | undefined;
  readonly draft: Policy;
  readonly now: Date;
}

/** Decides a past case by the draft, and by the current policy where there is one; never by a guess. */
export function judgePast(past: ReplayCase, { current, draft, now }: Policies): Judged | Unjudged {
  const { request, order, decision, fault } = past;
  if (fault !== undefined) return { reason: 'unreadable', details: [fault] };
  if (request === undefined) return { reason: 'no_request', details: [] };
  if (order === undefined) return { reason: 'no_order', details: [] };
  if (current === undefined && decision === undefined) return { reason: 'no_decision', details: [] };
  const input = knownThen(past, { request, order });
  try {
    const after = evaluatePolicy(draft, input, now, { trace: 'none' });
    const before = current === undefined ? decision : evaluatePolicy(current, input, now, { trace: 'none' });
    if (before === undefined) return { reason: 'no_decision', details: [] };
    const missing = [...lackedBy(after), ...(current === undefined ? [] : lackedBy(before))];
    if (missing.length > 0) return { reason: 'facts_missing', details: [...new Set(missing)] };
    return { before, after, input };
  } catch (error) {
    if (!isReturnsError(error)) throw error;
    return { reason: 'impossible', details: [error.message] };
  }
}

/** Facts without which a decision could only be a question: nobody can be asked about a past case. */
const lackedBy = ({ outcome, missing }: Decision): readonly string[] =>
  outcome === 'needs_info' ? (missing ?? []) : [];

/** What was known when the case was decided. */
function knownThen(
  { tracking, inspection, history, risk, decision }: ReplayCase,
  known: Pick<PolicyInput, 'request' | 'order'>,
): PolicyInput {
  const decidedAt = decision === undefined ? Infinity : Date.parse(decision.evaluatedAt);
  const wasKnown = (iso: string): boolean => Date.parse(iso) <= decidedAt;
  return {
    ...known,
    ...(decision !== undefined && { asOf: decision.evaluatedAt }),
    ...(tracking !== undefined && wasKnown(tracking.at) && { tracking }),
    ...(inspection !== undefined && wasKnown(inspection.inspectedAt) && { inspection }),
    ...(history !== undefined && { history }),
    ...(risk !== undefined && { risk }),
  };
}
