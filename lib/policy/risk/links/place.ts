import type { Address } from '../../../returns';

/** Letters that do not fall apart into a plain letter and an accent. */
const plain: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th' };

/** Words that are written in several ways; an empty one says nothing. */
const shortened: Readonly<Record<string, string>> = {
  ...sameAs('st', ['street', 'str', 'saint', 'sankt', 'strasse']),
  ...sameAs('rd', ['road']),
  ...sameAs('av', ['avenue', 'ave', 'avda', 'avenida']),
  ...sameAs('bd', ['boulevard', 'blvd', 'boul', 'bvd', 'bld']),
  ...sameAs('pl', ['place', 'platz', 'plaza', 'pza', 'piazza', 'pzza']),
  ...sameAs('r', ['rue']),
  ...sameAs('ch', ['chemin', 'che']),
  ...sameAs('rte', ['route']),
  ...sameAs('sq', ['square']),
  ...sameAs('ln', ['lane']),
  ...sameAs('dr', ['drive']),
  ...sameAs('ct', ['court']),
  ...sameAs('c', ['calle', 'cl']),
  ...sameAs('', ['apartment', 'appartement', 'apt', 'appt', 'app', 'apto', 'flat', 'unit', 'wohnung', 'whg', 'piso']),
  ...sameAs('', [
    'interno',
    'int',
    'no',
    'nr',
    'num',
    'number',
    'numero',
    'n',
    'the',
    'de',
    'du',
    'des',
    'la',
    'le',
    'del',
  ]),
};

/**
 * A postal address in the shape in which two spellings of it are the same: without accents, capital letters and
 * punctuation, words shortened, in alphabetical order. The flat counts, so that a house is not one household. The name
 * and the company are left out: they are who lives there. Undefined for an address without a number or code.
 */
export function placeOf({ line1, line2, postalCode, city, country }: Address): string | undefined {
  const code = folded(postalCode).replaceAll(' ', '');
  const words = `${folded(line1)} ${folded(line2 ?? '')}`
    .replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, ' ')
    .split(' ')
    .map(shorten)
    .filter((word) => word !== '');
  if (words.length === 0 || !/\d/.test(`${words.join('')}${code}`)) return undefined;
  // Towns are written in more ways than postal codes, and a code has one town or a few.
  return [country, code === '' ? folded(city) : code, ...words.toSorted()].join('|');
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþ]/g, (letter) => plain[letter] ?? letter)
    .replace(/['’]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `hauptstrasse` and `hauptstr` are one street. */
const shorten = (word: string): string =>
  (Object.hasOwn(shortened, word) ? shortened[word] : undefined) ?? word.replace(/(?<=.)str(asse)?$/, 'st');

function sameAs(short: string, words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word) => [word, short]));
}
