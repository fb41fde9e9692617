import { createHmac, timingSafeEqual } from 'node:crypto';
import { ReturnsError } from '../returns';
import type { WebhookHeaders } from './environment';

export function hmacSha256(key: string | Uint8Array, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/**
 * Compares a signature, as text, with the one expected, in a time that does not tell how much of it was right.
 * Texts that are not exactly the encoding of 32 bytes never match: Buffer.from drops what it cannot read.
 */
export function isSignature(expected: Buffer, given: string, encoding: 'hex' | 'base64'): boolean {
  const bytes = Buffer.from(given, encoding);
  const exact = bytes.toString(encoding) === (encoding === 'hex' ? given.toLowerCase() : given);
  return exact && bytes.length === expected.length && timingSafeEqual(bytes, expected);
}

/** The one value of a header; undefined when it is absent, empty or there several times. */
export function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const entry = headers[wanted] ?? Object.entries(headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
  const value = typeof entry === 'string' ? entry : entry?.length === 1 ? entry[0] : undefined;
  return value === '' ? undefined : value;
}

/** What every verifier throws: it tells a forger nothing, and a merchant where to look. */
export function signatureInvalid(provider: string, message: string): ReturnsError {
  return new ReturnsError('signature_invalid', message, {
    provider,
    description:
      'The delivery was ignored. If it was real, check that the signing secret in the credential is the one of this webhook, and that no proxy rewrites the body.',
  });
}
