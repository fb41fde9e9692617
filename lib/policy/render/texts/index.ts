import type { Locale } from '../../../returns';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';

export type PageTextKey = keyof typeof en;
export type PageTexts = Readonly<Record<PageTextKey, string>>;

export const pageTexts: Readonly<Record<Locale, PageTexts>> = { en, fr, de, es, it };
