import type { RequestLine } from '../../returns';
import type { ClaimKind } from './history';
import type { RiskSettings } from './settings';

/**
 * What a shopper claims of a parcel: that it did not arrive, or not with the right things in it. Undefined for every
 * other return. Whether the carrier delivered it is for the caller to know.
 */
export function claimOf(
  { reason, subReason }: RequestLine,
  { notReceived, missingItem }: Claims,
): ClaimKind | undefined {
  if (subReason !== undefined) {
    const words = wordsOf(subReason);
    const saysOneOf = (list: readonly string[]): boolean => list.some((word) => words.includes(wordsOf(word)));
    if (saysOneOf(notReceived)) return 'not_received';
    if (saysOneOf(missingItem)) return 'missing_item';
  }
  return reason === 'wrong_item' ? 'wrong_item' : undefined;
}

type Claims = RiskSettings['claims'];

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '_');
