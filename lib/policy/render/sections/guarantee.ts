import type { PageContext } from '../context';
import type { Line } from '../page';
import { withSource } from './with-source';
import { within } from './periods';

/** The seller's liability for goods that do not conform. */
export function guaranteeLines(context: PageContext): Line[] {
  const { law, sayLaw } = context;
  const all = law.guarantees.find(({ goods }) => goods === 'all');
  if (all === undefined) return [];
  const used = law.guarantees.find(({ goods }) => goods === 'used');
  const months = (count: number): { readonly period: string } => ({ period: within(context, 'months', count) });
  const sentences = [
    sayLaw('guarantee', months(all.months)),
    sayLaw('presumed', months(all.presumedMonths)),
    ...(used !== undefined && used.months !== all.months ? [sayLaw('guarantee_used', months(used.months))] : []),
    ...(used !== undefined && used.presumedMonths !== all.presumedMonths
      ? [sayLaw('presumed_used', months(used.presumedMonths))]
      : []),
    ...(all.agreedMonths === undefined ? [] : [sayLaw('agreed_used', months(all.agreedMonths))]),
    sayLaw('remedies'),
  ];
  const { guaranteeCost, repairExtension, guaranteeRefund, shortTermReject } = law;
  return [
    withSource(context, sentences, all),
    ...(shortTermReject === undefined
      ? []
      : [
          withSource(
            context,
            [sayLaw('short_term_reject', { period: within(context, 'days', shortTermReject.days) })],
            shortTermReject,
          ),
        ]),
    ...(guaranteeCost === undefined ? [] : [withSource(context, [sayLaw('guarantee_cost')], guaranteeCost)]),
    ...(repairExtension === undefined
      ? []
      : [
          withSource(
            context,
            [sayLaw(`repair_${repairExtension.times}`, months(repairExtension.months))],
            repairExtension,
          ),
        ]),
    ...(guaranteeRefund === undefined
      ? []
      : [
          withSource(
            context,
            [
              sayLaw(`guarantee_refund_${guaranteeRefund.countedFrom}`, {
                period: within(context, 'days', guaranteeRefund.days),
              }),
            ],
            guaranteeRefund,
          ),
        ]),
  ];
}
