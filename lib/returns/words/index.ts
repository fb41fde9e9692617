import type { Locale } from '../vocabulary';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';
import type { VocabularyWords } from './vocabulary-words';

export type { VocabularyWords } from './vocabulary-words';

/** A new language is one file and one line here. Apart from the domain's index: only who writes needs them. */
export const vocabularyWords: Readonly<Record<Locale, VocabularyWords>> = { en, fr, de, es, it };
