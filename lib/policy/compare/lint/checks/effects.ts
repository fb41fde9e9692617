import { sellerFaultReasons } from '../../../../returns';
import { dayIn } from '../../../document/day-text';
import type { Amounts } from '../../../document/common';
import { dayTextOf } from '../../../engine/policy-calendar';
import { isDenied } from '../../logic/formula';
import { isSatisfiable } from '../../logic/satisfiable';
import { listsOf, mayHold, type LintContext, type LintedRule } from '../context';
import type { LintFinding } from '../finding';

/** Rules that say something that changes nothing, or that undoes itself. */
export function findWithoutEffect(context: LintContext): LintFinding[] {
  return [
    ...extensionsTooShort(context),
    ...keepsNothing(context),
    ...casesThatSayNothing(context),
    ...feesForFaults(context),
    ...limitsThatCross(context),
    ...seasonsUnused(context),
  ];
}

const withoutEffect = ({ path, name }: LintedRule, why: string, todo: string): LintFinding => ({
  id: 'no_effect',
  severity: 'warning',
  path,
  rule: name,
  words: `${name} changes nothing: ${why}.`,
  todo,
});

/** A season that ends before the shortest window does, for whoever buys on its first day. */
function extensionsTooShort({ policy, extensions }: LintContext): LintFinding[] {
  const { windows } = policy;
  // Business days are at least as many days as they are counted, and no window begins before the purchase.
  const shortest = Math.min(...[windows.default, ...windows.rules].map(({ days }) => days));
  return extensions.flatMap((extension): LintFinding[] => {
    const { boughtFrom, until } = extension.rule;
    const [first, last] = [dayTextOf(boughtFrom), dayTextOf(until)];
    const from = dayIn(first, A_YEAR);
    const end = dayIn(last, A_YEAR);
    const reached = last.kind === 'yearly' && end < from ? dayIn(last, A_YEAR + 1) : end;
    if (from + shortest < reached) return [];
    return [
      withoutEffect(
        extension,
        `even what is bought on ${boughtFrom} can come back until ${until} without it`,
        'Choose a later day for `until`, or delete the extension.',
      ),
    ];
  });
}

/** A leap year follows, so that a season over the new year is counted as long as it can be. */
const A_YEAR = 2027;

function keepsNothing({ keepItem }: LintContext): LintFinding[] {
  const isNothing = (amounts: Amounts | undefined): boolean =>
    amounts === undefined || (Array.isArray(amounts) ? amounts : [amounts]).every(({ amount }) => amount === 0);
  return keepItem
    .filter(
      ({ rule }) =>
        rule.always !== true &&
        isNothing(rule.label) &&
        isNothing(rule.handling) &&
        rule.gradeLoss + rule.paymentFee <= 0,
    )
    .map((rule) =>
      withoutEffect(
        rule,
        'the way back costs nothing by its figures, so nothing is ever kept',
        'Say what label and handling cost, or what goods lose by coming back.',
      ),
    );
}

function casesThatSayNothing({ cases }: LintContext): LintFinding[] {
  const last = cases.at(-1);
  if (last === undefined) return [];
  const { outcome, anyTime, evenExcluded, free, keepItem, resolutions, methods, proof, reason } = last.rule;
  const says = [outcome, keepItem, resolutions, methods, proof, reason].some((part) => part !== undefined);
  if (says || anyTime || evenExcluded || free) return [];
  return [
    withoutEffect(last, 'it says nothing besides when it holds', 'Say what is different in this case, or delete it.'),
  ];
}

/** Goods that come back by a fault of the shop bear no fee, whatever the rules say. */
function feesForFaults({ fees, meaning }: LintContext): LintFinding[] {
  const noFault = [
    isDenied({ 'return.reason': [...sellerFaultReasons] }, meaning),
    isDenied({ 'return.shopAtFault': true }, meaning),
  ];
  return fees
    .filter((rule) => mayHold(rule) && !isSatisfiable(rule.holds, ...noFault))
    .map((rule) =>
      withoutEffect(
        rule,
        'goods that come back by a fault of the shop bear no fee anyway (directive (EU) 2019/771 art. 14)',
        'Delete the rule.',
      ),
    );
}

function limitsThatCross({ fees, policy }: LintContext): LintFinding[] {
  return fees.flatMap(({ rule, path, name }): LintFinding[] => {
    const crossings = [
      ['cap', rule.cap],
      ['fees.cap', policy.fees.cap],
    ] as const;
    return crossings.flatMap(([limit, cap]): LintFinding[] => {
      const currency = crossingOf(rule.minimum, cap);
      if (currency === undefined) return [];
      return [
        {
          id: 'limits_cross',
          severity: 'error',
          path: `${path}.minimum`,
          rule: name,
          words: `The minimum of ${name} is above \`${limit}\` in ${currency}, so the fee is always \`${limit}\`.`,
          todo: `Lower the minimum or raise \`${limit}\`.`,
        },
      ];
    });
  });
}

/** A currency in which the least is more than the most. */
function crossingOf(least: Amounts | undefined, most: Amounts | undefined): string | undefined {
  if (least === undefined || most === undefined) return undefined;
  const caps = Array.isArray(most) ? most : [most];
  return (Array.isArray(least) ? least : [least]).find(({ amount, currency }) =>
    caps.some((cap) => cap.currency === currency && cap.amount < amount),
  )?.currency;
}

function seasonsUnused(context: LintContext): LintFinding[] {
  const asked = listsOf(context)
    .flat()
    .map(({ rule }) => JSON.stringify(rule.when ?? {}).toLowerCase())
    .join(' ');
  return Object.keys(context.policy.seasons)
    .filter((name) => !asked.includes(JSON.stringify(name.trim().toLowerCase())))
    .map((name) => ({
      id: 'season_unused',
      severity: 'notice',
      path: `seasons.${name}`,
      words: `No rule asks about the season \`${name}\`.`,
      todo: 'Ask about it with `order.seasons` or `clock.seasons`, or delete it.',
    }));
}
