import type { Reading } from './reading';

/** Three answers, because what is not known is not a no. */
export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;
export type Truth = typeof NO | typeof YES | typeof UNKNOWN;

export type Predicate = (reading: Reading) => Truth;

export const truthOf = (holds: boolean): Truth => (holds ? YES : NO);

const always: Predicate = () => YES;

/** One no is enough; else what is not known leaves it open. */
export function allOf(predicates: readonly Predicate[]): Predicate {
  const [first, second, ...others] = predicates;
  if (first === undefined) return always;
  if (second === undefined) return first;
  if (others.length === 0) {
    return (reading) => {
      const one = first(reading);
      if (one === NO) return NO;
      const two = second(reading);
      return two === YES ? one : two;
    };
  }
  return (reading) => {
    let truth: Truth = YES;
    for (const predicate of predicates) {
      const part = predicate(reading);
      if (part === NO) return NO;
      if (part === UNKNOWN) truth = UNKNOWN;
    }
    return truth;
  };
}

/** One yes is enough; else what is not known leaves it open. */
export function anyOf(predicates: readonly Predicate[]): Predicate {
  const [first, ...others] = predicates;
  if (first !== undefined && others.length === 0) return first;
  return (reading) => {
    let truth: Truth = NO;
    for (const predicate of predicates) {
      const part = predicate(reading);
      if (part === YES) return YES;
      if (part === UNKNOWN) truth = UNKNOWN;
    }
    return truth;
  };
}

export function notOf(predicate: Predicate): Predicate {
  return (reading) => {
    const truth = predicate(reading);
    return truth === UNKNOWN ? UNKNOWN : truth === YES ? NO : YES;
  };
}
