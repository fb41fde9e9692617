import type { Locale } from '../../../../returns';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';
import type { ConditionTexts } from './words';

export const conditionTexts: Readonly<Record<Locale, ConditionTexts>> = { en, fr, de, es, it };
export type { ConditionTexts, FactWords, FlagWords, OperatorWords, ValueWords } from './words';
