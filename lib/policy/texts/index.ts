import type { Locale } from '../../returns';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';

export type ReasonKey = keyof typeof en;
export type ReasonTexts = Readonly<Record<ReasonKey, string>>;

export const reasonTexts: Readonly<Record<Locale, ReasonTexts>> = { en, fr, de, es, it };
