import { isSatisfiable } from '../../logic/satisfiable';
import type { LintContext } from '../context';
import type { LintFinding } from '../finding';
import type { LawOfCountry } from './law-of-country';
import type { View } from './view';
import { articleOf, articlesOf, daysOf, placesOf } from './words';

/** Windows that always end before the statutory one. */
export function findShortWindows(context: LintContext, laws: readonly LawOfCountry[], view: View): LintFinding[] {
  const { policy, windows, extensions } = context;
  const all = [
    {
      path: 'windows.default',
      name: 'window',
      window: policy.windows.default,
      only: windows.map((rule) => rule.doesNotHold),
    },
    ...windows.map(({ path, name, rule, holds: formula }) => ({ path, name, window: rule, only: [formula] })),
  ];
  return all.flatMap(({ path, name, window, only }): LintFinding[] => {
    const over = laws.filter((law) => {
      const there = [...only, view.consumerOf(law)];
      if (!view.isWithin(window, law, true) || !isSatisfiable(...there)) return false;
      return !extensions.some((extension) => isSatisfiable(extension.holds, ...there));
    });
    if (over.length === 0) return [];
    return [
      {
        id: 'law_overrules',
        severity: 'warning',
        path,
        rule: name,
        by: articlesOf(over),
        words: `${name} always ends before the statutory withdrawal period in ${placesOf(over)}, so it never decides for consumers there (${articleOf(over)}).`,
        todo: `Make it ${daysOf(over)} days from delivery or more, or restrict it to those whom the law leaves to you.`,
      },
    ];
  });
}
