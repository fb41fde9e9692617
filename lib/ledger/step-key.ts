import { createHash } from 'node:crypto';
import { hexToUuid } from './case-id';

/**
 * The idempotency key of a step: a UUID (version 8 of RFC 9562) made of the case, the step and a generation, so that
 * every process arrives at the same one.
 *
 * Why a generation: a provider with idempotency keys replays the answer that it stored for a key, refusals included
 * (Stripe keeps a 4xx or 500 for at least 24 hours). Once it has refused, another attempt under the same key could
 * never succeed, though the reason may be gone. The generation grows only then; while an earlier attempt may have
 * taken effect, the key stays the same, since the same key is what keeps it from happening twice.
 */
export function stepKey(caseId: string, step: string, generation: number): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([caseId, step, generation]))
    .digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return hexToUuid(`${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`);
}
