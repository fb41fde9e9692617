import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { z } from 'zod/v4';
import { type UserError, userError } from './errors';

/** Mutations that may not be called without `@idempotent` from 2026-04 on. */
const required = new Set(['refundCreate', 'inventoryAdjustQuantities']);
const requiredSince = '2026-04';
const retentionMs = 24 * 60 * 60 * 1000;

interface Remembered {
  fingerprint: string;
  state: 'running' | 'done' | 'failed';
  result: unknown;
  at: number;
}

/** Throws what the API answers to a mutation that needs a key and has none, or a blank one. */
export function ensureKey(mutation: string, version: string, key: string | undefined): void {
  if (key !== undefined && key.trim() === '') {
    throw new GraphQLError('The idempotency key cannot be blank.', { extensions: { code: 'BAD_REQUEST' } });
  }
  if (key === undefined && required.has(mutation) && version >= requiredSince) {
    throw new GraphQLError('The @idempotent directive is required for this mutation but was not provided.', {
      extensions: { code: 'BAD_REQUEST' },
    });
  }
}

/** JSON with sorted keys, so that the same arguments in another order are the same. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const record = z.record(z.string(), z.unknown()).safeParse(value);
  if (!record.success) return value === undefined ? 'null' : JSON.stringify(value);
  const keys = Object.keys(record.data).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(record.data[key])}`).join(',')}}`;
}

function fingerprintOf(args: unknown): string {
  return createHash('sha256').update(canonical(args)).digest('hex');
}

/** What each key was used for, for 24 hours. */
export class IdempotencyKeys {
  private readonly entries = new Map<string, Remembered>();

  constructor(private readonly now: () => Date) {}

  clear(): void {
    this.entries.clear();
  }

  /**
   * A key whose attempt broke in the middle: it gives the same failure from now on. One that is done, or being done,
   * stays what it is: a repeat that breaks undoes nothing.
   */
  markFailed(mutation: string, key: string): void {
    const id = `${mutation}:${key}`;
    if (this.kept(id) !== undefined) return;
    this.entries.set(id, { fingerprint: '', state: 'failed', result: undefined, at: this.now().getTime() });
  }

  /**
   * Runs `work` once per key and hands out its result again. A key in use, a key with other arguments and a key whose
   * attempt failed are answered with `refuse`, given the API's user error. An attempt has failed when `work` threw or
   * its result is one that `hasFailed` says so of; only a new key helps then.
   */
  async once<T>(mutation: string, key: string, args: unknown, work: () => Promise<T>, how: Handling<T>): Promise<T> {
    const id = `${mutation}:${key}`;
    const known = this.kept(id);
    const fingerprint = fingerprintOf(args);
    if (known !== undefined) {
      const problem = problemWith(known, fingerprint);
      return problem === undefined ? how.recall(known.result) : how.refuse(problem);
    }
    const entry: Remembered = { fingerprint, state: 'running', result: undefined, at: this.now().getTime() };
    this.entries.set(id, entry);
    try {
      const result = await work();
      entry.state = how.hasFailed(result) ? 'failed' : 'done';
      entry.result = result;
      return result;
    } catch (error) {
      entry.state = 'failed';
      throw error;
    }
  }

  private kept(id: string): Remembered | undefined {
    const entry = this.entries.get(id);
    return entry !== undefined && this.now().getTime() - entry.at < retentionMs ? entry : undefined;
  }
}

interface Handling<T> {
  refuse: (error: UserError) => T;
  recall: (result: unknown) => T;
  hasFailed: (result: T) => boolean;
}

function problemWith(known: Remembered, fingerprint: string): UserError | undefined {
  if (known.state === 'failed') {
    const message = 'A previous request with this idempotency key failed. Retry with a new idempotency key.';
    return userError(null, message, 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED');
  }
  if (known.fingerprint !== fingerprint) {
    const message = 'The same idempotency key cannot be used with different operation parameters.';
    return userError(null, message, 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
  }
  if (known.state === 'running') {
    const message = 'This request is currently in progress, please try again.';
    return userError(null, message, 'IDEMPOTENCY_CONCURRENT_REQUEST');
  }
  return undefined;
}
