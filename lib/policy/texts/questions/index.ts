import type { Locale } from '../../../returns';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';

export type QuestionKey = keyof typeof en;
export type QuestionTexts = Readonly<Record<QuestionKey, string>>;

export const questionTexts: Readonly<Record<Locale, QuestionTexts>> = { en, fr, de, es, it };
