import type { Fault } from './check-condition';
import { isPlainObject } from './check-condition';
import type { Condition } from './condition';
import { factOf, isFactName } from '../facts';

interface AnyRule {
  readonly id: string;
  readonly when?: Condition | undefined;
}

/** Every list of rules of a policy with its place in the document. */
export interface RuleParts {
  readonly windows: { readonly rules: readonly AnyRule[]; readonly extensions: readonly AnyRule[] };
  readonly exclusions: readonly AnyRule[];
  readonly itemConditions: readonly AnyRule[];
  readonly fees: { readonly rules: readonly AnyRule[] };
  readonly resolutions: readonly AnyRule[];
  readonly methods: readonly AnyRule[];
  readonly cases: readonly AnyRule[];
  readonly routing: readonly AnyRule[];
  readonly keepItem: readonly AnyRule[];
}

export const ruleLists = (
  policy: RuleParts,
): readonly (readonly [path: readonly string[], rules: readonly AnyRule[]])[] => [
  [['windows', 'rules'], policy.windows.rules],
  [['windows', 'extensions'], policy.windows.extensions],
  [['exclusions'], policy.exclusions],
  [['itemConditions'], policy.itemConditions],
  [['fees', 'rules'], policy.fees.rules],
  [['resolutions'], policy.resolutions],
  [['methods'], policy.methods],
  [['cases'], policy.cases],
  [['routing'], policy.routing],
  [['keepItem'], policy.keepItem],
];

/** What no part can see of itself: ids that are taken, plain amounts without a currency, seasons that nobody named. */
export function checkPolicy(
  policy: RuleParts & { readonly currency?: string | undefined; readonly seasons: Readonly<Record<string, unknown>> },
  fault: Fault,
): void {
  const seasons = Object.keys(policy.seasons).map((name) => name.trim().toLowerCase());
  for (const [path, rules] of ruleLists(policy)) {
    const taken = new Set<string>();
    for (const [index, { id, when }] of rules.entries()) {
      if (taken.has(id)) fault([...path, index, 'id'], 'this id is taken by another rule');
      taken.add(id);
      if (when !== undefined) checkTests(when, [...path, index, 'when']);
    }
  }

  function checkTests(condition: object, path: readonly PropertyKey[]): void {
    for (const [key, part] of Object.entries(condition)) {
      const place = [...path, key];
      if (isFactName(key)) {
        if (factOf(key).kind === 'money' && policy.currency === undefined && hasPlainNumber(part)) {
          fault(place, 'expected an amount with its currency, because this policy has none');
        }
        if (key.endsWith('.seasons')) checkSeasons(part, place);
      } else if (Array.isArray(part)) {
        for (const [index, entry] of part.entries()) {
          if (isPlainObject(entry)) checkTests(entry, [...place, index]);
        }
      } else if (isPlainObject(part)) checkTests(part, place);
    }
  }

  function checkSeasons(test: unknown, path: readonly PropertyKey[]): void {
    for (const word of wordsOf(test)) {
      if (seasons.includes(word.trim().toLowerCase())) continue;
      fault(
        path,
        `\`${word}\` is no season of this policy; expected one of ${seasons.join(', ') || 'those in `seasons`'}`,
      );
    }
  }
}

const hasPlainNumber = (test: unknown): boolean =>
  typeof test === 'number' ||
  (isPlainObject(test) &&
    !('currency' in test) &&
    Object.values(test).some((part) =>
      (Array.isArray(part) ? part : [part]).some((entry) => typeof entry === 'number'),
    ));

const wordsOf = (test: unknown): string[] => {
  if (typeof test === 'string') return [test];
  if (Array.isArray(test)) return test.flatMap(wordsOf);
  return isPlainObject(test) ? Object.values(test).flatMap(wordsOf) : [];
};
