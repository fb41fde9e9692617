import { z } from 'zod/v4';

/** Nothing up to `from`, everything from `full` on, evenly between. */
export interface Ramp {
  readonly from: number;
  readonly full: number;
}

const rampOf = (most: number) =>
  z
    .strictObject({ from: z.number().min(0).max(most), full: z.number().min(0).max(most) })
    .refine(({ from, full }) => full > from, { message: 'expected `full` above `from`', path: ['full'] })
    .meta({ description: 'Adds nothing up to `from`, the whole weight from `full` on, evenly between' });

export const countRampSchema = rampOf(100_000);
export const percentRampSchema = rampOf(100);

/** @returns 0 to 1; what is no number is nothing */
export function ramp(value: number, { from, full }: Ramp): number {
  if (value >= full) return 1;
  return value > from ? (value - from) / (full - from) : 0;
}

/** The same for a share from 0 to 1 and a ramp in percent. */
export const rampOfShare = (share: number, percents: Ramp): number => ramp(100 * share, percents);
