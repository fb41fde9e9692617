import type { Row, Statement, Work } from '../sql';

export type Execute = (statements: readonly Statement[]) => Promise<readonly (readonly Row[])[]>;

/** Runs work by awaiting each answer; a failing statement is thrown into the work. */
export async function runWork<T>(work: Work<T>, execute: Execute): Promise<T> {
  let step = work.next();
  while (step.done !== true) {
    let answers: readonly (readonly Row[])[];
    try {
      answers = await execute(step.value);
    } catch (error) {
      step = work.throw(error);
      continue;
    }
    step = work.next(answers);
  }
  return step.value;
}
