import { createHmac } from 'node:crypto';

/** What TikTok Shop signs of a request. */
export interface Signable {
  /** Of the API, as it is documented: `/return_refund/202309/returns/search`, whatever host or gateway carries it. */
  readonly path: string;
  /** Decoded values. */
  readonly query: Readonly<Record<string, string>>;
  /** The body byte for byte as it is sent; nothing for GET and for files (`multipart/form-data`). */
  readonly body?: string;
}

/** The parameters that are never signed. */
const unsigned = new Set(['sign', 'access_token']);

/**
 * The text that is signed: the path, every parameter as key and value without separators in the byte order of the keys,
 * and the body, between two copies of the secret. Source: Partner Center, "Sign your API request".
 */
export function signatureBase({ path, query, body = '' }: Signable, appSecret: string): string {
  const parameters = Object.keys(query)
    .filter((key) => !unsigned.has(key))
    .sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .map((key) => `${key}${query[key] ?? ''}`)
    .join('');
  return `${appSecret}${path}${parameters}${body}${appSecret}`;
}

/** Lower-case hex, for the parameter `sign`. */
export const signRequest = (request: Signable, appSecret: string): string =>
  createHmac('sha256', appSecret).update(signatureBase(request, appSecret)).digest('hex');
