import type { Condition } from '../../document/condition';
import type { Policy } from '../../document/policy-schema';
import type { Setting } from '../../render/words/speaker';

export interface AnyRule {
  readonly id: string;
  readonly when?: Condition | undefined;
}

/** Fields of a rule that are told in one sentence. */
export interface Aspect<R> {
  readonly fields: readonly (keyof R & string)[];
  /** @param about which goods or requests the rule is about */
  readonly words: (before: R, after: R, about: string, name: string) => string;
}

/** How one list of rules is told. */
export interface RulePart<R extends AnyRule> {
  /** `windows.rules`. */
  readonly path: string;
  /** As the trace names its rules: `window`. */
  readonly trace: string;
  /** "return period": "the return period `shoes`". */
  readonly noun: string;
  rules(policy: Policy): readonly R[];
  /** Which goods or requests a rule is about. */
  about(when: Condition | undefined, setting: Setting): string;
  /** The whole rule as a sentence. */
  tell(rule: R, about: string): string;
  readonly aspects: readonly Aspect<R>[];
  /**
   * What the order of the rules means: the first that holds decides, they are offered in this order, or nothing.
   */
  readonly order: 'first_decides' | 'as_offered' | 'none';
  /** What a rule says besides its condition; of rules that say the same, order never matters. */
  effect(rule: R): unknown;
}

/** A field that is told by its name and both values. */
export function figure<R, K extends keyof R & string>(
  field: K,
  label: string,
  show: (value: R[K]) => string,
): Aspect<R> {
  return {
    fields: [field],
    words: (before, after, about) =>
      `${label} for ${about} is now ${show(after[field])} instead of ${show(before[field])}`,
  };
}
