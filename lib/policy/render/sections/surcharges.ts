import type { LateSurchargeRule, SurchargeStep } from '../../law/rules';
import type { PageContext } from '../context';
import type { Line } from '../page';
import { percentInWords } from '../words/values';
import { withSource } from './with-source';

const keys = { fr_withdrawal: 'late_withdrawal', fr_undelivered: 'late_undelivered' } as const;

/** By how much a refund grows that is paid late. */
export function surchargeLines(context: PageContext): Line[] {
  return context.law.lateSurcharges.map((rule) =>
    withSource(context, [context.sayLaw(keys[rule.schedule], { steps: stepsInWords(context, rule) })], rule),
  );
}

const stepsInWords = (context: PageContext, { steps }: LateSurchargeRule): string =>
  steps.map((step) => stepInWords(context, step)).join(context.sayLaw('step_break'));

function stepInWords({ sayLaw, locale }: PageContext, { untilDay, percent, pointsPerMonth }: SurchargeStep): string {
  if (percent === 'legal_rate') return sayLaw('step_legal_rate', { count: untilDay ?? 0 });
  const share = percentInWords(percent, locale);
  if (untilDay !== undefined) return sayLaw('step_until', { count: untilDay, percent: share });
  if (pointsPerMonth === undefined) return sayLaw('step_last', { percent: share });
  return sayLaw('step_growing', { percent: share, points: percentInWords(pointsPerMonth, locale) });
}
