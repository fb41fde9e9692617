import type { Locale } from '../../returns';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';
import type { DocumentTexts } from './texts';

export type { DocumentTexts } from './texts';

/** A new language is one file and one line here. */
const byLocale: Readonly<Record<Locale, DocumentTexts>> = { en, fr, de, es, it };

export const textsFor = (locale: Locale): DocumentTexts => byLocale[locale];
