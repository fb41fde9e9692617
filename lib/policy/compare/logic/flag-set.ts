export interface FlagSet {
  readonly kind: 'flag';
  readonly yes: boolean;
  readonly no: boolean;
  readonly unknown: boolean;
}

export const meetFlags = (one: FlagSet, other: FlagSet): FlagSet => ({
  kind: 'flag',
  yes: one.yes && other.yes,
  no: one.no && other.no,
  unknown: one.unknown && other.unknown,
});

export const isNoFlag = ({ yes, no, unknown }: FlagSet): boolean => !yes && !no && !unknown;

/** Answers of which a test is true, or false. */
export function flagsOf(operator: string, operand: unknown, isTrue: boolean, orUnknown: boolean): FlagSet {
  const wanted = isTrue === (operand === true);
  return operator === 'exists'
    ? { kind: 'flag', yes: wanted, no: wanted, unknown: !wanted }
    : { kind: 'flag', yes: wanted, no: !wanted, unknown: orUnknown };
}
