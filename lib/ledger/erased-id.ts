import { createHash } from 'node:crypto';

const ERASED_ID = 'erased:';

/**
 * What stands for an external id that was erased. The id may name a person, but the same request must never open a
 * second case: so a digest stays, from which the id cannot be read.
 */
export function erasedId(channel: string, externalId: string): string {
  if (externalId.startsWith(ERASED_ID)) return externalId;
  const digest = createHash('sha256')
    .update(JSON.stringify([channel, externalId]))
    .digest('hex');
  return `${ERASED_ID}${digest}`;
}
