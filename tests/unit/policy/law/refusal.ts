import { ReturnsError } from '../../../../lib/returns';

/** The typed error that something was refused with. Anything else that it throws goes through, and fails the test. */
export function refusalOf(act: () => unknown): ReturnsError | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof ReturnsError) return error;
    throw error;
  }
  return undefined;
}
