import { ReturnsError } from '../../returns';

/** @param faults each with its place: `windoes: ...` */
export function invalidPolicy(faults: readonly string[]): ReturnsError {
  return new ReturnsError('invalid_input', `The policy is not valid: ${faults.join('; ')}`, {
    description: 'Correct the policy and run the item again. Nothing was changed.',
    context: { faults },
  });
}
