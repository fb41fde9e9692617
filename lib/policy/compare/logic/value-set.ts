import { isNoAmount, meetAmounts, type MoneySet } from './money-set';
import { isNoFlag, meetFlags, type FlagSet } from './flag-set';
import { isNoList, meetLists, type TextsSet } from './texts-set';
import { isNoNumber, meetNumbers, type NumberSet } from './number-set';
import { isNoText, meetTexts, type TextSet } from './text-set';
import { isNoTime, meetTimes, type TimeSet } from './time-set';

/** Values that one fact may have; that it is not known is one of them. */
export type ValueSet = TextSet | TextsSet | NumberSet | MoneySet | FlagSet | TimeSet;

/** The values in both. Sets of different kinds are of different facts and have none. */
export function meet(one: ValueSet, other: ValueSet): ValueSet {
  if (one.kind === 'text' && other.kind === 'text') return meetTexts(one, other);
  if (one.kind === 'texts' && other.kind === 'texts') return meetLists(one, other);
  if (one.kind === 'number' && other.kind === 'number') return meetNumbers(one, other);
  if (one.kind === 'money' && other.kind === 'money') return meetAmounts(one, other);
  if (one.kind === 'flag' && other.kind === 'flag') return meetFlags(one, other);
  if (one.kind === 'time' && other.kind === 'time') return meetTimes(one, other);
  return { kind: 'flag', yes: false, no: false, unknown: false };
}

/** True only where there is surely no value: what cannot be told is taken as possible. */
export function isEmpty(set: ValueSet): boolean {
  switch (set.kind) {
    case 'text':
      return isNoText(set);
    case 'texts':
      return isNoList(set);
    case 'number':
      return isNoNumber(set);
    case 'money':
      return isNoAmount(set);
    case 'flag':
      return isNoFlag(set);
    case 'time':
      return isNoTime(set);
  }
}
