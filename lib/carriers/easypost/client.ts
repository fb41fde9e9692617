import { z } from 'zod/v4';
import {
  once,
  createHttpClient,
  readCredential,
  type ClientEnvironment,
  type HttpClient,
  type Refusal,
} from '../../http';

const credentialsSchema = once(() =>
  z.object({
    apiKey: z.string().trim().min(1, 'enter the API key'),
    /** Replaces `https://api.easypost.com`, for a simulator or a gateway. */
    baseUrl: z.string().trim().optional(),
  }),
);
export type EasyPostCredentials = z.input<ReturnType<typeof credentialsSchema>>;

const speaker = { provider: 'easypost', displayName: 'EasyPost' };

/** @throws ReturnsError `invalid_input` */
export function createEasyPostClient(credentials: unknown, environment?: ClientEnvironment): HttpClient {
  const { apiKey, baseUrl = 'https://api.easypost.com' } = readCredential(credentialsSchema(), credentials, speaker, {
    apiKey: 'API Key',
    baseUrl: 'Base URL',
  });
  return createHttpClient({
    ...speaker,
    baseUrl,
    headers: { authorization: `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}` },
    readRefusal,
    // Rates are fetched from the carriers while we wait.
    timeoutMs: 60_000,
    environment,
  });
}

const faultSchema = once(() =>
  z.union([
    z.string(),
    z.object({ field: z.string().nullish(), message: z.string().nullish(), suggestion: z.string().nullish() }),
  ]),
);
const errorSchema = once(() =>
  z.object({
    error: z.union([
      z.string().transform((message) => ({ code: undefined, message, errors: undefined })),
      z.object({
        code: z.string().nullish(),
        message: z.unknown(),
        errors: z.array(faultSchema()).nullish().catch(undefined),
      }),
    ]),
  }),
);
type Fault = z.output<ReturnType<typeof faultSchema>>;

/** What EasyPost's codes and statuses mean, and what to do. Source: docs.easypost.com/docs/errors. */
const adviceOfCode: Readonly<Record<string, string>> = {
  'ADDRESS.VERIFY.FAILURE': 'Correct the address of the shopper or of the shop and run the item again.',
  'SHIPMENT.RATES.UNAVAILABLE': 'Check the weight, the addresses and the carrier accounts in EasyPost.',
  'PAYMENT.REQUIRED': 'Add funds to the EasyPost wallet, then run the item again.',
};

function readRefusal(body: unknown, status: number): Refusal | undefined {
  const result = errorSchema().safeParse(body);
  if (!result.success) return undefined;
  const { code, message, errors } = result.data.error;
  const faults = (errors ?? []).map(sayFault);
  const fields = (errors ?? []).flatMap((fault) => (typeof fault === 'object' && fault.field ? [fault.field] : []));
  const advice =
    (code ? adviceOfCode[code] : undefined) ?? (status === 402 ? adviceOfCode['PAYMENT.REQUIRED'] : undefined);
  const said = typeof message === 'string' ? message : '';
  return {
    message: [said, ...faults].filter(Boolean).join('; ') || 'no reason given',
    ...(code && { code }),
    ...(fields.length > 0 && { fields }),
    ...(advice && { advice }),
  };
}

function sayFault(fault: Fault): string {
  if (typeof fault === 'string') return fault;
  return [fault.field, fault.message, fault.suggestion && `try ${fault.suggestion}`].filter(Boolean).join(' ');
}
