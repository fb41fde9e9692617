import { lightnessOf } from '../view';
import { habitOf } from './habit';
import { counted, type Signal } from './signal';

/** The carrier weighed less than the goods weigh. Packaging makes parcels heavier, never lighter. */
export const emptyBox: Signal = (view) => {
  const { present, orders } = view;
  const thresholds = view.settings.thresholds.emptyBox;
  const { expectedGrams, scannedGrams } = present;
  const now = lightnessOf(present, thresholds);
  const evidence = orders.map(({ light }) => light);
  const light = evidence.filter((part) => part > 0).length;
  const isJudged = expectedGrams !== undefined && scannedGrams !== undefined && expectedGrams >= thresholds.minGrams;
  if (!isJudged && light === 0) return { needs: needsOf(expectedGrams, scannedGrams) };
  return {
    // Either alone is enough, and both are more than one.
    severity: 1 - (1 - now) * (1 - habitOf(view, evidence, thresholds).severity),
    saw: {
      ...(expectedGrams !== undefined && { expectedGrams }),
      ...(scannedGrams !== undefined && { scannedGrams }),
      light,
    },
    text: () =>
      `${isJudged ? ofNow(scannedGrams, expectedGrams) : ''}Parcels of ${counted(light, 'order')} were too light.`,
  };
};

const ofNow = (scanned: number, expected: number): string =>
  `The parcel weighs ${scanned} g, the goods should weigh ${expected} g. `;

const needsOf = (expected: number | undefined, scanned: number | undefined): readonly string[] => [
  ...(expected === undefined ? ['order.lines.weightGrams'] : []),
  ...(scanned === undefined ? ['tracking.weightGrams'] : []),
];
