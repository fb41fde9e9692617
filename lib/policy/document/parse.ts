import { ensureReadable } from './ensure-size';
import { faultsOf } from './faults';
import { fromFirstEdition, isFirstEdition } from './first-edition';
import { invalidPolicy } from './invalid-policy';
import { policyJsonSchema } from './json-schema';
import { policySchema, type Policy } from './policy-schema';

/**
 * Reads a policy document and fills in its defaults. A document of the first edition (`windows.defaultDays`) is read
 * as what it meant. The answer is frozen: what is compiled for a policy stays true. Parse once and evaluate many times.
 * @throws ReturnsError `invalid_input` listing every fault with its place and, where a word is unknown, the one that
 *   was probably meant; the faults are in `context.faults`
 */
export function parsePolicy(value: unknown): Policy {
  ensureReadable(value);
  const document = isFirstEdition(value) ? fromFirstEdition(value) : value;
  const result = policySchema.safeParse(document);
  if (result.success) return freeze(result.data);
  throw invalidPolicy(faultsOf(result.error.issues, document, policyJsonSchema));
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}
