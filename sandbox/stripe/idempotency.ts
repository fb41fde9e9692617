import { StripeError } from './errors';

export interface StoredAnswer {
  status: number;
  body: object;
}

interface Entry {
  endpoint: string;
  params: string;
  at: number;
  requestId: string;
  answer: StoredAnswer | undefined;
}

/** Keys are kept for at least a day; here for exactly one, by the sandbox's clock. */
const keptMs = 24 * 60 * 60 * 1000;

export interface Claim {
  key: string;
  endpoint: string;
  params: string;
  requestId: string;
}

/**
 * What Stripe remembers of requests with an Idempotency-Key (docs.stripe.com/api/idempotent_requests): the first
 * result, a 500 included, once execution began; nothing of a request that was refused before.
 */
export class IdempotencyKeys {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly now: () => Date) {}

  /**
   * Claims a key for a request about to run. Answers the stored result when the same request ran before. Throws
   * `idempotency_error` (400) for other parameters, and 409 while the first request is still running.
   */
  claim({ key, endpoint, params, requestId }: Claim): (StoredAnswer & { originalRequest: string }) | undefined {
    const entry = this.find(key);
    if (entry === undefined) {
      this.entries.set(key, { endpoint, params, requestId, at: this.now().getTime(), answer: undefined });
      return undefined;
    }
    if (entry.endpoint !== endpoint) {
      throw new StripeError(400, {
        message: `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${endpoint}' vs '${entry.endpoint}'). Try using a key other than '${key}' if you meant to execute a different request.`,
        type: 'idempotency_error',
      });
    }
    if (entry.params !== params) {
      throw new StripeError(400, {
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
        type: 'idempotency_error',
      });
    }
    if (entry.answer === undefined) {
      throw new StripeError(409, {
        code: 'idempotency_key_in_use',
        doc_url: 'https://stripe.com/docs/error-codes/idempotency-key-in-use',
        message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
        type: 'invalid_request_error',
      });
    }
    return { ...entry.answer, originalRequest: entry.requestId };
  }

  /** Keeps the result of a claimed request. */
  settle(key: string, answer: StoredAnswer): void {
    const entry = this.entries.get(key);
    if (entry !== undefined) entry.answer = answer;
  }

  /** Whether a result is kept under this key. */
  has(key: string): boolean {
    return this.find(key)?.answer !== undefined;
  }

  /** Whether no request under this key has begun. */
  isFree(key: string): boolean {
    return this.find(key) === undefined;
  }

  clear(): void {
    this.entries.clear();
  }

  private find(key: string): Entry | undefined {
    const entry = this.entries.get(key);
    if (entry?.answer === undefined || this.now().getTime() - entry.at < keptMs) return entry;
    this.entries.delete(key);
    return undefined;
  }
}
