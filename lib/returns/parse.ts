import { z } from 'zod/v4';
import { ReturnsError } from './errors';

/**
 * Checks a value at the door.
 * @param what names the value in the message, e.g. `the order chapter`
 * @throws ReturnsError `invalid_input` listing every fault with its path
 */
export function parseWith<T extends z.ZodType>(schema: T, value: unknown, what: string): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`);
  throw new ReturnsError('invalid_input', `${capitalise(what)} is not valid: ${faults.join('; ')}`, {
    description: `Correct ${what} and run the item again. Nothing was changed.`,
    context: { faults },
  });
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
