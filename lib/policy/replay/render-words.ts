import { formatMoney, type Outcome } from '../../returns';
import type { ChangedAspect, ReplayMoney, ReplayReport, UnjudgedReason } from './report';

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  approve: 'Approved',
  review: 'Decided by a person',
  needs_info: 'Asked for information',
  reject: 'Refused',
};

const becoming: Readonly<Record<Outcome, string>> = {
  approve: 'approved',
  review: 'decided by a person',
  needs_info: 'asked for information',
  reject: 'refused',
};

export const aspectNames: Readonly<Record<ChangedAspect, string>> = {
  outcome: 'decision',
  refundable: 'amount paid back',
  fee: 'fee',
  keepItem: 'whether the shopper keeps the goods',
  resolutions: 'what is offered',
  methods: 'ways to send back',
};

export const reasonNames: Readonly<Record<UnjudgedReason, string>> = {
  unreadable: 'Cannot be read',
  no_request: 'The request is not known',
  no_order: 'The order is not known',
  no_decision: 'No decision was recorded',
  impossible: 'Order and request do not fit together',
  facts_missing: 'Facts are missing that would decide',
};

const numbers = new Intl.NumberFormat('en-GB');

export const numberOf = (count: number): string => numbers.format(count);
export const requests = (count: number): string => `${numberOf(count)} ${count === 1 ? 'request' : 'requests'}`;
export const money = (amount: number, currency: string): string => formatMoney({ amount, currency }, 'en');

/** "+€3.00", "−€3.00", "€0.00" */
export const difference = (amount: number, currency: string): string =>
  `${amount > 0 ? '+' : amount < 0 ? '−' : ''}${money(Math.abs(amount), currency)}`;

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
export const dayOf = (iso: string): string => dates.format(Date.parse(iso));

/** The sentence that says it all. */
export function headlineOf({ cases, changed, unjudged }: ReplayReport): string {
  const judged = cases - unjudged.reduce((sum, { cases: count }) => sum + count, 0);
  if (judged === 0) return 'None of the past requests could be judged.';
  if (changed === 0)
    return `The draft decides ${judged === 1 ? 'the one request' : `all ${requests(judged)}`} as before.`;
  const share = (100 * changed) / judged;
  const percent = share < 0.1 ? 'less than 0.1%' : `${share >= 10 ? Math.round(share) : Math.round(share * 10) / 10}%`;
  return `The draft decides ${numberOf(changed)} of ${requests(judged)} differently (${percent}).`;
}

/** What it comes to, a sentence each: decisions that turn around, and money. */
export function findingsOf({ outcomes, money: sums, changed }: ReplayReport): readonly string[] {
  const turned = outcomes
    .filter(({ before, after }) => before !== after)
    .map(
      ({ before, after, cases }) =>
        `${requests(cases)} ${cases === 1 ? 'was' : 'were'} ${becoming[before]} and would be ${becoming[after]}.`,
    );
  return changed === 0 ? [] : [...turned, ...sums.flatMap(moneyFindings)];
}

function moneyFindings({ currency, refundable, fee, approved }: ReplayMoney): string[] {
  const [more, fees] = [refundable.after - refundable.before, fee.after - fee.before];
  // Where a person still decides, what is paid back depends on that.
  const isSettled = approved.before === refundable.before && approved.after === refundable.after;
  const paid = `hoppers would get back ${money(Math.abs(more), currency)} ${more > 0 ? 'more' : 'less'}`;
  return [
    ...(more === 0 ? [] : [isSettled ? `S${paid}.` : `If a person approved all that is not refused, s${paid}.`]),
    ...(fees === 0
      ? []
      : [`The shop would keep ${money(Math.abs(fees), currency)} ${fees > 0 ? 'more' : 'less'} in fees.`]),
  ];
}
