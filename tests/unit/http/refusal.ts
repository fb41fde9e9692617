import { isReturnsError, type ReturnsError } from '../../../lib/returns';

/** The error that a function throws; fails the test when it throws none, or another one. */
export function refusalOf(act: () => unknown): ReturnsError {
  try {
    act();
  } catch (error) {
    if (isReturnsError(error)) return error;
    throw error;
  }
  throw new Error('expected a refusal');
}
