import { createHash } from 'node:crypto';
import { hexToUuid } from './case-id';
import type { StepRow } from './step-rows';

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

/**
 * What the next attempt of a step goes by. A refusal would only be replayed under its key: after one it is a new request;
 * what an attempt before the refusal may have done is still looked for from that attempt on.
 */
export function nextKey(
  caseId: string,
  { step, status, error, generation: last, keySince, uncertain }: StepRow,
  now: string,
): Pick<StepRow, 'generation' | 'key' | 'keySince' | 'uncertain'> {
  const isRefused = status === 'failed' && error?.code === 'provider_refused';
  const generation = last + (isRefused ? 1 : 0);
  return {
    generation,
    key: stepKey(caseId, step, generation),
    keySince: isRefused && !uncertain ? now : keySince,
    // Still "running" here means that its process died or lost its lease, and nobody knows how far it came.
    uncertain: uncertain || status === 'running',
  };
}
