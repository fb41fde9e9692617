import { wordsIn, type Decision, type Locale } from '../../returns';
import { traceInWords, type Titles } from './trace-in-words';

/** A decision in the words of everybody who asks about it. */
export interface Explanation {
  readonly outcome: Decision['outcome'];
  /** The language of `shopper` and `questions`. */
  readonly language: Locale;
  readonly shopper: string;
  /** What the shopper still has to tell. */
  readonly questions: readonly string[];
  readonly agent: string;
  /** One sentence for each rule that was looked at; empty where the decision carries no trace. */
  readonly rules: readonly string[];
  readonly audit: string;
}

/** Explains a decision out of what it carries: nothing is decided anew. */
export function explainDecision(decision: Decision, language: Locale, titles?: Titles): Explanation {
  const { outcome, reason, questions = [] } = decision;
  return {
    outcome,
    language,
    shopper: wordsIn(reason.shopper, language) ?? '',
    questions: questions.filter(({ asks }) => asks === 'shopper').flatMap(({ text }) => wordsIn(text, language) ?? []),
    agent: reason.agent,
    rules: traceInWords(decision, titles),
    audit: reason.audit,
  };
}
