/** An answer whose `code` is not 0. `status` is the HTTP status, which TikTok leaves at 200 for what the business refuses. */
export class TikTokError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly status = 200,
  ) {
    super(message);
  }
}

/** 36009004 says many things: app key, token, timestamp, missing sign, unexpected parameter. Its message tells which. */
export const badRequest = (message: string): TikTokError => new TikTokError(36009004, message, 400);

/** A business parameter that cannot be used. */
export const invalidParameter = (what: string): TikTokError =>
  new TikTokError(98001004, `Invalid parameters. Please verify your input before retrying: ${what}`);

export const pathUnknown = (): TikTokError =>
  new TikTokError(36009009, 'Invalid path, please refer to the API documentation for the correct path', 404);
export const versionUnknown = (version: string): TikTokError =>
  new TikTokError(36009014, `Invalid API version: ${version}`, 404);
export const addressRefused = (): TikTokError =>
  new TikTokError(36009033, 'Access denied: the IP address is not in the allow list of the app', 403);
export const methodUnknown = (): TikTokError => new TikTokError(36009010, 'Invalid method for this path', 405);
export const rateLimited = (): TikTokError => new TikTokError(36009002, 'Too many requests', 429);
export const internalError = (): TikTokError => new TikTokError(36009003, 'Internal error, please retry', 500);
export const signInvalid = (): TikTokError => new TikTokError(106001, "Invalid 'sign' query parameter", 401);
export const cipherMissing = (): TikTokError =>
  new TikTokError(106013, "Missing 'shop_cipher' query parameter for this seller", 400);
export const scopeMissing = (scope: string): TikTokError =>
  new TikTokError(105005, `Access denied: the authorization does not contain the scope ${scope}`, 403);
export const tokenExpired = (): TikTokError =>
  new TikTokError(105002, "Expired credentials, the 'x-tts-access-token' header has expired", 401);
export const tokenUnknown = (): TikTokError =>
  new TikTokError(101000, "Invalid credentials. Invalid 'x-tts-access-token' header", 401);
export const belongsToOther = (): TikTokError => new TikTokError(21008111, 'the order belongs to another seller');

export const alreadyCompleted = (): TikTokError =>
  new TikTokError(25001010, 'reverse order has already been completed');
export const alreadyInProgress = (): TikTokError =>
  new TikTokError(25001011, 'there are processing reverse order exists');
export const reasonUnknown = (): TikTokError => new TikTokError(25001014, 'Reason not found');
export const reasonUnfit = (): TikTokError => new TikTokError(25001021, 'Reason not match order status');
export const notCancellable = (): TikTokError =>
  new TikTokError(25001045, 'the order is shipped or completed and can not be cancelled');
export const aboveRefundable = (): TikTokError =>
  new TikTokError(25005005, 'refund total exceeds the refundable amount');
export const tooManyLines = (): TikTokError => new TikTokError(25005011, 'line items exceed the limit');
/** The return does not stand where this can be done: `status can't reject receive`. */
export const statusRefused = (what: string): TikTokError => new TikTokError(25011014, `status can't ${what}`);
