import { defined } from '../../returns';
import { toSeconds } from './times';
import type { TimeFilters } from './types';

/** Bounds in time as every search of TikTok Shop names them. */
export const timeFilters = ({ createdFrom, createdBefore, updatedFrom, updatedBefore }: TimeFilters) =>
  defined({
    create_time_ge: secondsOf(createdFrom),
    create_time_lt: secondsOf(createdBefore),
    update_time_ge: secondsOf(updatedFrom),
    update_time_lt: secondsOf(updatedBefore),
  });

const secondsOf = (instant: string | undefined): number | undefined =>
  instant === undefined ? undefined : toSeconds(instant);

/** A list, or nothing where it is empty: an empty list finds nothing. */
export const listed = (values: readonly string[] | undefined): readonly string[] | undefined =>
  values === undefined || values.length === 0 ? undefined : values;
