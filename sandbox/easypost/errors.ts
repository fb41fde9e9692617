export type FieldError =
  string | { field: string; message: string; suggestion?: string | null } | Record<string, string>;

/** An answer that is an error: `{ error: { code, message, errors } }` with an HTTP status. */
export class EasyPostError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(message);
  }

  body(): object {
    return { error: { code: this.code, message: this.message, errors: this.errors } };
  }
}

/** What EasyPost says of an id it does not know. */
export const notFound = (): EasyPostError =>
  new EasyPostError(404, 'NOT_FOUND', 'The requested resource could not be found.');

/** A body that lacks its wrapping object or a field. */
export const missing = (field: string): EasyPostError =>
  new EasyPostError(422, 'PARAMETER.REQUIRED', 'Missing required parameter.', [{ field, message: 'cannot be blank' }]);
