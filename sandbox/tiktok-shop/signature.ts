import { createHmac, timingSafeEqual } from 'node:crypto';

const unsigned = new Set(['sign', 'access_token']);

const byteOrder = ([left]: readonly [string, string], [right]: readonly [string, string]): number =>
  Buffer.compare(Buffer.from(left), Buffer.from(right));

export interface SignedRequest {
  /** Path without the host: `/return_refund/202309/returns/search`. */
  path: string;
  /** Decoded values. */
  query: Readonly<Record<string, string>>;
  /** The media type, with or without parameters. */
  contentType: string;
  body: Buffer;
}

/** Partner Center, "Sign your API request": path, sorted keys with decoded values, raw body unless multipart. */
export function requestSignature({ path, query, contentType, body }: SignedRequest, secret: string): string {
  const pairs = Object.entries(query)
    .filter(([key]) => !unsigned.has(key))
    .sort(byteOrder)
    .map(([key, value]) => key + value);
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase();
  const mac = createHmac('sha256', secret).update(secret).update(path).update(pairs.join(''));
  if (mediaType !== 'multipart/form-data') mac.update(body);
  return mac.update(secret).digest('hex');
}

/** Value of the `Authorization` header of a webhook: no scheme before it, lower-case hex. */
export function webhookSignature(body: Buffer, appKey: string, secret: string): string {
  return createHmac('sha256', secret).update(appKey).update(body).digest('hex');
}

export function isSameSignature(presented: string, expected: string): boolean {
  const left = Buffer.from(presented);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}
