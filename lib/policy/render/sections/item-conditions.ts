import { evidenceKinds } from '../../../returns';
import type { ItemCondition } from '../../document/item-conditions';
import { ended, under, withdrawalDays, type PageContext } from '../context';
import { list, paragraph, type Line, type Section } from '../page';
import { joined, say as fill, sentence } from '../words/speaker';
import { conditionTexts } from '../words/texts';

/** How goods have to come back, and what is asked for before the decision. */
export function itemConditionsSection(context: PageContext): Section | undefined {
  const { policy, say, law } = context;
  const rules = policy.itemConditions;
  if (rules.length === 0) return undefined;
  const withdraws = withdrawalDays(context) !== undefined;
  return {
    id: 'returns-condition',
    heading: say('conditions_heading'),
    blocks: [
      paragraph(say('conditions_intro')),
      list(rules.map((rule) => conditionLine(context, rule))),
      ...(withdraws ? [paragraph(say(law.deduction === undefined ? 'conditions_law_only' : 'conditions_law'))] : []),
    ],
  };
}

function conditionLine(context: PageContext, rule: ItemCondition): Line {
  const { locale, say } = context;
  const { state } = conditionTexts[locale].values;
  const { requires, otherwise, proof, reason, when } = rule;
  const own = reason?.[locale];
  const states = requires.map((name) => state[name]);
  const wanted = states.length === 0 ? undefined : { strong: ended(sentence(joined(states, locale, 'conjunction'))) };
  return under(
    context,
    when,
    wanted,
    own === undefined ? undefined : ended(own),
    proofInWords(context, proof),
    ...(requires.length > 0 ? [say(`conditions_${otherwise}`)] : []),
  );
}

/** "Before we decide, we ask you for: 2 photos and a proof of purchase." */
export function proofInWords({ locale, say }: PageContext, proof: ItemCondition['proof']): string | undefined {
  const { evidence } = conditionTexts[locale].values;
  const wanted = evidenceKinds.flatMap((kind) => {
    const count = proof?.[kind];
    return count === undefined ? [] : [fill(evidence[kind], locale, { count })];
  });
  return wanted.length === 0 ? undefined : say('proof', { evidence: joined(wanted, locale, 'conjunction') });
}
