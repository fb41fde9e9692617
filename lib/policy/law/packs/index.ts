import { remember } from '../../calendar/remember';
import type { LawPack } from '../rules';
import { de } from './de';
import { es } from './es';
import { eu } from './eu';
import { fr } from './fr';
import { gb, gbScotland } from './gb';
import { it } from './it';
import { us, usCalifornia, usFlorida, usNewYork } from './us';

export const lawPacks: readonly LawPack[] = [
  eu,
  fr,
  de,
  es,
  it,
  gb,
  gbScotland,
  us,
  usNewYork,
  usCalifornia,
  usFlorida,
];

const europeanEconomicArea: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO'.split(' '),
);

/** French law and that of the EU hold in the overseas departments, which have country codes of their own. */
const overseas: Readonly<Record<string, string>> = { GP: 'FR', MQ: 'FR', GF: 'FR', RE: 'FR', YT: 'FR' };

export const homeOf = (country: string): string => overseas[country] ?? country;

export const isInEuropeanEconomicArea = (country: string): boolean => europeanEconomicArea.has(homeOf(country));

const byCode = new Map(lawPacks.map((pack) => [pack.jurisdiction, pack]));

/**
 * The packs of a consumer's country, the nearest first; none where this package knows no law.
 * A consumer whose country is not known is under the law of the EU.
 */
export function packsFor(country: string | undefined, region: string | undefined): readonly LawPack[] {
  if (country === undefined) return [eu];
  const home = homeOf(country);
  const codes = [...(region === undefined ? [] : [`${home}-${region}`]), home];
  const own = codes.flatMap((code) => byCode.get(code) ?? []);
  return europeanEconomicArea.has(home) ? [...own, eu] : own;
}

const partsByCountry = new Map<string, readonly LawPack[]>();

/** The packs of the parts of a country. */
export const packsOfParts = (country: string): readonly LawPack[] =>
  remember(partsByCountry, country, () =>
    lawPacks.filter(({ jurisdiction }) => jurisdiction.startsWith(`${country}-`)),
  );
