import { IntlMessageFormat } from 'intl-messageformat';
import { chatTexts } from '../../../lib/mail/texts/chat';
import { mailTexts } from '../../../lib/mail/texts';
import { locales } from '../../../lib/returns';

/** The names of all arguments of an ICU message, those within plurals included. */
function argumentsOf(message: string, locale: string): string[] {
  const names = new Set<string>();
  const walk = (nodes: unknown): void => {
    if (!Array.isArray(nodes)) return;
    for (const node of nodes as Record<string, unknown>[]) {
      if (node['type'] !== 0 && node['type'] !== 7) names.add(String(node['value']));
      for (const option of Object.values(node['options'] ?? {})) walk((option as Record<string, unknown>)['value']);
    }
  };
  walk(new IntlMessageFormat(message, locale).getAst());
  return [...names].sort();
}

const translations = locales.filter((locale) => locale !== 'en');

/** What is the same word in two languages, and is right in both. */
const shared = new Set(['shop_alert.preheader', 'shop_alert.fact.workflow', 'shop_alert.fact.node', 'question.quoted']);

describe.each(translations)('mail texts in %s', (locale) => {
  it('have the keys of the English ones, in the same order', () => {
    expect(Object.keys(mailTexts[locale])).toEqual(Object.keys(mailTexts.en));
  });

  it('take the arguments of the English ones', () => {
    const texts = Object.entries(mailTexts[locale]).map(([key, text]) => [key, argumentsOf(text, locale)]);
    const english = Object.entries(mailTexts.en).map(([key, text]) => [key, argumentsOf(text, 'en')]);
    expect(texts).toEqual(english);
  });

  it('are the words of no other language', () => {
    const own = mailTexts[locale];
    const others = locales.filter((other) => other !== locale).map((other) => mailTexts[other]);
    const borrowed = Object.entries(own).filter(
      ([key, text]) =>
        !shared.has(key) && others.some((texts) => Object.entries(texts).some(([, its]) => its === text)),
    );
    expect(borrowed).toEqual([]);
  });

  it('call the mail on which a case in review is decided by its subject', () => {
    expect(mailTexts[locale]['shop_deadline.next.press']).toContain(mailTexts[locale]['shop_review.subject']);
  });

  it('have no straight apostrophe, which ICU reads as a quote', () => {
    expect(Object.values(mailTexts[locale]).filter((text) => text.includes("'"))).toEqual([]);
  });

  it('end a sentence where the English one ends', () => {
    const english: Readonly<Record<string, string>> = mailTexts.en;
    const ending = (text: string): string => /[.?,:]$/.exec(text)?.[0] ?? '';
    const differing = Object.entries(mailTexts[locale]).filter(
      ([key, text]) => !key.startsWith('greeting') && ending(text) !== ending(english[key] ?? ''),
    );
    expect(differing).toEqual([]);
  });
});

describe.each(locales)('chat texts in %s', (locale) => {
  it('stand for texts of mails in other words, and take no argument that those do not', () => {
    const own: Readonly<Record<string, string>> = chatTexts[locale];
    const mails: Readonly<Record<string, string>> = mailTexts[locale];
    for (const [key, text] of Object.entries(own)) {
      expect(text).not.toBe(mails[key]);
      expect(text).not.toContain("'");
      expect(argumentsOf(mails[key] ?? '', locale)).toEqual(expect.arrayContaining(argumentsOf(text, locale)));
    }
    expect(Object.keys(own)).toEqual(expect.arrayContaining(Object.keys(chatTexts.en)));
  });
});
