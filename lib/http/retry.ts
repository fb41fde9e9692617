/** When a repeat is safe, and how long to wait before it. Pure: clock and chance come in as arguments. */

export interface RetryLimits {
  readonly attempts: number;
  /** From the first attempt to the start of the last one. */
  readonly totalMs: number;
  readonly baseMs: number;
  readonly capMs: number;
}

export const defaultRetryLimits: RetryLimits = { attempts: 4, totalMs: 60_000, baseMs: 300, capMs: 10_000 };

/**
 * Reads `Retry-After`, in seconds or as an HTTP date (RFC 9110 section 10.2.3).
 * @param now milliseconds since 1970
 * @returns milliseconds to wait, at least 0; undefined when the header says nothing readable
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  // Date.parse takes much else ("3 apples" is a date to it): only the three forms of RFC 9110 begin with a day's name.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/**
 * Exponential back-off with full jitter: many items that failed together do not come back together.
 * @param attempt 1 after the first attempt
 * @param random 0 up to 1
 */
export function backOff(attempt: number, random: number, limits: RetryLimits): number {
  const ceiling = Math.min(limits.capMs, limits.baseMs * 2 ** (attempt - 1));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

/**
 * How long to wait before the next attempt, or undefined when there is to be none.
 * @param asked what the provider asked for, in milliseconds
 */
export function nextDelay(
  attempt: number,
  elapsedMs: number,
  asked: number | undefined,
  random: number,
  limits: RetryLimits,
): number | undefined {
  if (attempt >= limits.attempts) return undefined;
  const delay = Math.max(asked ?? 0, backOff(attempt, random, limits));
  return elapsedMs + delay > limits.totalMs ? undefined : delay;
}
