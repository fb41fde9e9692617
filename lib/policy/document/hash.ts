import { createHash } from 'node:crypto';
import { isPlainObject } from './check-condition';
import type { Policy } from './policy-schema';

const hashes = new WeakMap<Policy, string>();

/**
 * SHA-256 of what a policy decides by, in hexadecimal. Order of keys, spaces, YAML or JSON and the policy's own tests
 * do not change it.
 */
export function policyHash(policy: Policy): string {
  const known = hashes.get(policy);
  if (known !== undefined) return known;
  const { tests: _tests, $schema: _schema, description: _description, ...deciding } = policy;
  const hash = createHash('sha256').update(canonicalJson(deciding)).digest('hex');
  hashes.set(policy, hash);
  return hash;
}

/** JSON with its keys in order, and without those that are undefined. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isPlainObject(value)) return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`);
  return `{${entries.join(',')}}`;
}
