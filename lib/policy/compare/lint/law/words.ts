import { nameOf } from '../../../render/words/values';
import { named } from '../context';
import type { LawOfCountry } from './law-of-country';

export const placesOf = (laws: readonly LawOfCountry[]): string =>
  named(laws.map(({ country }) => nameOf('region', country, 'en')));

/** Where the withdrawal of each country stands, each article once. */
export const articlesOf = (laws: readonly LawOfCountry[]): readonly string[] => [
  ...new Set(laws.flatMap(({ rights }) => rights.lines[0]?.withdrawal.statements[0]?.article ?? [])),
];

export const articleOf = (laws: readonly LawOfCountry[]): string => named(articlesOf(laws), 3);

export const daysOf = (laws: readonly LawOfCountry[]): string =>
  [...new Set(laws.map(({ days }) => days))].join(' or ');
