import type { Locale } from '../../returns';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';

export type MailTextKey = keyof typeof en;
export type MailTexts = Readonly<Record<MailTextKey, string>>;

/** A new language is one file and one line here. */
export const mailTexts: Readonly<Record<Locale, MailTexts>> = { en, fr, de, es, it };

/** The names of a message's arguments, read off the English text: `{rma}`, `{count, plural, …}`. */
type ArgumentNames<Text extends string> = Text extends `${string}{${infer Inner}}${infer Rest}`
  ? NameOf<Inner> | ArgumentNames<Rest>
  : never;
type NameOf<Inner extends string> = Inner extends `${infer Name},${string}`
  ? Name
  : Inner extends `${string} ${string}`
    ? never
    : Inner;

export type MailArguments<Key extends MailTextKey> = Readonly<Record<ArgumentNames<(typeof en)[Key]>, string | number>>;
