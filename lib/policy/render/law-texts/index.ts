import type { Locale } from '../../../returns';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';

export type LawTextKey = keyof typeof en;
export type LawTexts = Readonly<Record<LawTextKey, string>>;

export const lawTexts: Readonly<Record<Locale, LawTexts>> = { en, fr, de, es, it };
