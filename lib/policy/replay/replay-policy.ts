import { createReplay, type ReplayOptions } from './create-replay';
import type { ReplayCase } from './replay-case';
import type { ReplayReport } from './report';

/**
 * Runs a draft over past cases and says which decisions change, by the rules that decide, with counts and money per
 * currency. Where thousands of cases must not hold others up, use `createReplay` and add them one by one.
 */
export function replayPolicy({
  cases,
  ...options
}: ReplayOptions & { readonly cases: Iterable<ReplayCase> }): ReplayReport {
  const replay = createReplay(options);
  for (const past of cases) replay.add(past);
  return replay.report();
}
