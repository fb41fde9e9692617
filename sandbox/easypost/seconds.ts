import type { Clock } from '../core/clock';

/** EasyPost writes instants without fractions: `2026-11-22T09:30:00Z`. */
export function seconds(clock: Clock): string {
  return clock.iso().replace(/\.\d+Z$/, 'Z');
}
