import type { Exclusion } from '../../document/exclusions';
import { isLegalGround } from '../../engine/legal-ground';
import { conditionCell, ended, isTold, toLaw, under, withdrawalDays, type PageContext } from '../context';
import { list, paragraph, type Block, type Line, type Section } from '../page';

/**
 * What is not taken back: on a ground of the law, or on the merchant's own, which only counts once the right of
 * withdrawal is over.
 */
export function exclusionsSection(context: PageContext): Section | undefined {
  const { policy, say } = context;
  const days = withdrawalDays(context);
  const isByLaw = ({ ground }: Exclusion): boolean =>
    days !== undefined && isLegalGround(ground) && context.law.exceptions.has(ground);
  const byLaw = policy.exclusions.filter(isByLaw);
  const own = policy.exclusions.filter((rule) => !isByLaw(rule));
  const refusals = refusalBlocks(context);
  if (byLaw.length + own.length + refusals.length === 0) return undefined;
  const intro = days === undefined ? say('excluded') : say('excluded_after', { days });
  return {
    id: 'returns-exclusions',
    heading: say('exclusions_heading'),
    blocks: [
      ...listOf(context, say('excluded_by_law'), byLaw),
      ...listOf(context, intro, own),
      ...refusals,
      paragraph(say('faults_apart'), ' ', toLaw(context)),
    ],
  };
}

const listOf = (context: PageContext, intro: string, rules: readonly Exclusion[]): Block[] =>
  rules.length === 0 ? [] : [paragraph(intro), list(rules.map((rule) => exclusionLine(context, rule)))];

function exclusionLine(context: PageContext, { ground, reason, when }: Exclusion): Line {
  const words = reason?.[context.locale] ?? context.say(`ground_${ground}`);
  return under(context, when, { strong: ended(words) });
}

/** Requests that rules of routing refuse: told as they are, or in one sentence where they speak of the customer. */
function refusalBlocks(context: PageContext): Block[] {
  const { policy, say, locale } = context;
  const rejecting = policy.routing.filter(({ outcome }) => outcome === 'reject');
  const told = rejecting.filter(({ when }) => isTold(when));
  const lines = told.map(({ when, reason }): Line => {
    const own = reason?.[locale];
    return own === undefined ? [ended(conditionCell(context, when))] : under(context, when, { strong: ended(own) });
  });
  return [
    ...(lines.length > 0 ? [paragraph(say('refused')), list(lines)] : []),
    ...(told.length < rejecting.length ? [paragraph(say('refused_misuse'))] : []),
  ];
}
