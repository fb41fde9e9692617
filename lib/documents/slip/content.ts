import { formatDay, languageTags, type Address, type CaseLine, type Locale } from '../../returns';
import type { SlipInput } from '../input';
import { textsFor } from '../texts';

export interface SlipLine {
  line: CaseLine;
  quantity: number;
}

/** What the parcel should hold: the approved quantities, or those asked for while nothing is decided. */
export function slipLines(lines: readonly CaseLine[]): SlipLine[] {
  const approved = lines.filter((line) => line.approved > 0).map((line) => ({ line, quantity: line.approved }));
  return approved.length > 0 ? approved : lines.map((line) => ({ line, quantity: line.requested }));
}

const FOURTEEN_DAYS = 14 * 86_400_000;

/**
 * The last day to send the goods back, as it was decided. A decision may lack it: an older one, one from elsewhere, or a
 * refusal that a person has overruled. Then it is the end of the window, yet never earlier than 14 days after the
 * request, which is what the laws of Europe give (directive 2011/83/EU, article 14(1)).
 */
export function sendBy({ decision, request }: SlipInput['dossier']): Date | undefined {
  if (decision?.sendBy !== undefined) return new Date(decision.sendBy);
  if (decision?.windowEndsAt === undefined) return undefined;
  return new Date(Math.max(Date.parse(decision.windowEndsAt), Date.parse(request.requestedAt) + FOURTEEN_DAYS));
}

/** Countries whose addresses end in city, region and postal code on one line. Source: UPU addressing guides. */
const CITY_FIRST = new Set(['AU', 'CA', 'GB', 'IE', 'IN', 'NZ', 'US']);
const countryNames = new Map<string, Intl.DisplayNames>();

function countryName(code: string, locale: Locale): string {
  const language = languageTags[locale];
  let names = countryNames.get(language);
  if (names === undefined) {
    names = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
    countryNames.set(language, names);
  }
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

/** An address as it is written on a parcel, one entry a line. */
export function addressLines(address: Address, locale: Locale): string[] {
  const { name, company, line1, line2, city, postalCode, region, country } = address;
  const place = CITY_FIRST.has(country) ? [[city, region, postalCode]] : [[postalCode, city], [region]];
  return [
    name,
    company,
    line1,
    line2,
    ...place.map((parts) => parts.filter(Boolean).join(' ')),
    countryName(country, locale),
  ].filter((line): line is string => line !== undefined && line.trim() !== '');
}

const KANA = /[\u3040-\u30ff]/;

/** Whether Han characters should look as Japan writes them: someone lives there, or the text has kana. */
export function isJapanese({ dossier, shop }: SlipInput): boolean {
  const addresses = [shop.returnAddress, dossier.order.shippingAddress];
  const texts = [shop.name, dossier.order.customer.name, ...dossier.case.lines.map(({ title }) => title)];
  return addresses.some((address) => address?.country === 'JP') || texts.some((text) => KANA.test(text));
}

export interface SlipFact {
  label: string;
  value: string;
}

/** The facts beside the return number. */
export function slipFacts(input: SlipInput): SlipFact[] {
  const texts = textsFor(input.locale);
  const { dossier, timeZone = 'UTC' } = input;
  const date = (instant: number, zone = timeZone): string => formatDay(instant, input.locale, zone);
  const deadline = sendBy(dossier);
  return [
    { label: texts.order, value: dossier.case.orderName },
    { label: texts.requestedOn, value: date(Date.parse(dossier.request.requestedAt)) },
    { label: texts.resolution, value: texts.resolutions[dossier.case.resolution] },
    // It ends at midnight in the zone of the policy: in another one the same instant may be on the next day.
    ...(deadline === undefined
      ? []
      : [{ label: texts.sendBy, value: date(deadline.getTime(), dossier.decision?.timeZone) }]),
  ];
}
