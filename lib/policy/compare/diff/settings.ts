import { isPlainObject } from '../../document/check-condition';
import { canonicalJson } from '../../document/hash';
import type { Policy } from '../../document/policy-schema';
import { dayInWords } from '../../render/words/days';
import { nameOf, weekdayInWords } from '../../render/words/values';
import { meaningOf } from '../../risk/settings';
import { signalNames } from '../../risk/signal-names';
import type { PolicyChange } from './change';
import { windowAspects } from './parts/windows';
import { valuesOf } from './rules';
import { amounts, andList, count, excerpt, quoted, said } from './say';

/** Places of the document that are no lists of rules, each told by its name and both values. */
type Read = (policy: Policy) => unknown;

interface Place {
  readonly path: string;
  readonly read: Read;
  readonly words: (before: Policy, after: Policy) => string;
}

const place = <V>(path: string, read: (policy: Policy) => V, label: string, show: (value: V) => string): Place => ({
  path,
  read,
  words: (before, after) => `${label} is now ${show(read(after))} instead of ${show(read(before))}`,
});

const told = <V>(path: string, read: (policy: Policy) => V, words: (before: V, after: V) => string): Place => ({
  path,
  read,
  words: (before, after) => words(read(before), read(after)),
});

const text = (value: string | undefined): string => (value === undefined ? 'none' : excerpt(value));
const code = (value: string | undefined): string => (value === undefined ? 'none' : `\`${value}\``);
const day = (value: string): string => dayInWords(value, 'en', 'UTC');

export const headPlaces: readonly Place[] = [
  place('name', ({ name }) => name, 'the name of the policy', text),
  place('version', ({ version }) => version, 'the version', text),
  place('description', ({ description }) => description, 'the description', text),
  told(
    'effectiveFrom',
    ({ effectiveFrom }) => effectiveFrom,
    (before, after) => {
      const from = (value: string | undefined): string =>
        value === undefined ? 'whenever they were placed' : `placed from ${day(value)} on`;
      return `the policy now holds for orders ${from(after)} instead of orders ${from(before)}`;
    },
  ),
  place(
    'currency',
    ({ currency }) => currency,
    'the currency of plain amounts',
    (value) => value ?? 'none',
  ),
  place(
    'timeZone',
    ({ timeZone }) => timeZone,
    'the time zone in which days end',
    (value) => value,
  ),
  place(
    'calendar.country',
    ({ calendar }) => calendar.country,
    'the country whose public holidays are no business days',
    (value) => (value === undefined ? 'none' : nameOf('region', value, 'en')),
  ),
  place('calendar.region', ({ calendar }) => calendar.region, 'the region whose holidays count', code),
  place(
    'calendar.workingDays',
    ({ calendar }) => calendar.workingDays,
    'the working week',
    (days) => andList(days.map((name) => weekdayInWords(name, 'en'))),
  ),
  told(
    'calendar.closed',
    ({ calendar }) => calendar.closed,
    (before, after) => {
      const [more, less] = [after.filter((one) => !before.includes(one)), before.filter((one) => !after.includes(one))];
      if (more.length + less.length === 0) return 'the days on which the shop is closed stand in another order';
      return `the shop ${[
        ...(more.length === 0 ? [] : [`is now closed on ${andList(more.map(day))} too`]),
        ...(less.length === 0 ? [] : [`is no longer closed on ${andList(less.map(day))}`]),
      ].join(' and ')}`;
    },
  ),
];

const disclosed = {
  withdrawalRight: 'the right of withdrawal',
  returnFee: 'what the way back costs',
  exceptions: 'the goods that cannot come back',
  policy: 'the returns policy',
} as const;

const disclosureNames = ['withdrawalRight', 'returnFee', 'exceptions', 'policy'] as const;

export const disclosurePlaces: readonly Place[] = [
  ...disclosureNames.map((name) =>
    told(
      `disclosures.${name}`,
      ({ disclosures }) => disclosures[name],
      (_before, after) => {
        const what = `${disclosed[name]} before the order`;
        if (after === undefined) return `the policy no longer says whether every shopper is told ${what}`;
        return after ? `every shopper is now told ${what}` : `shoppers are now not told ${what}`;
      },
    ),
  ),
  told(
    'disclosures.digitalConsent',
    ({ disclosures }) => disclosures.digitalConsent,
    (_before, after) =>
      after === undefined
        ? 'the policy no longer says whether buyers of digital content consent to lose the right of withdrawal'
        : `buyers of digital content now ${after ? 'all' : 'do not all'} consent to lose the right of withdrawal`,
  ),
];

const windowPlaces: readonly Place[] = windowAspects.map(({ fields, words }) => {
  const [only] = fields;
  const read = ({ windows }: Policy): unknown =>
    fields.length === 1
      ? only && windows.default[only]
      : Object.fromEntries(fields.map((field) => [field, windows.default[field]]));
  return {
    path: fields.length === 1 ? `windows.default.${only}` : 'windows.default',
    read,
    words: (before, after) =>
      words(before.windows.default, after.windows.default, defaultGoods(after), 'the usual return period'),
  };
});

const defaultGoods = ({ windows }: Policy): string =>
  windows.rules.length === 0 ? 'all goods' : 'goods that no rule names';

export { windowPlaces };

export const feePlaces: readonly Place[] = [
  place('fees.cap', ({ fees }) => fees.cap, 'the most that all fees of a return may be together', amounts),
];

const otherwise = {
  review: 'a person decides',
  needs_info: 'the shopper is asked',
  reject: 'the return is refused',
} as const;
const deliveries = {
  as_law: 'as far as the law asks for it',
  whole_order: 'when the whole order comes back',
  proportional: 'for the share of the goods that come back',
  always: 'always and whole',
} as const;

export const togetherPlaces: readonly Place[] = [
  told(
    'together.mixedLines',
    ({ together }) => together.mixedLines,
    (_before, after) =>
      after === 'review'
        ? 'when only some lines can be approved, a person now decides'
        : 'when only some lines can be approved, these are now approved without a person',
  ),
  told(
    'together.bundles.comeBack',
    ({ together }) => together.bundles.comeBack,
    (_before, after) =>
      after === 'together' ? 'bundles now have to come back whole' : 'parts of a bundle may now come back one by one',
  ),
  place(
    'together.bundles.otherwise',
    ({ together }) => together.bundles.otherwise,
    'what follows when a bundle is not whole',
    (value) => quoted(otherwise[value]),
  ),
  told(
    'together.promotionGifts.comeBack',
    ({ together }) => together.promotionGifts.comeBack,
    (_before, after) =>
      after
        ? 'what came free with goods now has to come back with them'
        : 'what came free with goods no longer has to come back',
  ),
  place(
    'together.promotionGifts.otherwise',
    ({ together }) => together.promotionGifts.otherwise,
    'what follows when a free gift is missing',
    (value) => quoted(otherwise[value]),
  ),
];

export const refundPlaces: readonly Place[] = [
  told(
    'refund.outboundDelivery',
    ({ refund }) => refund.outboundDelivery,
    (before, after) => `outbound delivery is now paid back ${deliveries[after]} instead of ${deliveries[before]}`,
  ),
  place(
    'refund.withinDays',
    ({ refund }) => refund.withinDays,
    'the promised time to pay back',
    (days) => (days === undefined ? 'none' : count(days, 'day')),
  ),
  place(
    'refund.legalRates',
    ({ refund }) => refund.legalRates,
    'the legal rate of interest for late refunds',
    (rates = []) =>
      rates.length === 0 ? 'none' : rates.map(({ from, percent }) => `${percent} % from ${from}`).join(', '),
  ),
];

export const placesDiff =
  (places: readonly Place[]) =>
  (before: Policy, after: Policy): PolicyChange[] =>
    places.flatMap(({ path, read, words }): PolicyChange[] => {
      const [was, is] = [read(before), read(after)];
      if (canonicalJson(was) === canonicalJson(is)) return [];
      return [{ path, ...valuesOf(was, is), words: said(words(before, after)) }];
    });

/** Named times of the year. */
export function seasonsDiff(before: Policy, after: Policy): PolicyChange[] {
  const names = [...new Set([...Object.keys(before.seasons), ...Object.keys(after.seasons)])];
  return names.flatMap((name): PolicyChange[] => {
    const [was, is] = [before.seasons[name], after.seasons[name]];
    if (canonicalJson(was) === canonicalJson(is)) return [];
    const span = (season: typeof was): string =>
      season === undefined ? '' : `from ${day(season.from)} to ${day(season.to)}`;
    const words =
      was === undefined
        ? `there is a new season \`${name}\`, ${span(is)}`
        : is === undefined
          ? `the season \`${name}\` (${span(was)}) is gone`
          : `the season \`${name}\` is now ${span(is)} instead of ${span(was)}`;
    return [{ path: `seasons.${name}`, ...valuesOf(was, is), words: said(words) }];
  });
}

/** The part `risk`: every number by its place, because it is made of nothing else. */
export function riskDiff({ risk: before }: Policy, { risk: after }: Policy): PolicyChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined || after === undefined) {
    const words =
      after === undefined ? 'the policy has no settings for risk any more' : 'the policy now has settings for risk';
    return [{ path: 'risk', ...valuesOf(before, after), words: said(words) }];
  }
  return leavesDiff('risk', before, after);
}

function leavesDiff(path: string, before: unknown, after: unknown): PolicyChange[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (isPlainObject(before) && isPlainObject(after)) {
    const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
    return keys.flatMap((key) => leavesDiff(`${path}.${key}`, before[key], after[key]));
  }
  const show = (value: unknown): string => (value === undefined ? 'none' : excerpt(JSON.stringify(value)).slice(1, -1));
  const words = `${leafName(path)} is now ${show(after)} instead of ${show(before)}`;
  return [{ path, ...valuesOf(before, after), words: said(words) }];
}

function leafName(path: string): string {
  if (path === 'risk.reviewFrom') return 'the risk score from which a person decides';
  const signal = signalNames.find((name) => path === `risk.weights.${name}`);
  if (signal === undefined) return `the setting \`${path}\``;
  return `the weight of the sign of risk ${quoted(meaningOf(signal))}`;
}

/** The policy's own tests, by their names; they decide nothing. */
export function testsDiff({ tests: before }: Policy, { tests: after }: Policy): PolicyChange[] {
  const [earlier, later] = [byName(before), byName(after)];
  const gone = [...earlier].flatMap(([name, { test, index }]): PolicyChange[] =>
    later.has(name)
      ? []
      : [
          {
            path: `tests[${index}]`,
            kind: 'removed',
            before: test,
            words: said(`the policy's own test ${quoted(test.name)} is gone`),
          },
        ],
  );
  const rest = [...later].flatMap(([name, { test, index }]): PolicyChange[] => {
    const was = earlier.get(name)?.test;
    if (canonicalJson(was) === canonicalJson(test)) return [];
    const words =
      was === undefined
        ? `the policy has a new test of its own, ${quoted(test.name)}`
        : `the policy's own test ${quoted(test.name)} is another`;
    return [{ path: `tests[${index}]`, ...valuesOf(was, test), words: said(words) }];
  });
  return [...gone, ...rest];
}

/** Tests may share a name: the second of it is matched with the second. */
function byName(tests: Policy['tests']): ReadonlyMap<string, { test: Policy['tests'][number]; index: number }> {
  const seen = new Map<string, number>();
  return new Map(
    tests.map((test, index) => {
      const times = (seen.get(test.name) ?? 0) + 1;
      seen.set(test.name, times);
      return [JSON.stringify([test.name, times]), { test, index }];
    }),
  );
}
