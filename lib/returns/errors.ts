/**
 * The closed set of things that can go wrong. Codes are stable: workflows branch on them.
 * `message` says what happened, `description` what to do next; neither holds secrets or personal data.
 */
export type ErrorCode =
  | 'invalid_input'
  | 'not_found'
  | 'conflict'
  | 'illegal_command'
  | 'step_in_progress'
  | 'step_failed'
  | 'unauthorized'
  | 'forbidden'
  | 'rate_limited'
  | 'provider_refused'
  | 'provider_unavailable'
  | 'timed_out'
  | 'unexpected_answer'
  | 'signature_invalid'
  | 'needs_review'
  | 'storage_failed'
  | 'unsupported';

export interface ErrorDetails {
  /** What the person at the keyboard should do next. */
  description: string;
  /** The provider that said so, e.g. `shopify`; absent for our own refusals. */
  provider?: string;
  /** Whether the same call may succeed later without any change. */
  retryable?: boolean;
  /** HTTP status of the provider's answer, when there was one. */
  status?: number;
  /** The provider's own code or the fields at fault, never values of personal data. */
  context?: Record<string, unknown>;
  cause?: unknown;
}

export class ReturnsError extends Error {
  override readonly name: string = 'ReturnsError';
  readonly description: string;
  readonly provider: string | undefined;
  readonly retryable: boolean;
  readonly status: number | undefined;
  readonly context: Record<string, unknown>;

  constructor(
    readonly code: ErrorCode,
    message: string,
    details: ErrorDetails,
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.description = details.description;
    this.provider = details.provider;
    this.retryable = details.retryable ?? false;
    this.status = details.status;
    this.context = details.context ?? {};
  }
}

/** Narrows any thrown value, also one thrown by another copy of this module in the same process. */
export function isReturnsError(error: unknown): error is ReturnsError {
  return error instanceof Error && 'code' in error && 'description' in error && 'retryable' in error;
}
