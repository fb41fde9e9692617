import { z } from 'zod/v4';
import { once, redact } from '../../http';
import { ReturnsError, type ErrorCode } from '../../returns';

/** The third layer: what the mutation itself refuses. */
export const userErrorsSchema = once(() =>
  z.array(z.object({ field: z.array(z.string()).nullish(), message: z.string(), code: z.string().nullish() })),
);
export type UserErrors = z.output<ReturnType<typeof userErrorsSchema>>;

interface Meaning {
  readonly code: ErrorCode;
  readonly next: string;
  readonly retryable?: boolean;
}

const meanings: Readonly<Record<string, Meaning>> = {
  NOT_FOUND: { code: 'not_found', next: 'Check the id, and that the credential is of the shop that it belongs to.' },
  MISSING_PERMISSION: {
    code: 'forbidden',
    next: 'Give the app the access scope write_returns, install it again, and enter its new token.',
  },
  FEATURE_NOT_ENABLED: { code: 'forbidden', next: 'Turn returns on in the settings of the shop.' },
  INVALID_STATE: {
    code: 'conflict',
    next: 'Look at the return in Shopify: it was moved on there, or by another workflow.',
  },
  IDEMPOTENCY_CONCURRENT_REQUEST: {
    code: 'provider_unavailable',
    next: 'The same call is on its way already. Run the item again later: it is told by its key.',
    retryable: true,
  },
  IDEMPOTENCY_KEY_PARAMETER_MISMATCH: {
    code: 'needs_review',
    next: 'An earlier attempt asked for something else under the same key. Look at what it did in Shopify, then settle the step by hand.',
  },
  INTERNAL_ERROR: { code: 'provider_unavailable', next: 'Run the item again later.', retryable: true },
};

/**
 * @param what completes "Shopify refused to …", e.g. `approve the return`
 * @throws ReturnsError `provider_refused`, or the code that says it better, with the fields in words
 */
export function ensureAccepted(errors: UserErrors, what: string): void {
  const [first] = errors;
  if (!first) return;
  const codes = errors.flatMap((error) => codeOf(error) ?? []);
  const meaning = codes.map((code) => meanings[code]).find((known) => known !== undefined);
  throw new ReturnsError(meaning?.code ?? 'provider_refused', `Shopify refused to ${what}: ${redact(sayAll(errors))}`, {
    provider: 'shopify',
    description: meaning?.next ?? 'Correct what the message names and run the item again. Nothing was changed.',
    retryable: meaning?.retryable ?? false,
    context: {
      ...(codes[0] !== undefined && { providerCode: codes[0] }),
      fields: errors.flatMap(({ field }) => (field?.length ? [field.join('.')] : [])),
    },
  });
}

/** Some mutations answer errors without a code: what they say of idempotency is told by their words. */
function codeOf({ code, message }: UserErrors[number]): string | undefined {
  if (code) return code;
  if (/request is currently in progress/i.test(message)) return 'IDEMPOTENCY_CONCURRENT_REQUEST';
  if (/same idempotency key/i.test(message)) return 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH';
  return /previous request with this idempotency key/i.test(message)
    ? 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED'
    : undefined;
}

const sayAll = (errors: UserErrors): string =>
  errors.map(({ field, message }) => (field?.length ? `${message} (${sayField(field)})` : message)).join('; ');

/** `["input", "returnLineItems", "0", "quantity"]` is "return line items 1, quantity". */
function sayField(field: readonly string[]): string {
  const path = field.filter((part) => !['input', 'returnInput'].includes(part));
  return path
    .map((part) =>
      /^\d+$/.test(part) ? String(Number(part) + 1) : part.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`),
    )
    .join(', ')
    .replace(/, (\d+)/g, ' $1');
}
