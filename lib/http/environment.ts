import type { LookupFunction } from 'node:net';

/** What n8n's `Result` looks like from outside: a verdict, and the error that says why not. */
type Verdict = { readonly ok: true } | { readonly ok: false; readonly error: Error };

/**
 * The outbound filter of the host program, as `helpers.getSecureEgressFilter()` hands it out in n8n: a URL is checked
 * before the call, each resolved address and each address literal when the socket connects. Optional, because older
 * hosts have none.
 */
export interface EgressFilter {
  validateUrl(url: string | URL): Promise<Verdict>;
  validateConnectionHost(host: string): Verdict;
  createSecureLookup(): LookupFunction;
}

/** What a provider client needs from the world. Everything is optional: the defaults are the real ones. */
export interface ClientEnvironment {
  readonly egressFilter?: EgressFilter;
  /** Ends the call, and the waiting between two attempts. */
  readonly signal?: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** 0 up to 1, for the jitter. */
  readonly random?: () => number;
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * One attempt at a write, as the ledger numbers it. A taken-over attempt carries the key of the one before it, and
 * `mayHaveHappened` says that the provider may have done it already without our knowing.
 */
export interface Attempt {
  readonly idempotencyKey: string;
  readonly mayHaveHappened: boolean;
}

/** Headers as Node and n8n hand them to a webhook: names in lower case. */
export type WebhookHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;
