import { conditionInWords } from '../../../render/words/condition-in-words';
import { listsOf, mayHold, type LintContext } from '../context';
import type { LintFinding } from '../finding';

/** Rules whose condition contradicts itself. */
export const findContradictions = (context: LintContext): LintFinding[] =>
  listsOf(context)
    .flat()
    .filter((rule) => rule.rule.when !== undefined && !mayHold(rule))
    .map(({ path, name, rule }) => ({
      id: 'never_holds',
      severity: 'error',
      path: `${path}.when`,
      rule: name,
      words: `${name} can never hold: ${conditionInWords(rule.when, 'en', context.policy)}.`,
      todo: 'Change the condition so that its tests do not exclude each other, or delete the rule.',
    }));
