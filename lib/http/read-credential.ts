import type { z } from 'zod/v4';
import { ReturnsError } from '../returns';
import type { Speaker } from './failures';

/**
 * Checks a stored credential, and names what is wrong by the labels that people see in the editor.
 * @param labels of the fields, by their names
 * @throws ReturnsError `invalid_input`
 */
export function readCredential<T extends z.ZodType>(
  schema: T,
  stored: unknown,
  { provider, displayName }: Speaker,
  labels: Readonly<Record<string, string>>,
): z.output<T> {
  const result = schema.safeParse(stored);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path, message }) => {
    const field = path.join('.');
    return { field, label: labels[field] ?? field, message };
  });
  const said = wrong.map(({ label, message }) => `"${label}": ${message}`).join('; ');
  const names = [...new Set(wrong.map(({ label }) => `"${label}"`))].join(' and ');
  throw new ReturnsError('invalid_input', `The ${displayName} credential is not valid: ${said}`, {
    provider,
    description: `Open the credential, correct ${names}, save and test it.`,
    context: { fields: wrong.map(({ field }) => field) },
  });
}
