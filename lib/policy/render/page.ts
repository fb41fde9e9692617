import type { Locale } from '../../returns';

/** A piece of a line. What stands here is plain text: whoever writes HTML or Markdown of it escapes it. */
export type Inline = string | { readonly strong: string } | { readonly link: string; readonly href: string };

export type Line = readonly Inline[];

export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly heads: readonly string[];
      /** The first cell of a row says what the row is about. */
      readonly rows: readonly (readonly Line[])[];
    };

export interface Section {
  /** For links on the page. */
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** The returns page of a shop, before it is HTML or Markdown. */
export interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
  readonly foot: readonly Block[];
}

export const paragraph = (...line: Line): Block => ({ kind: 'paragraph', line });
export const list = (items: readonly Line[]): Block => ({ kind: 'list', items });

/** Sentences one after the other. */
export function inLine(...parts: readonly (Inline | undefined)[]): Line {
  return parts.filter((part) => part !== undefined).flatMap((part, index) => (index === 0 ? [part] : [' ', part]));
}

/** Where a link may lead: the web, one mail address, a place on the page. Everything else stays text. */
export function isSafeLink(href: string): boolean {
  if (/^#[a-z-]+$/.test(href) || /^mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(href)) return true;
  try {
    return ['https:', 'http:'].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}

/**
 * A text on one line, without what could hide or turn other text: control characters, and the marks that change the
 * direction of writing (Unicode bidirectional algorithm).
 */
export const plain = (text: string): string =>
  text.replace(/[\s\u0085\u2028\u2029]+/gu, ' ').replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '');

/** French puts spaces inside quotation marks and before the higher signs; none of them may end a line. */
export const typeset = (text: string, locale: Locale): string =>
  locale === 'fr' ? text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0') : text;
