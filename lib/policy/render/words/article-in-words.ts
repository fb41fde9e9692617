import type { Locale } from '../../../returns';

/** The words between names and numbers of an article. Names of national laws stay as their countries write them. */
const words: Readonly<Record<Exclude<Locale, 'en'>, Readonly<Record<string, string>>>> = {
  fr: {
    Directive: 'Directive',
    EU: 'UE',
    Regulation: 'Règlement',
    recital: 'considérant',
    and: 'et',
    to: 'à',
    with: 'avec',
    from: 'issu de',
    'as changed by': 'modifiée par',
    'no.': 'n°',
  },
  de: {
    Directive: 'Richtlinie',
    Regulation: 'Verordnung',
    recital: 'Erwägungsgrund',
    and: 'und',
    to: 'bis',
    with: 'mit',
    from: 'aus',
    'as changed by': 'geändert durch',
    'no.': 'Nr.',
    'art.': 'Art.',
  },
  es: {
    Directive: 'Directiva',
    EU: 'UE',
    Regulation: 'Reglamento',
    recital: 'considerando',
    and: 'y',
    to: 'a',
    with: 'con',
    from: 'de la',
    'as changed by': 'modificada por',
    'no.': 'n.º',
  },
  it: {
    Directive: 'Direttiva',
    EU: 'UE',
    Regulation: 'Regolamento',
    recital: 'considerando',
    and: 'e',
    to: 'a',
    with: 'con',
    from: 'dalla',
    'as changed by': 'modificata da',
    'no.': 'n.',
  },
};

const pattern = /(?<![\p{L}.])(as changed by|Directive|EU|Regulation|recital|and|to|with|from|no\.|art\.)(?!\p{L})/gu;

/** "Code de la consommation art. L221-18 et L221-19" from "Code de la consommation art. L221-18 and L221-19". */
export function articleInWords(article: string, locale: Locale): string {
  if (locale === 'en' || isForeignName(article)) return article;
  const known = words[locale];
  return article.replace(pattern, (word) => known[word] ?? word);
}

/** Laws of English-speaking countries keep their names whole. */
const isForeignName = (article: string): boolean => /\b(?:Act|Regulations|Law|Code §|Statutes|CFR)\b/.test(article);
