import type { Case, CaseLine } from './case';

/** Nothing has to come back for this case: what it pays waits for no parcel and no inspection. */
export const isKept = ({ parcel }: Pick<Case, 'parcel'>): boolean => parcel === 'not_required';

/** The units of a line that the case pays for: those that came back, or all that was approved where nothing has to. */
export const paidUnits = (of: Pick<Case, 'parcel'>, line: Pick<CaseLine, 'approved' | 'received'>): number =>
  isKept(of) ? line.approved : line.received;
