import { z } from 'zod/v4';
import {
  once,
  createHttpClient,
  readCredential,
  type ClientEnvironment,
  type HttpClient,
  type Refusal,
} from '../../http';

/** The version that this adapter is written for; Stripe keeps answering in it. */
export const stripeVersion = '2026-10-28.endive';

const credentialsSchema = once(() =>
  z.object({
    secretKey: z
      .string()
      .trim()
      .regex(/^(sk|rk)_/, 'expected a secret or restricted key, sk_… or rk_…'),
    /** Of a connected account, `acct_…`. */
    account: z.string().trim().optional(),
    /** Replaces `https://api.stripe.com`, for a simulator or a gateway. */
    baseUrl: z.string().trim().optional(),
  }),
);
export type StripeCredentials = z.input<ReturnType<typeof credentialsSchema>>;

const speaker = { provider: 'stripe', displayName: 'Stripe' };

/** @throws ReturnsError `invalid_input` */
export function createStripeClient(credentials: unknown, environment?: ClientEnvironment): HttpClient {
  const {
    secretKey,
    account,
    baseUrl = 'https://api.stripe.com',
  } = readCredential(credentialsSchema(), credentials, speaker, { secretKey: 'Secret Key', baseUrl: 'Base URL' });
  return createHttpClient({
    ...speaker,
    baseUrl,
    headers: {
      authorization: `Bearer ${secretKey}`,
      'stripe-version': stripeVersion,
      ...(account && { 'stripe-account': account }),
    },
    idempotencyHeader: 'idempotency-key',
    retryHeader: 'stripe-should-retry',
    replayHeader: 'idempotent-replayed',
    readRefusal,
    environment,
  });
}

const errorSchema = once(() =>
  z.object({
    error: z.object({
      type: z.string().optional(),
      code: z.string().optional(),
      message: z.string().optional(),
      param: z.string().optional(),
      decline_code: z.string().optional(),
    }),
  }),
);

type Words = Omit<Refusal, 'message' | 'code' | 'fields'>;

/** What Stripe's codes mean for a return, and what to do. Source: docs.stripe.com/error-codes. */
const wordsOfCode: Readonly<Record<string, Words>> = {
  charge_already_refunded: {
    advice: 'The payment has been paid back in full already. Look at it in the Stripe dashboard, then settle the case.',
  },
  charge_disputed: {
    advice: 'The shopper disputed this payment with the bank. Answer the dispute in Stripe instead of refunding.',
  },
  refund_disputed_payment: {
    advice: 'The shopper disputed this payment with the bank. Answer the dispute in Stripe instead of refunding.',
  },
  balance_insufficient: {
    advice: 'The Stripe balance does not cover this refund. Add funds in Stripe, then run the item again.',
    retryable: true,
  },
  amount_too_large: { advice: 'The amount is more than what is left of the payment. Check earlier refunds of it.' },
  resource_missing: {
    errorCode: 'not_found',
    advice: 'Check the id, and that the key is of the account and the mode (live or test) that it belongs to.',
  },
  idempotency_key_in_use: {
    errorCode: 'step_in_progress',
    retryable: true,
    advice: 'The same refund is being made at this moment. Run the item again shortly; it is not paid twice.',
  },
};

const wordsOfType: Readonly<Record<string, Words>> = {
  idempotency_error: {
    errorCode: 'conflict',
    advice: 'This refund was asked for before with other values. Look at the payment in Stripe before trying again.',
  },
};

function readRefusal(body: unknown, status: number): Refusal | undefined {
  const result = errorSchema().safeParse(body);
  if (!result.success) return undefined;
  const { type, code, message, param, decline_code: declineCode } = result.data.error;
  const inUse = status === 409 ? wordsOfCode['idempotency_key_in_use'] : undefined;
  return {
    message: message ?? code ?? type ?? 'no reason given',
    ...((code ?? type) !== undefined && { code: declineCode ?? code ?? type ?? '' }),
    ...(param !== undefined && { fields: [param] }),
    ...(inUse ??
      (code === undefined ? undefined : wordsOfCode[code]) ??
      (type === undefined ? undefined : wordsOfType[type])),
  };
}
