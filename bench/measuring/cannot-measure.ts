import type { Contest, Result } from './result';

/** What a measure needs is not on this machine; the message says what to do about it. */
export class CannotMeasure extends Error {
  override readonly name = 'CannotMeasure';
}

/** A line of the report for a measure that could not be taken: it never counts as reached. */
export const unmeasured = ({ id, unit, peer, aim }: Contest, { message }: Error): Result => ({
  id,
  ours: 0,
  unit,
  peer,
  theirs: 0,
  ratio: 0,
  aim,
  ok: false,
  missing: message,
});

/** Takes a measure, or says what is missing for it. */
export async function measureIfPossible(contest: Contest, measure: () => Promise<Result>): Promise<Result> {
  try {
    return await measure();
  } catch (error) {
    if (error instanceof CannotMeasure) return unmeasured(contest, error);
    throw error;
  }
}
