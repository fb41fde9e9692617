import type { LintContext, LintedRule } from '../context';
import { mayHold } from '../context';
import type { LintFinding } from '../finding';
import type { ExclusionGround } from '../../../document/exclusions';
import { isSatisfiable } from '../../logic/satisfiable';

/** Exclusions that take everything, and rules on goods that are excluded anyway. */
export function findExcluded(context: LintContext): LintFinding[] {
  return [...refusingEverything(context), ...excludedAnyway(context)];
}

function refusingEverything({ exclusions, routing }: LintContext): LintFinding[] {
  const refusing: readonly LintedRule[] = [...exclusions, ...routing.filter(({ rule }) => rule.outcome === 'reject')];
  return refusing
    .filter(({ doesNotHold }) => !isSatisfiable(doesNotHold))
    .map(({ path, name }) => ({
      id: 'refuses_everything',
      severity: 'error',
      path,
      rule: name,
      words: `${name} always holds, so every request is refused that the law lets a shop refuse.`,
      todo: 'Give it a condition.',
    }));
}

/**
 * Windows for goods that are never taken back. Fees and routes are another matter: within a statutory period goods come
 * back that only the merchant excludes, and so do those that the law excepts only once a seal is broken.
 */
function excludedAnyway({ exclusions, windows, cases }: LintContext): LintFinding[] {
  const takingBack = cases.filter(({ rule }) => rule.evenExcluded);
  const whole = exclusions.filter(({ rule }) => !dependsOnState.has(rule.ground));
  return windows.flatMap((window): LintFinding[] => {
    if (window.rule.when === undefined || !mayHold(window)) return [];
    // A case apart takes back what is otherwise excluded, within its window.
    if (takingBack.some((apart) => isSatisfiable(window.holds, apart.holds))) return [];
    const by = whole.find((exclusion) => !isSatisfiable(window.holds, exclusion.doesNotHold));
    if (by === undefined) return [];
    return [
      {
        id: 'excluded_anyway',
        severity: 'warning',
        path: window.path,
        rule: window.name,
        by: [by.name],
        words: `${window.name} is about goods that ${by.name} never takes back.`,
        todo: `Narrow the condition of ${by.name}, or delete ${window.name}.`,
      },
    ];
  });
}

/** Grounds on which some of the goods are taken back all the same. */
const dependsOnState: ReadonlySet<ExclusionGround> = new Set([
  'hygiene_unsealed',
  'sealed_media_unsealed',
  'digital',
] as const);
