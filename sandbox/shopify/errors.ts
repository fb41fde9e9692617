import { GraphQLError } from 'graphql';

export interface UserError {
  field: string[] | null;
  message: string;
  code?: string | null;
}

/** One entry of `userErrors`. Payloads whose error type has no `code` never show it. */
export function userError(field: string[] | null, message: string, code?: string): UserError {
  return { field, message, code: code ?? null };
}

/** What this simulator does not know how to answer, said instead of answered with a null that means something else. */
export function notSimulated(what: string): GraphQLError {
  return new GraphQLError(`not simulated: ${what}`, { extensions: { code: 'NOT_SIMULATED' } });
}

/** Thrown inside a mutation to leave it with these user errors and nothing changed. */
export class Rejected extends Error {
  constructor(readonly userErrors: UserError[]) {
    super(userErrors.map((entry) => entry.message).join('; '));
  }
}

export function reject(field: string[] | null, message: string, code?: string): Rejected {
  return new Rejected([userError(field, message, code)]);
}
