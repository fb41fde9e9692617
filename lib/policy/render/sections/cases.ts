import type { CaseRule } from '../../document/cases';
import { conditionCell, ended, isTold, type PageContext } from '../context';
import { inLine, list, type Line, type Section } from '../page';
import { joined } from '../words/speaker';
import { conditionTexts } from '../words/texts';
import { proofInWords } from './item-conditions';

/** Gifts, picking errors, transport damage and the like. That goods may be kept is not told. */
export function casesSection(context: PageContext): Section | undefined {
  const told = context.policy.cases.filter(({ when }) => isTold(when));
  if (told.length === 0) return undefined;
  return {
    id: 'returns-cases',
    heading: context.say('cases_heading'),
    blocks: [list(told.map((rule) => caseLine(context, rule)))],
  };
}

function caseLine(context: PageContext, rule: CaseRule): Line {
  const { say, locale } = context;
  const { kind, when, outcome, anyTime, evenExcluded, free, resolutions, methods, proof, reason, question } = rule;
  const own = reason?.[locale];
  const { values } = conditionTexts[locale];
  const choices = (words: readonly string[]): string => joined(words, locale, 'disjunction');
  return inLine(
    { strong: ended(say(`case_${kind}`)) },
    when === undefined ? undefined : ended(conditionCell(context, when)),
    own === undefined ? undefined : ended(own),
    anyTime ? say('case_any_time') : undefined,
    evenExcluded ? say('case_even_excluded') : undefined,
    free ? say('case_free') : undefined,
    proofInWords(context, proof),
    outcome === undefined
      ? undefined
      : say(`case_${outcome}`, { question: question?.[locale] ?? Object.values(question ?? {})[0] ?? '' }).trim(),
    resolutions === undefined
      ? undefined
      : say('case_resolutions', {
          choices: choices(resolutions.filter((one) => one !== 'keep_item').map((one) => values.resolution[one])),
        }),
    methods === undefined
      ? undefined
      : say('case_methods', { choices: choices(methods.map((method) => values.method[method])) }),
  );
}
