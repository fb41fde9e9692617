import type { Random } from './random';

/** A request is refused, in the provider's own words. */
export const refusalKinds = [
  /** 429 with Retry-After; nothing was done. */
  'rate-limit',
  /** Shopify's answer to a query that its bucket of points is too empty for: HTTP 200, and nothing was done. */
  'throttled',
  /** Shopify's 430, a page and no JSON: the request was taken for an attack, and nothing was done. */
  'security-rejection',
  /** 500 before anything was done. */
  'server-error',
  /** 500 while executing, as a provider with idempotency keys remembers it: the same key gets the same 500 again. */
  'execution-error',
] as const;
export type RefusalKind = (typeof refusalKinds)[number];

/** A request comes to no answer, or to a late one. */
export const connectionKinds = [
  /** Nothing is done and no answer comes until the caller gives up. */
  'timeout',
  /** The connection is destroyed before anything was done. */
  'reset',
  /** It is done, and the connection is destroyed before the answer. */
  'lost-answer',
  /** It is done, and the answer is held back for a while: time to kill whoever waits for it. */
  'slow-answer',
] as const;

/** What can go wrong with a webhook delivery. */
export const webhookFaultKinds = ['duplicate', 'delay', 'reorder', 'drop'] as const;

/** What can go wrong with a message handed to the mail server (besides `lost-answer`). */
export const mailFaultKinds = ['smtp-reject', 'smtp-tempfail'] as const;

export const faultKinds = [...refusalKinds, ...connectionKinds, ...webhookFaultKinds, ...mailFaultKinds] as const;
export type FaultKind = (typeof faultKinds)[number];

/** What every provider knows that is called over HTTP and sends webhooks. */
export const commonFaultKinds = ['rate-limit', 'server-error', ...connectionKinds, ...webhookFaultKinds] as const;

/** Narrows a fault to some requests; what is left out matches everything. */
export interface FaultMatch {
  method?: string | undefined;
  /** Source of a regular expression on the path with its query. */
  path?: string | undefined;
  /** Name of a GraphQL operation or of a field at its root, or topic of a webhook. */
  operation?: string | undefined;
}

export interface FaultSpec {
  provider: string;
  kind: FaultKind;
  /** Share of matching requests that are hit, 0 to 1. Without rate and count every one is. */
  rate?: number | undefined;
  /** How many matching requests are hit before the fault switches itself off. */
  count?: number | undefined;
  /** How many matching requests pass unhurt first. */
  skip?: number | undefined;
  match?: FaultMatch | undefined;
  /** For `rate-limit`: what Retry-After says. */
  retryAfterSeconds?: number | undefined;
  /** For webhook `delay` and for `slow-answer`: how long, in real milliseconds. */
  delayMs?: number | undefined;
}

export interface Fault extends FaultSpec {
  id: string;
  /** How often it struck. */
  hits: number;
}

/** What a fault is asked about. */
export interface Occasion {
  provider: string;
  method?: string | undefined;
  path?: string | undefined;
  /** Every name that `match.operation` may mean. */
  operations?: readonly string[] | undefined;
}

function matches(fault: Fault, occasion: Occasion): boolean {
  if (fault.provider !== occasion.provider) return false;
  const { method, path, operation } = fault.match ?? {};
  if (method !== undefined && method.toUpperCase() !== occasion.method?.toUpperCase()) return false;
  if (path !== undefined && !new RegExp(path).test(occasion.path ?? '')) return false;
  return operation === undefined || (occasion.operations ?? []).includes(operation);
}

/** The switches: which faults are on, and whether one strikes now. */
export class Faults {
  private list: Fault[] = [];

  private lastId = 0;

  private readonly offered = new Map<string, readonly FaultKind[]>();

  constructor(private random: Random) {}

  /** Says which faults can strike a provider. */
  offer(provider: string, kinds: readonly FaultKind[]): void {
    this.offered.set(provider, kinds);
  }

  /**
   * Switches a fault on. Throws RangeError when it could never strike: no such provider, or a kind that it does not
   * know; and when the rate is outside 0..1, the count is not a positive whole number,
   * or the path is no regular expression.
   */
  add(spec: FaultSpec): Fault {
    const kinds = this.offered.get(spec.provider);
    if (kinds === undefined) {
      throw new RangeError(`no provider ${spec.provider}: there are ${[...this.offered.keys()].join(', ')}`);
    }
    if (!kinds.includes(spec.kind)) {
      throw new RangeError(`${spec.provider} has no fault ${spec.kind}: it has ${kinds.join(', ')}`);
    }
    if (spec.rate !== undefined && !(spec.rate >= 0 && spec.rate <= 1)) throw new RangeError('rate must be 0 to 1');
    for (const name of ['count', 'skip'] as const) {
      const value = spec[name];
      if (value !== undefined && (!Number.isInteger(value) || value < (name === 'count' ? 1 : 0))) {
        throw new RangeError(`${name} must be a whole number`);
      }
    }
    try {
      new RegExp(spec.match?.path ?? '');
    } catch {
      throw new RangeError('match.path must be a regular expression');
    }
    this.lastId += 1;
    const fault: Fault = { ...spec, id: `fault_${this.lastId}`, hits: 0 };
    this.list.push(fault);
    return fault;
  }

  /** Switches off one fault, or all of a provider, or all. Answers how many. */
  remove(which: { id?: string | undefined; provider?: string | undefined } = {}): number {
    const before = this.list.length;
    this.list = this.list.filter(
      (fault) =>
        (which.id !== undefined && fault.id !== which.id) ||
        (which.provider !== undefined && fault.provider !== which.provider),
    );
    return before - this.list.length;
  }

  all(): readonly Fault[] {
    return this.list;
  }

  /** Forgets every fault and starts the dice from this stream. */
  reset(random: Random): void {
    this.list = [];
    this.random = random;
  }

  /** The first fault of one of these kinds that strikes now, if any; its count goes down. */
  strike(kinds: readonly FaultKind[], occasion: Occasion): Fault | undefined {
    for (const fault of this.list) {
      if (!kinds.includes(fault.kind) || !matches(fault, occasion)) continue;
      if (fault.skip !== undefined && fault.skip > 0) {
        fault.skip -= 1;
        continue;
      }
      if (fault.rate !== undefined && this.random.next() >= fault.rate) continue;
      fault.hits += 1;
      if (fault.count !== undefined) {
        fault.count -= 1;
        if (fault.count === 0) this.remove({ id: fault.id });
      }
      return fault;
    }
    return undefined;
  }
}
