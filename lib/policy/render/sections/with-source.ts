import type { Statement } from '../../law/rights';
import type { PageContext } from '../context';
import type { Line } from '../page';
import { articleInWords } from '../words/article-in-words';

export type Source = Pick<Statement, 'article' | 'source'>;

/** Sentences with the place where they stand in the law. */
export const withSource = (
  { locale }: PageContext,
  sentences: readonly string[],
  { article, source }: Source,
): Line => [`${sentences.join(' ')} (`, { link: articleInWords(article, locale), href: source }, ')'];
