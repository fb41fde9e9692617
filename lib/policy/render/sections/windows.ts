import { languageTags } from '../../../returns';
import { knowsHolidays } from '../../calendar/holidays';
import type { Policy } from '../../document/policy-schema';
import type { Extension } from '../../document/windows';
import { toLaw, under, withdrawalDays, type PageContext } from '../context';
import { list, paragraph, type Block, type Line, type Section } from '../page';
import { dayInWords } from '../words/days';
import { weekdayInWords } from '../words/values';
import { joined } from '../words/speaker';
import { ruleTable } from './rule-table';

type Window = Policy['windows']['default'];

/** How long goods can be returned. Days of grace are not announced. */
export function windowsSection(context: PageContext): Section {
  const { policy, say } = context;
  const { rules, extensions } = policy.windows;
  const withdrawal = withdrawalDays(context);
  return {
    id: 'returns-period',
    heading: say('windows_heading'),
    blocks: [
      ...ruleTable(context, {
        rules,
        heads: [say('condition'), say('period')],
        caption: say('windows_caption'),
        cell: (rule) => [periodInWords(context, rule)],
        otherwise: [periodInWords(context, policy.windows.default)],
        alone: (period) => [say('period_is', { period })],
      }),
      paragraph(say('last_day', { zone: zoneInWords(context) })),
      ...businessDays(context),
      ...(extensions.length === 0 ? [] : [list(extensions.map((rule) => extensionLine(context, rule)))]),
      ...(withdrawal === undefined
        ? []
        : [paragraph(say('withdrawal_stays', { days: withdrawal }), ' ', toLaw(context))]),
    ],
  };
}

/** "30 days from delivery of the item". */
export function periodInWords({ say }: Pick<PageContext, 'say'>, { days, unit, from }: Window): string {
  return say(`from_${from}`, { days: say(unit, { count: days }) });
}

/** Names of zones differ by year: in 1970 some had another clock. */
const aRecentDay = Date.UTC(2026, 0, 1);

function zoneInWords({ locale, policy: { timeZone } }: PageContext): string {
  const names = new Intl.DateTimeFormat(languageTags[locale], { timeZone, timeZoneName: 'longGeneric' });
  return names.formatToParts(aRecentDay).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

function businessDays({ policy, locale, say }: PageContext): Block[] {
  const { windows, calendar } = policy;
  if (![windows.default, ...windows.rules].some(({ unit }) => unit === 'business_days')) return [];
  const days = joined(
    calendar.workingDays.map((day) => weekdayInWords(day, locale)),
    locale,
    'conjunction',
  );
  const isFree = (calendar.country !== undefined && knowsHolidays(calendar.country)) || calendar.closed.length > 0;
  return [paragraph(say(isFree ? 'business_days_free' : 'business_days_are', { days }))];
}

function extensionLine(context: PageContext, { boughtFrom, boughtTo, until, when }: Extension): Line {
  const day = (text: string): string => dayInWords(text, context.locale, context.policy.timeZone);
  const words = context.say('extension', { from: day(boughtFrom), to: day(boughtTo), until: day(until) });
  return under(context, when, words);
}
