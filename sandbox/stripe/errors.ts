export interface StripeErrorBody {
  type: 'invalid_request_error' | 'idempotency_error' | 'api_error' | 'card_error';
  message: string;
  code?: string;
  param?: string;
  doc_url?: string;
  request_log_url?: string;
}

/** An answer that is an error, as `{ error: … }` with an HTTP status. */
export class StripeError extends Error {
  constructor(
    readonly status: number,
    readonly body: StripeErrorBody,
  ) {
    super(body.message);
  }
}

/** An `invalid_request_error`; with a code it carries the link to that code's documentation. */
export function invalidRequest(
  message: string,
  details: { code?: string; param?: string; status?: number } = {},
): StripeError {
  const { code, param, status = 400 } = details;
  return new StripeError(status, {
    ...(code === undefined
      ? {}
      : { code, doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` }),
    message,
    ...(param === undefined ? {} : { param }),
    type: 'invalid_request_error',
  });
}

/** What Stripe says of an id it does not know: 404 when it is in the path, 400 when it is a parameter. */
export function noSuch(kind: string, id: string, param: string, status: 400 | 404): StripeError {
  return invalidRequest(`No such ${kind}: '${id}'`, { code: 'resource_missing', param, status });
}
