import { z } from 'zod/v4';
import { median } from './median';

/** Which of two values is the good one: much work per second, or little time and memory. */
export type Better = 'more' | 'less';

/** One line of the report. Further keys say what else was seen, such as the connections that were opened. */
export const resultSchema = z.looseObject({
  id: z.string().regex(/^[a-z]+\.[a-z0-9-]+$/),
  ours: z.number(),
  unit: z.string(),
  peer: z.string(),
  theirs: z.number(),
  /** How many times better ours is. */
  ratio: z.number(),
  /** What the ratio has to reach. */
  aim: z.number(),
  ok: z.boolean(),
  /** What further peers did in the same rounds; they have no aim of their own. */
  others: z.array(z.object({ peer: z.string(), theirs: z.number(), ratio: z.number() })).optional(),
  /** What this machine lacks for the measure; the numbers mean nothing then. */
  missing: z.string().optional(),
});
export type Result = z.infer<typeof resultSchema>;

export const reportSchema = z.object({ results: z.array(resultSchema).min(1) });

/** The values of both sides, one a round; values with the same index were measured one right after the other. */
export interface Rounds {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

export interface Contest {
  readonly id: string;
  readonly unit: string;
  readonly better: Better;
  readonly peer: string;
  readonly aim: number;
}

/**
 * Judges a contest by the medians of its rounds. `spread` holds the smallest and the largest ratio of a single round:
 * how far to trust the number.
 * @param alsoTrue what must hold besides the ratio, such as a single connection
 */
export function judge(contest: Contest, { ours, theirs }: Rounds, alsoTrue = true, seen: object = {}): Result {
  const { id, unit, better, peer, aim } = contest;
  const ratioOf = (own: number, other: number): number => (better === 'more' ? own / other : other / own);
  const [own, other] = [median(ours), median(theirs)];
  const ratio = ratioOf(own, other);
  const ratios = ours.map((value, round) => ratioOf(value, theirs[round] ?? other));
  return {
    id,
    ours: rounded(own),
    unit,
    peer,
    theirs: rounded(other),
    ratio: rounded(ratio),
    aim,
    ok: ratio >= aim && alsoTrue,
    spread: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
    ...seen,
  };
}

/** Judges a measure that has no peer but a limit: the ratio is how many times it fits below. */
export const judgeLimit = (
  contest: Omit<Contest, 'aim' | 'better'>,
  ours: readonly number[],
  limit: number,
  seen: object = {},
): Result => judge({ ...contest, better: 'less', aim: 1 }, { ours, theirs: ours.map(() => limit) }, true, seen);

/** Four digits: more would claim a precision that no clock on a shared machine has. */
export const rounded = (value: number): number => Number(value.toPrecision(4));
