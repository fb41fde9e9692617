import type { Outcome } from '../../lib/returns';

/** What all engines must agree on. */
export interface Answer {
  readonly outcome: Outcome;
  /** The rule that decided, undefined for an approval. */
  readonly rule: string | undefined;
}

/** The answer of one of our decisions. No rule need be behind an approval, and what is asked may have several. */
export const answerOf = ({
  outcome,
  rule,
}: {
  readonly outcome: Outcome;
  readonly rule?: string | undefined;
}): Answer => ({
  outcome,
  rule: outcome === 'approve' || outcome === 'needs_info' ? undefined : rule,
});

export const agree = (ours: Answer, theirs: Answer): boolean =>
  ours.outcome === theirs.outcome && ours.rule === theirs.rule;
