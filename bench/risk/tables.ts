import { precisionAt, type Band, type Quality } from './quality';
import type { RiskReport } from './measure';
import { profileOf } from './synthetic/profiles';

export interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const percent = (share: number, decimals = 1): string => `${(100 * share).toFixed(decimals)} %`;

/** One row per kind of shopper. */
export function kindTable({ everyOrder, orderCount, anotherShop }: RiskReport, abusive: boolean): Table {
  const flaggedIn = ({ kinds }: Quality, kind: string): string =>
    percent(kinds.find((entry) => entry.kind === kind)?.flagged ?? 0);
  return {
    heads: [
      'Kind',
      'Who they are',
      'Shoppers',
      'Mean score',
      'Flagged',
      'High',
      'Flagged by order count',
      'In another shop',
    ],
    rows: everyOrder.quality.kinds
      .filter((entry) => entry.abusive === abusive)
      .map(({ kind, shoppers, meanScore, flagged, high }) => [
        `\`${kind}\``,
        profileOf(kind).description,
        String(shoppers),
        meanScore.toFixed(1),
        percent(flagged),
        percent(high),
        flaggedIn(orderCount.quality, kind),
        flaggedIn(anotherShop.quality, kind),
      ]),
  };
}

/** The whole, and what it means where abuse is rare or common. */
export function totalTable({ everyOrder, orderCount, anotherShop }: RiskReport): Table {
  const shares = [0.01, 0.02, 0.05, 0.1];
  const row = (name: string, { recall, falseAlarms }: Quality): readonly string[] => [
    name,
    percent(recall),
    percent(falseAlarms),
    ...shares.map((share) => percent(precisionAt(share, recall, falseAlarms), 0)),
  ];
  return {
    heads: ['Shop', 'Recall', 'False alarms', ...shares.map((share) => `Precision, ${percent(share, 0)} abusive`)],
    rows: [
      row('every order is known', everyOrder.quality),
      row('only the number of orders is known', orderCount.quality),
      row('another shop, every order known', anotherShop.quality),
    ],
  };
}

export const calibrationTable = (bands: readonly Band[]): Table => ({
  heads: ['Score', 'Shoppers measured', 'Of all shoppers', 'Of these abusive'],
  rows: bands.map(({ from, to, shoppers, share, abusive }) => [
    `${from} to ${to}`,
    String(shoppers),
    percent(share, 2),
    shoppers === 0 ? '' : percent(abusive, 0),
  ]),
});
