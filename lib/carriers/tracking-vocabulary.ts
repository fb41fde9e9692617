import type { TrackingStatus } from '../returns';

/** How one carrier's words read in the vocabulary of all carriers. Looked up without regard to case. */
export type TrackingWords = Readonly<Record<string, TrackingStatus>>;

/**
 * Translates a carrier's word. One that nobody knows is `unknown`, never an error: the word itself is kept beside it.
 */
export function trackingStatusOf(words: TrackingWords, word: string | null | undefined): TrackingStatus {
  const key = word?.toLowerCase() ?? '';
  return Object.hasOwn(words, key) ? (words[key] ?? 'unknown') : 'unknown';
}
