import type { Locale } from '../../returns';
import type { Condition } from '../document/condition';
import type { Policy } from '../document/policy-schema';
import type { FactName } from '../facts';
import type { Law } from '../law/law-at';
import { lawTexts, type LawTextKey } from './law-texts';
import { inLine, type Inline, type Line } from './page';
import { pageTexts, type PageTextKey } from './texts';
import { conditionInWords } from './words/condition-in-words';
import { factsOf } from './words/clauses';
import { say, sentence } from './words/speaker';

type Values = Readonly<Record<string, string | number>>;

/** What every section of the page is written from. */
export interface PageContext {
  readonly policy: Policy;
  readonly locale: Locale;
  /** The law of the shopper's country for purchases of today. */
  readonly law: Law;
  readonly country: string | undefined;
  readonly channel: string | undefined;
  readonly contact: Contact;
  readonly say: (key: PageTextKey, values?: Values) => string;
  readonly sayLaw: (key: LawTextKey, values?: Values) => string;
}

/** Where the shopper turns to. */
export interface Contact {
  /** How the shop is called. */
  readonly name?: string | undefined;
  /** The page on which a return is asked for. */
  readonly url?: string | undefined;
  /** The page of the withdrawal function. Source: directive 2011/83/EU art. 11a. */
  readonly withdrawalUrl?: string | undefined;
  readonly email?: string | undefined;
}

export function contextOf(given: Omit<PageContext, 'say' | 'sayLaw'>): PageContext {
  const { locale } = given;
  return {
    ...given,
    say: (key, values) => say(pageTexts[locale][key], locale, values),
    sayLaw: (key, values) => say(lawTexts[locale][key], locale, values),
  };
}

/** Facts about a customer or a shop that no public page spells out: what they decide is told, when is not. */
const untold: ReadonlySet<FactName> = new Set([
  'order.riskLevel',
  'order.tags',
  'line.cost',
  'line.stock',
  'customer.tags',
  'customer.lists',
  'customer.linked',
  'customer.failedPayments',
  'customer.addressType',
  'customer.keptItems',
  'customer.missingClaims',
  'risk.score',
  'risk.level',
  'clock.hoursToRespond',
  'clock.daysToRefundDeadline',
] as const satisfies readonly FactName[]);

export const isTold = (condition: Condition | undefined): boolean =>
  factsOf(condition).every((fact) => !untold.has(fact));

/** When a row or item counts, as a sentence of its own. */
export function conditionCell(context: PageContext, condition: Condition | undefined): string {
  const { policy, locale } = context;
  if (condition === undefined) return context.say('all_items');
  return isTold(condition) ? sentence(conditionInWords(condition, locale, policy)) : context.say('individual');
}

/** A line that only holds under a condition, with the condition after it. */
export function under(context: PageContext, condition: Condition | undefined, ...parts: (Inline | undefined)[]): Line {
  if (condition === undefined) return inLine(...parts);
  const { policy, locale } = context;
  const words = isTold(condition)
    ? context.say('condition_is', { condition: conditionInWords(condition, locale, policy) })
    : ended(context.say('individual'));
  return inLine(...parts, words);
}

/** A text with a full stop. */
export const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Whether the law lets the shopper withdraw from what is bought at a distance, and for how many days. */
export function withdrawalDays({ law, say: words }: PageContext): string | undefined {
  const rule = law.withdrawalPeriod;
  return rule?.premises.includes('distance') === true ? words('days', { count: rule.days }) : undefined;
}

export const LAW_ID = 'returns-law';
export const toLaw = (context: PageContext): Inline => ({ link: context.sayLaw('heading'), href: `#${LAW_ID}` });
