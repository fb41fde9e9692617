import type { UserError } from '../errors';
import type { View } from '../view';
import type { World } from '../world';

export interface MutationCall {
  world: World;
  /** API version of the request. */
  version: string;
  args: unknown;
}

export interface Mutation {
  /** Fields of the payload that are null when user errors keep the mutation from doing anything. */
  empty: readonly string[];
  /** Does it all or throws `Rejected` and does nothing. Answers the payload without its errors. */
  run: (call: MutationCall) => View;
}

/** The payload of a mutation that did nothing. */
export function rejectedPayload(mutation: Mutation, userErrors: readonly UserError[]): View {
  return { ...Object.fromEntries(mutation.empty.map((field) => [field, null])), userErrors };
}
