import { z } from 'zod/v4';
import { once, redact } from '../../http';
import { ReturnsError, type ErrorCode } from '../../returns';
import type { Document } from './document';

/** The second of three layers: errors beside the data of an HTTP 200. */
export const graphqlErrorsSchema = once(() =>
  z.array(
    z.object({
      message: z.string(),
      path: z.array(z.union([z.string(), z.number()])).optional(),
      extensions: z.object({ code: z.string().optional(), requiredAccess: z.string().optional() }).optional(),
    }),
  ),
);
type GraphqlErrors = z.output<ReturnType<typeof graphqlErrorsSchema>>;

interface Meaning {
  readonly code: ErrorCode;
  readonly what: string;
  readonly next: string;
  readonly retryable?: boolean;
}

const meanings: Readonly<Record<string, Meaning>> = {
  THROTTLED: {
    code: 'rate_limited',
    what: 'is receiving too many requests',
    next: 'Run the item again later, or send fewer items at once.',
    retryable: true,
  },
  ACCESS_DENIED: {
    code: 'forbidden',
    what: 'does not allow this to the app',
    next: 'Give the app the access scope that the message names, install it again, and enter its new token.',
  },
  MAX_COST_EXCEEDED: {
    code: 'provider_refused',
    what: 'finds the request too large',
    next: 'Ask for fewer items at once.',
  },
  INTERNAL_SERVER_ERROR: {
    code: 'provider_unavailable',
    what: 'has a problem of its own',
    next: 'Run the item again later. Nothing needs changing.',
    retryable: true,
  },
  SHOP_INACTIVE: { code: 'forbidden', what: 'has closed this shop', next: 'Use the credential of an active shop.' },
};

const unknownMeaning: Meaning = {
  code: 'provider_refused',
  what: 'refused the request',
  next: 'Check the values that the message names, and the API version in the credential.',
};

/** The error that the answer speaks of, undefined when it has none. */
export function failureOf(
  errors: GraphqlErrors | undefined,
  { kind, name }: Pick<Document, 'kind' | 'name'>,
): ReturnsError | undefined {
  const [first] = errors ?? [];
  if (!errors || !first) return undefined;
  const code = errors.map(({ extensions }) => extensions?.code).find((known) => known !== undefined);
  const meaning = (code === undefined ? undefined : meanings[code]) ?? unknownMeaning;
  const access = first.extensions?.requiredAccess;
  const said = [first.message, access && `required access: ${access}`].filter(Boolean).join('; ');
  // Shopify may fail half-way through a mutation.
  const mayHaveHappened = kind === 'mutation' && code === 'INTERNAL_SERVER_ERROR';
  return new ReturnsError(meaning.code, `Shopify ${meaning.what}: ${redact(said)}`, {
    provider: 'shopify',
    status: 200,
    description: meaning.next,
    retryable: meaning.retryable ?? false,
    context: {
      operation: name,
      ...(code !== undefined && { providerCode: code }),
      ...(code === 'THROTTLED' && { throttled: true }),
      ...(mayHaveHappened && { mayHaveHappened }),
    },
  });
}
