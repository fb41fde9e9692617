import { canonicalJson } from '../../../document/hash';
import type { LintContext, LintedRule } from '../context';
import type { LintFinding } from '../finding';
import { shadowsInOrder } from '../shadows';

/** Rules of lists in which every rule counts that add nothing to those before them. */
export function findRedundant(context: LintContext): LintFinding[] {
  const { extensions, exclusions, itemConditions, resolutions, methods } = context;
  return [
    ...among(extensions, ({ boughtFrom, boughtTo, until }) => [boughtFrom, boughtTo, until]),
    ...among(exclusions, ({ ground, reason }) => [ground, reason]),
    ...among(itemConditions, ({ requires, ask, proof, otherwise, reason }) => [
      [...requires].sort(),
      ask,
      proof,
      otherwise,
      reason,
    ]),
    ...among(resolutions, ({ resolution, exchange }) => [resolution, exchange]),
    ...among(methods, ({ method, carrier, service }) => [method, carrier, service]),
  ];
}

/** @param effectOf what a rule says besides its condition; of rules with one effect the first is enough */
function among<R extends LintedRule>(rules: readonly R[], effectOf: (rule: R['rule']) => unknown): LintFinding[] {
  const groups = new Map<string, R[]>();
  for (const rule of rules) {
    const effect = canonicalJson(effectOf(rule.rule));
    groups.set(effect, [...(groups.get(effect) ?? []), rule]);
  }
  return [...groups.values()].flatMap((group) => {
    const shadows = shadowsInOrder(group);
    return group.flatMap(({ path, name }, index): LintFinding[] => {
      const [before] = shadows[index] ?? [];
      if (before === undefined) return [];
      return [
        {
          id: 'redundant',
          severity: 'warning',
          path,
          rule: name,
          by: [before.name],
          words: `${name} adds nothing: ${before.name} says the same whenever it holds.`,
          todo: `Delete it, or make it say something other than ${before.name}.`,
        },
      ];
    });
  });
}
