import { formatMoney, languageTags, type Locale, type Money } from '../../../returns';
import { remember } from '../../calendar/remember';
import { isPlainObject } from '../../document/check-condition';
import type { Amounts } from '../../document/common';
import type { FactName } from '../../facts';
import { dayInWords } from './days';
import { say, type Setting } from './speaker';
import { conditionTexts, type ValueWords } from './texts';

/** What the numbers of a fact count. */
type Unit = 'gram' | 'percent' | 'day' | 'hour';

const units: Readonly<Partial<Record<FactName, Unit>>> = {
  'order.discountPercent': 'percent',
  'line.weight': 'gram',
  'line.daysSinceDelivery': 'day',
  'return.weight': 'gram',
  'return.weightExpected': 'gram',
  'return.weightMissing': 'percent',
  'customer.days': 'day',
  'customer.returnRate30': 'percent',
  'customer.returnRate90': 'percent',
  'customer.returnRate180': 'percent',
  'shipment.daysWithoutScan': 'day',
  'clock.hoursToRespond': 'hour',
  'clock.daysToRefundDeadline': 'day',
};

/** Which words each fact takes its values from. */
const vocabularies: Readonly<Partial<Record<FactName, keyof ValueWords>>> = {
  'order.premises': 'premises',
  'order.riskLevel': 'level',
  'line.traits': 'trait',
  'line.soldAs': 'soldAs',
  'return.reason': 'reason',
  'return.resolution': 'resolution',
  'return.method': 'method',
  'return.initiator': 'initiator',
  'customer.segments': 'segment',
  'customer.addressType': 'address',
  'shipment.status': 'tracking',
  'inspection.grade': 'grade',
  'inspection.disposition': 'disposition',
  'inspection.damagedBy': 'party',
  'risk.level': 'level',
};

/** What Intl has names for. */
const named: Readonly<Partial<Record<FactName, Intl.DisplayNamesType>>> = {
  'order.country': 'region',
  'order.currency': 'currency',
  'customer.language': 'language',
};

const seasonal: ReadonlySet<FactName> = new Set(['order.seasons', 'clock.seasons'] as const);

/** Names of their own, the same in every language. */
const channels: Readonly<Record<string, string>> = { shopify: 'Shopify', tiktok_shop: 'TikTok Shop' };

/** A word that a condition looks for, as a reader of the language would write it. */
export function wordInWords(fact: FactName, word: string, locale: Locale, setting: Setting): string {
  const known = word.trim();
  const type = named[fact];
  if (type !== undefined) return nameOf(type, known, locale);
  const { values, joining } = conditionTexts[locale];
  if (fact === 'clock.weekday') return weekdayInWords(known, locale);
  const vocabulary = vocabularies[fact];
  const own = vocabulary === undefined ? undefined : lookUp(values[vocabulary], known.toLowerCase());
  const channel = fact === 'order.channel' || fact === 'return.channel' ? lookUp(channels, known) : undefined;
  const quoted = say(joining.quoted, locale, { word: own ?? channel ?? known });
  const season = seasonal.has(fact) ? seasonOf(known, setting) : undefined;
  if (season === undefined) return quoted;
  return say(joining.season, locale, {
    name: quoted,
    from: dayInWords(season.from, locale, setting.timeZone),
    to: dayInWords(season.to, locale, setting.timeZone),
  });
}

const lookUp = (words: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.hasOwn(words, word) ? words[word] : undefined;

const seasonOf = (name: string, { seasons }: Setting): Setting['seasons'][string] | undefined =>
  Object.entries(seasons).find(([known]) => known.trim().toLowerCase() === name.toLowerCase())?.[1];

const displayNames = new Map<string, Intl.DisplayNames>();

/** The name of a country, currency or language; codes that Intl does not know stay as they are. */
export function nameOf(type: Intl.DisplayNamesType, code: string, locale: Locale): string {
  const names = remember(
    displayNames,
    `${locale} ${type}`,
    () => new Intl.DisplayNames(languageTags[locale], { type, fallback: 'code' }),
  );
  const wanted = type === 'language' ? code : code.toUpperCase();
  try {
    return names.of(wanted) ?? code;
  } catch {
    return code;
  }
}

const mondayToSunday = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** 1 January 2024 was a Monday. */
const aMonday = Date.UTC(2024, 0, 1);

export function weekdayInWords(name: string, locale: Locale): string {
  const index = mondayToSunday.indexOf(name.toLowerCase());
  if (index < 0) return name;
  const at = aMonday + index * 86_400_000;
  return new Intl.DateTimeFormat(languageTags[locale], { weekday: 'long', timeZone: 'UTC' }).format(at);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** A number with what it counts: "5 days", "12.5%", "2 kilograms". */
export function numberInWords(fact: FactName, value: number, locale: Locale): string {
  const unit = units[fact];
  if (unit === 'percent') return percentInWords(value, locale);
  if (unit === 'gram' && Math.abs(value) >= 1000) return formatted(value / 1000, locale, 'kilogram');
  return formatted(value, locale, unit);
}

export const percentInWords = (percent: number, locale: Locale): string =>
  remember(
    numberFormats,
    `${locale} %`,
    () => new Intl.NumberFormat(languageTags[locale], { style: 'percent', maximumFractionDigits: 2 }),
  ).format(percent / 100);

const formatted = (value: number, locale: Locale, unit: string | undefined): string =>
  remember(
    numberFormats,
    `${locale} ${unit ?? ''}`,
    () =>
      new Intl.NumberFormat(languageTags[locale], {
        maximumFractionDigits: 3,
        ...(unit !== undefined && { style: 'unit', unit, unitDisplay: 'long' }),
      }),
  ).format(value);

/** An amount of a condition: minor units of the policy's currency, or an amount in each currency. */
export function amountInWords(amount: unknown, locale: Locale, { currency }: Setting): string {
  const amounts: readonly unknown[] = Array.isArray(amount) ? amount : [amount];
  const words = amounts.flatMap((one) => {
    if (typeof one === 'number') return currency === undefined ? [] : [formatMoney({ amount: one, currency }, locale)];
    return isMoney(one) ? [formatMoney(one, locale)] : [];
  });
  return words.length === 0 ? conditionTexts[locale].joining.noAmount : words.join(' / ');
}

/** "3,00 €", or "3,00 € / £2.50" where an amount is given in several currencies. */
export const amountsInWords = (amounts: Amounts, locale: Locale): string =>
  (Array.isArray(amounts) ? amounts : [amounts]).map((amount) => formatMoney(amount, locale)).join(' / ');

const isMoney = (value: unknown): value is Money =>
  isPlainObject(value) && typeof value['amount'] === 'number' && typeof value['currency'] === 'string';
