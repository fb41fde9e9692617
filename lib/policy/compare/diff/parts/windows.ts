import type { Extension, WindowRule } from '../../../document/windows';
import { dayInWords } from '../../../render/words/days';
import { goodsOf } from '../goods';
import type { Aspect, RulePart } from '../rule-part';
import { figure } from '../rule-part';
import { count } from '../say';

type Window = Omit<WindowRule, 'id' | 'when'>;

const countedFrom = {
  delivery: 'delivery of the item',
  last_parcel: 'delivery of the last parcel',
  shipment: 'dispatch',
  order: 'the order',
} as const;

export const periodOf = ({ days, unit }: Window): string => count(days, unit === 'days' ? 'day' : 'business day');

const withGrace = ({ graceDays }: Window): string =>
  graceDays === 0 ? '' : `, with ${count(graceDays, 'day')} of grace`;

/** What windows are told by; the one where no rule holds has the same fields. */
export const windowAspects: readonly Aspect<Window>[] = [
  {
    fields: ['days', 'unit'],
    words: (before: Window, after: Window, about: string) =>
      `${about} can now be sent back within ${periodOf(after)} instead of ${periodOf(before)}`,
  },
  {
    fields: ['from'],
    words: (before: Window, after: Window, about: string) =>
      `the days for ${about} are now counted from ${countedFrom[after.from]} instead of ${countedFrom[before.from]}`,
  },
  figure<Window, 'graceDays'>('graceDays', 'the time of grace', (days) => (days === 0 ? 'none' : count(days, 'day'))),
];

export const windowPart: RulePart<WindowRule> = {
  path: 'windows.rules',
  trace: 'window',
  noun: 'return period',
  rules: ({ windows }) => windows.rules,
  about: goodsOf,
  tell: (rule, about) =>
    `${about} can be sent back within ${periodOf(rule)} from ${countedFrom[rule.from]}${withGrace(rule)}`,
  aspects: windowAspects,
  order: 'first_decides',
  effect: ({ days, unit, from, graceDays }) => [days, unit, from, graceDays],
};

/** Days of a season are told without a zone: they are the shop's own. */
const day = (text: string): string => dayInWords(text, 'en', 'UTC');

const seasonOf = ({ boughtFrom, boughtTo, until }: Extension): string =>
  `bought from ${day(boughtFrom)} to ${day(boughtTo)} can be sent back until ${day(until)}`;

export const extensionPart: RulePart<Extension> = {
  path: 'windows.extensions',
  trace: 'extension',
  noun: 'longer season',
  rules: ({ windows }) => windows.extensions,
  about: goodsOf,
  tell: (rule, about) => `${about} ${seasonOf(rule)}`,
  aspects: [
    {
      fields: ['boughtFrom', 'boughtTo', 'until'],
      words: (before, after, about) =>
        before.boughtFrom === after.boughtFrom && before.boughtTo === after.boughtTo
          ? `${about} bought from ${day(after.boughtFrom)} to ${day(after.boughtTo)} can now be sent back until ${day(after.until)} instead of ${day(before.until)}`
          : `${about} ${seasonOf(after)}, where before those ${seasonOf(before)}`,
    },
  ],
  order: 'none',
  effect: ({ boughtFrom, boughtTo, until }) => [boughtFrom, boughtTo, until],
};
