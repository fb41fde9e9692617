import type { OfferedResolution } from '../chapters';
import type { Grade, ReturnReason } from '../vocabulary';

/** How people call what the vocabulary names, without an article: as a value beside its label, or within a sentence. */
export interface VocabularyWords {
  readonly reason: Readonly<Record<ReturnReason, string>>;
  readonly resolution: Readonly<Record<OfferedResolution, string>>;
  readonly grade: Readonly<Record<Grade, string>>;
}
